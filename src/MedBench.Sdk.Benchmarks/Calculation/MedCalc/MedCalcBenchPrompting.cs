using System.Globalization;
using System.Text;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks;

/// <summary>The ways of asking MedCalc-Bench: the authors' three, and that of the physicians who corrected its labels.</summary>
/// <remarks>
/// From evaluation/run.py of ncbi-nlp/MedCalc-Bench, whose notes and questions go into a user message and whose instruction is the system message, at
/// temperature 0; and from data/system_prompt.txt and data/user_prompt_template.txt of junzeye/validate-medcalc-labels. The wordings for Meditron and PMC-LLaMA are not here.
/// </remarks>
public static class MedCalcBenchPrompting
{
    internal const string StepByStep = """{"step_by_step_thinking": str(your_step_by_step_thinking_procress_to_solve_the_question), "answer": str(short_and_direct_answer_of_the_question)}""";

    private const string Direct = """{"answer": str(value which is the answer to the question)}""";

    private const string Task = "You are a helpful assistant for calculating a score for a given patient note.";

    private const string ThinkFirst = $"{Task} Please think step-by-step to solve the question and then generate the required score. Your output should only contain a JSON dict formatted as";

    /// <summary>Creates the zero-shot strategy with reasoning, the authors' <c>zero_shot</c>.</summary>
    /// <param name="reading">How replies are read.</param>
    [Discoverable]
    public static IPromptStrategy ZeroShot(MedCalcBenchReading reading = MedCalcBenchReading.Tolerant) => new TextStrategy(Create("medcalc-bench", "Reasons and answers as a JSON object, zero-shot (MedCalc-Bench).", reading) with
    {
        Compose = static input => TextPrompting.Ask(input, Ask(input, StepByStep), $"{ThinkFirst} {StepByStep}."),
    });

    /// <summary>Creates the strategy without reasoning, the authors' <c>direct_answer</c>.</summary>
    /// <param name="reading">How replies are read.</param>
    [Discoverable]
    public static IPromptStrategy DirectAnswer(MedCalcBenchReading reading = MedCalcBenchReading.Tolerant) => new TextStrategy(Create("medcalc-bench-direct", "Answers at once as a JSON object (MedCalc-Bench).", reading) with
    {
        Compose = static input => TextPrompting.Ask(input, Ask(input, Direct), $"{Task} Please output answer only without any other text. Your output should only contain a JSON dict formatted as {Direct}."),
    });

    /// <summary>Creates the strategy that shows the example of the question's own calculator, the authors' <c>one_shot</c>.</summary>
    /// <param name="reading">How replies are read.</param>
    [Discoverable]
    public static IPromptStrategy OneShot(MedCalcBenchReading reading = MedCalcBenchReading.Tolerant) => new MedCalcBenchOneShot(reading);

    /// <summary>Creates the strategy of the corrected labels, which allows the answer N/A where the note lacks what is needed.</summary>
    [Discoverable]
    public static IPromptStrategy AbstentionAllowed() => new TextStrategy(Create("medcalc-bench-abstention", "Answers between tags, or N/A where the note lacks what is needed (Ye et al. 2025).", MedCalcBenchReading.Tolerant) with
    {
        Compose = static input => TextPrompting.Ask(input, $"Patient Note: {Note(input)}\n\nQuestion: {input.Stem}\n\nResponse:", Abstention),
    });

    internal static TextPrompting Create(string id, string description, MedCalcBenchReading reading) => new()
    {
        Id = id,
        Version = "1",
        Description = description,
        Compose = static _ => [],
        Read = (input, reply) => MedCalcBenchReplies.Read(input, reply, reading),
        Sampling = SamplingOptions.Unset with { Temperature = 0 },
        Compat = reading is MedCalcBenchReading.Published ? ["medcalc-bench-reading"] : [],
    };

    /// <summary>Writes the messages of the one-shot prompt.</summary>
    /// <remarks>As published: the first braces are doubled, for that line is no format string, and no blank follows it.</remarks>
    internal static IReadOnlyList<ChatMessage> ComposeOneShot(SampleInput input, Exemplar example)
    {
        const string Doubled = "{" + StepByStep + "}";
        const string Value = """{"step_by_step_thinking": str(your_step_by_step_thinking_procress_to_solve_the_question), "answer": str(value which is the answer to the question)}""";
        var calculator = Calculator.Find(input.Subject);
        var question = calculator?.Id == 24 ? "Based on the patient's dose of Hydrocortisone IV, what is the equivalent dosage in mg of Dexamethasone PO?" : input.Stem;
        var answer = calculator?.Answer switch
        {
            CalculatorAnswer.Date => Quote(example.Answer),
            CalculatorAnswer.GestationalAge => $"[{string.Join(", ", example.Answer.Split(", ").Select(Quote))}]",
            _ => example.Answer,
        };
        var output = $$"""{"step_by_step_thinking": {{Quote(example.Rationale ?? "")}}, "answer": {{answer}}}""";
        var system = $"{ThinkFirst} {Doubled}.Here is an example patient note:\n\n{example.Input.Stem}\n\nHere is an example task:\n\n{question}\n\nPlease directly output the JSON dict formatted as {Value}:\n\n{output}";
        return TextPrompting.Ask(input, $"Here is the patient note:\n\n{Note(input)}\n\nHere is the task:\n\n{input.Stem}\n\nPlease directly output the JSON dict formatted as {StepByStep}:", system);
    }

    private static string Ask(SampleInput input, string format) => $"Here is the patient note:\n{Note(input)}\n\nHere is the task:\n{input.Stem}\n\nPlease directly output the JSON dict formatted as {format}:";

    private static string Note(SampleInput input) => string.Join("\n\n", input.Context.Select(section => section.Text));

    /// <summary>Writes a JSON string as Python's <c>json.dumps</c> does: ASCII alone, in lower-case escapes.</summary>
    private static string Quote(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                '\b' => json.Append("\\b"),
                '\f' => json.Append("\\f"),
                >= ' ' and <= '~' => json.Append(character),
                _ => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
            };
        }

        return json.Append('"').ToString();
    }

    private const string Abstention = """
        You are a helpful medical assistant who gives truthful answers to the user’s questions. The user provides a patient note and a medical calculation question about the patient. After you have made your best effort to compute the question answer, you provide the user with the final answer inside <answer> </answer> tags, i.e., <answer>numeric_answer_value</answer> or <answer>N/A</answer>. Importantly, inside the <answer> </answer> tags, you should provide either the numeric/date answer without units or additional textual explanation, or "N/A" for patient notes lacking necessary information. Note that "N/A" should be used sparingly, only when key information for answering the question is clearly missing from the patient note and cannot be reasonably inferred.

        Example response 1:
        <think>
        The user wants to calculate the patient's BMI.
        Formula: weight (kg) / (height (m))^2.
        Extracted from note: Weight is "70 kg", Height is "175 cm".
        Convert height: 175 cm = 1.75 m.
        Calculation: 70 / (1.75 * 1.75) = 22.857.
        </think>
        <answer>22.857</answer>

        Example response 2:
        <think>
        The user wants to calculate the patient's BMI.
        Formula: weight (kg) / (height (m))^2.
        Extracted from note: Height is "175 cm".
        The patient's weight is not mentioned in the note. I cannot calculate the BMI.
        </think>
        <answer>N/A</answer>
        """;
}
