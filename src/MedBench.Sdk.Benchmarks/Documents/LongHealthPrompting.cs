namespace MedBench.Benchmarks;

/// <summary>LongHealth's prompt: system message, documents between lines, question, options, demand for one sentence.</summary>
internal static class LongHealthPrompting
{
    public const string CannotBeAnswered = "Question cannot be answered with provided documents";

    public const string System =
        "\nYou are a highly skilled and detail-oriented assistant, specifically trained to assist medical professionals in interpreting and extracting key information from medical documents. "
        + "Your primary responsibility will be to analyze discharge letters from hospitals. When you receive one or more of these letters, you will be expected to carefully review the contents and "
        + "accurately answer multiple-choice questions related to these documents. \n\n"
        + "Your answers should be:\n"
        + "1. Accurate: Make sure your answers are based on the information provided in the letters.\n"
        + "2. Concise: Provide brief and direct answers without unnecessary elaboration.\n"
        + "3. Contextual: Consider the context and specifics of each question to provide the most relevant information.\n\n"
        + "Remember, your job is to streamline the physician's decision-making process by providing them with accurate and relevant information from discharge summaries. Efficiency and reliability are key.\n";

    private const string Separator = "--------------";

    private const string Demand =
        "\n\nPlease answer using the following format:\n"
        + "1. Begin your answer with the phrase \"The correct answer is\".\n"
        + "2. State the letter of the correct option (e.g., A, B, C, D, E).\n"
        + "3. Follow the letter with a colon and the exact text of the option you chose.\n"
        + "4. Make sure your answer is a single, concise sentence.\n\n"
        + "For example, if the correct answer to a question is option C, and the text for C is 'Acute Bronchitis', your answer should be: \n"
        + "'The correct answer is C: Acute bronchitis.'\n";

    /// <summary>Gets the tokens of everything but documents, question and options, as the published code counts them.</summary>
    private static readonly Lazy<int> Fixed = new(() => O200kTokens.Count(System) + O200kTokens.Count($"\n{Separator}BEGIN DOCUMENTS{Separator}\n\n{{documents}}\n\n{Separator}END DOCUMENTS{Separator}\n\n{{question_text}}\n{{options}}{Demand}"));

    /// <summary>Gets what the published code counts between two documents, which is not quite what stands there.</summary>
    private static readonly Lazy<int> Gap = new(() => O200kTokens.Count($"\n\n{Separator} NEW DOCUMENT {Separator}\n\n"));

    public static ChoiceStrategy Strategy { get; } = new("longhealth", "1", "Shows the documents and asks for the letter in one sentence (LongHealth).", new ChoicePrompting
    {
        Protocol = new PromptProtocol
        {
            Id = "longhealth",
            Version = "1",
            Opening = [PromptTurn.System(System)],
            Context = $"\n{Separator}BEGIN DOCUMENTS{Separator}\n\n{{sections}}\n\n{Separator}END DOCUMENTS{Separator}\n\n",
            Section = "{text}",
            UnlabelledSection = "{text}",
            SectionSeparator = $"\n\n{Separator}\n\n",
            SectionRule = TextRule.AsPublished,
            Question = "{context}{stem}\n{options}",
            StemRule = TextRule.AsPublished,
            OptionList = "{options}",
            Option = "{label}: {text}",
            OptionSeparator = "\n",
            OptionRule = TextRule.AsPublished,
            Closing = [PromptTurn.User("{question}" + Demand)],
        },
        Sampling = SamplingOptions.Unset,
        MaxTrials = 1,
    });

    /// <summary>Chooses the documents that fit: first those with the answer, then the others, the first that does not fit cut short.</summary>
    public static List<string> Pack(IEnumerable<LongHealthDocument> answer, IEnumerable<LongHealthDocument> others, string question, IEnumerable<ChoiceOption> options, int budget)
    {
        var left = budget - Fixed.Value - O200kTokens.Count(question) - O200kTokens.Count(string.Join('\n', options.Select(option => $"{option.Label}: {option.Text}")));
        var packed = new List<string>();
        foreach (var document in answer.Concat(others))
        {
            if (document.Tokens > left)
            {
                var cut = left > 0 ? O200kTokens.Take(document.Text, left) : "";
                return cut.Length > 0 ? [.. packed, cut] : packed;
            }

            packed.Add(document.Text);
            left -= document.Tokens + Gap.Value;
        }

        return packed;
    }
}
