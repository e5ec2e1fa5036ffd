using System.Text;

namespace MedBench.Benchmarks;

/// <summary>The prompts of MediQ, word for word (stellalisy/mediQ at faa2ce6, <c>src/prompts.py</c>, <c>src/patient.py</c>, <c>src/expert_functions.py</c>).</summary>
internal static class MediQPrompts
{
    public const string ExpertSystem = "You are a medical doctor trying to reason through a real-life clinical case. Based on your understanding of basic and clinical science, medical knowledge, and mechanisms underlying health, disease, patient care, and modes of therapy, respond according to the task specified by the user. Base your response on the current and standard practices referenced in medical guidelines.";

    public const string YesNo = "Now, are you confident to pick the correct option to the inquiry factually using the conversation log? Answer with YES or NO and NOTHING ELSE.";

    public const string Implicit = "Given the information so far, if you are confident to pick an option correctly and factually, respond with the letter choice and NOTHING ELSE. Otherwise, if you are not confident to pick an option and need more information, ask ONE SPECIFIC ATOMIC QUESTION to the patient. The question should be bite-sized, NOT ask for too much at once, and NOT repeat what has already been asked. In this case, respond with the atomic question and NOTHING ELSE.";

    public const string ImplicitRationale = "Given the information so far, if you are confident to pick an option correctly and factually, respond in the format:\nREASON: a one-sentence explanation of why you are choosing a particular option.\nANSWER: the letter choice and NOTHING ELSE. Otherwise, if you are not confident to pick an option and need more information, ask ONE SPECIFIC ATOMIC QUESTION to the patient. The question should be bite-sized, NOT ask for too much at once, and NOT repeat what has already been asked. In this case, respond in the format:\nREASON: a one-sentence explanation of why you should ask the particular question.\nQUESTION: the atomic question and NOTHING ELSE.";

    public const string Binary = Features + " " + YesNo;

    public const string BinaryRationale = Features + " Up to this point, are you confident to pick the correct option to the inquiry factually using the conversation log? Answer in the following format:\nREASON: a one-sentence explanation of why you are or are not confident and what other information is needed.\nDECISION: YES or NO.";

    public const string Score = Features + " What is your confidence score to pick the correct option to the inquiry factually using the conversation log? Answer with the probability as a float from 0.0 to 1.0 and NOTHING ELSE.";

    public const string ScoreRationale = Features + " What is your confidence score to pick the correct option to the inquiry factually using the conversation log? Answer strictly in the following format:\nREASON: a one-sentence explanation of why you are or are not confident and what other information is needed.\nSCORE: your confidence score written as a float from 0.0 to 1.0.";

    public const string Scale = Features + Ratings + "\n\nThink carefully step by step, respond with the chosen confidence rating ONLY and NOTHING ELSE.";

    public const string ScaleRationale = Features + Ratings + "\n\nAnswer in the following format:\nREASON: a one-sentence explanation of why you are or are not confident and what other information is needed.\nDECISION: chosen rating from the above list.";

    public const string Question = "If there are missing features that prevent you from picking a confident and factual answer to the inquiry, consider which features are not yet asked about in the conversation log; then, consider which missing feature is the most important to ask the patient in order to provide the most helpful information toward a correct medical decision. You can ask about any relevant information about the patient’s case, such as family history, tests and exams results, treatments already done, etc. Consider what are the common questions asked in the specific subject relating to the patient’s known symptoms, and what the best and most intuitive doctor would ask. Ask ONE SPECIFIC ATOMIC QUESTION to address this feature. The question should be bite-sized, and NOT ask for too much at once. Make sure to NOT repeat any questions from the above conversation log. Answer in the following format:\nATOMIC QUESTION: the atomic question and NOTHING ELSE.\nATOMIC QUESTION: ";

    public const string DirectSystem = "Answer the question with the given context.";

    public const string InstructSystem = "You are a truthful assistant that understands the patient's information, and you are trying to answer questions from a medical doctor about the patient.";

    public const string SelectSystem = "You are a truthful medical assistant that understands the patient's information, and you are trying to answer questions from a medical doctor about the patient given a list of factual statements describing the patient. Please return the facts that answer the doctor's question verbatim without any additional information. If none of the facts answer the question, simply say \"" + MediQPatient.Refusal + "\"";

