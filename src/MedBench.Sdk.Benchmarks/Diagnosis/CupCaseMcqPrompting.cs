namespace MedBench.Benchmarks;

/// <summary>The two ways in which CUPCase asks for one of four diagnoses, in the published words.</summary>
internal static class CupCaseMcqPrompting
{
    /// <summary>Asks for a number, as gpt_qa_eval.py does.</summary>
    public static IPromptStrategy CreateNumbered(bool readsAsPublished) => new ChoiceStrategy("cupcase-mcq", "1", "Asks for the number of the right diagnosis (CUPCase, gpt_qa_eval.py).", new ChoicePrompting
    {
        Protocol = new PromptProtocol
        {
            Id = "cupcase-mcq",
            Version = "1",
            Question = "{options}\nCase presentation: {stem}",
            StemRule = TextRule.AsPublished,
            OptionLabels = ["1", "2", "3", "4"],
            OptionList = "{options}",
            Option = "{label}. {text}",
            OptionSeparator = "\n",
            OptionRule = TextRule.AsPublished,
            Closing = [PromptTurn.User("Predict the diagnosis of this case presentation of a patient. Return only the correct index from the following list, for example: 3\n{question}")],
        },
        Sampling = SamplingOptions.Unset with { Temperature = 0 },
        MaxTrials = 1,
        Extractor = readsAsPublished ? new FirstCharacterExtractor() : new ChoiceExtractor(),
        Compat = readsAsPublished ? ["cupcase-first-character"] : [],
    });

    /// <summary>Compares the diagnoses by their likelihood, as the task cupcase_qa does.</summary>
    public static IPromptStrategy CreateLikelihood() => new ChoiceStrategy("cupcase-likelihood", "1", "Compares the diagnoses by their likelihood after the case (CUPCase, lm_eval task cupcase_qa).", new ChoicePrompting
    {
        Protocol = new PromptProtocol
        {
            Id = "cupcase-likelihood",
            Version = "1",
            Form = "completion",
            IsCompletion = true,
            Question = "Predict the diagnosis of this case presentation of a patient.\nCase presentation:\n{stem}\nDiagnosis:",
            StemRule = TextRule.AsPublished,
            OptionRule = TextRule.AsPublished,
            Closing = [PromptTurn.User("{question}")],
            Continuation = " {text}",
        },
        Sampling = SamplingOptions.Unset,
        MaxTrials = 1,
    });
}