    public const string FactsSystem = "You are a truthful medical assistant that understands the patient's information.";

    private const string Features = "Medical conditions are complex, so you should seek to understand their situations across many features. First, consider which medical specialty is this patient's case; then, consider a list of necessary features a doctor would need to make the right medical judgment; finally, consider whether all necessary information is given in the conversation above.";

    private const string Ratings = " How confident are you to pick the correct option to the problem factually using the conversation log? Choose between the following ratings:\n\"Very Confident\" - The correct option is supported by all evidence, and there is enough evidence to eliminate the rest of the answers, so the option can be confirmed conclusively.\n\"Somewhat Confident\" - I have reasonably enough information to tell that the correct option is more likely than other options, more information is helpful to make a conclusive decision.\n\"Neither Confident or Unconfident\" - There are evident supporting the correct option, but further evidence is needed to be sure which one is the correct option.\n\"Somewhat Unconfident\" - There are evidence supporting more than one options, therefore more questions are needed to further distinguish the options.\n\"Very Unconfident\" - There are not enough evidence supporting any of the options, the likelihood of picking the correct option at this point is near random guessing.";

    /// <summary>Writes a user message of the doctor: what is known, the options, and a task.</summary>
    /// <param name="known">What was known before the first question.</param>
    /// <param name="log">The questions and answers; empty before the first.</param>
    /// <param name="input">The question with its options.</param>
    /// <param name="task">What to do.</param>
    public static string Task(string known, string log, SampleInput input, string task)
        => "A patient comes into the clinic presenting with a symptom as described in the conversation log below:\n    \nPATIENT INFORMATION: " + $"{known}\nCONVERSATION LOG:\n{log}\nQUESTION: {input.Stem}\nOPTIONS: {string.Join(", ", input.Options.Select(option => $"{option.Label}: {option.Text}"))}\nYOUR TASK: {task}";

    /// <summary>Writes the demand for a letter; the published one names A to D.</summary>
    /// <param name="input">The question with its options.</param>
    public static string Answer(SampleInput input)
        => $"Assume that you already have enough information from the above question-answer pairs to answer the patient inquiry, use the above information to produce a factual conclusion. Respond with the correct letter choice ({List([.. input.Options.Select(option => option.Label)])}) and NOTHING ELSE.\nLETTER CHOICE: ";

    /// <summary>Writes the questions and answers so far.</summary>
    /// <param name="turns">The turns.</param>
    public static string Log(IEnumerable<(string Question, string Answer)> turns)
        => string.Join('\n', turns.Select(turn => $"Doctor Question: {turn.Question}\nPatient Response: {turn.Answer}"));

    public static string Direct(string initial, string question) => $"Context: \"{initial}\"\nQuestion: \"{question}\"\n";

    public static string Instruct(string record, string question)
        => $"Below is a context paragraph describing the patient and their conditions:\n\"{record}\"\nQuestion from the doctor: \"{question}\"\nUse the context paragraph to answer the doctor's question. If the paragraph does not answer the question, simply say \"{MediQPatient.Refusal}\" Answer only what the question asks for. Do not provide any analysis, inference, or implications. Respond with a straightforward answer to the question ONLY and NOTHING ELSE.";

    public static string Select(IEnumerable<string> facts, string question)
        => $"List of facts:\n{string.Join('\n', facts)}\n\nQuestion from the doctor: \"{question}\"\n\nStatements that answer the question:";

    public static string Facts(string record)
        => $"Break the following patient information into a list of independent atomic facts, with one piece of information in each statement. Each fact should only include the smallest unit of information, but should be self-contained.\n\"{record}\"\nResponse with the list of atomic facts and nothing else, prepend each fact by an index starting from 1. No sub-list allowed.";

    private static string List(IReadOnlyList<string> labels)
    {
        var text = new StringBuilder();
        for (var i = 0; i < labels.Count; i++)
        {
            text.Append(i == 0 ? "" : i < labels.Count - 1 ? ", " : labels.Count == 2 ? " or " : ", or ").Append(labels[i]);
        }

        return text.ToString();
    }
}
