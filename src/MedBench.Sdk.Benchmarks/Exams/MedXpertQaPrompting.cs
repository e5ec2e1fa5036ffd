namespace MedBench.Benchmarks;

/// <summary>MedXpertQA's way of asking, zero-shot: reasoning first and the letter in a second turn, or the letter at once.</summary>
/// <remarks>
/// From TsinghuaC3I/MedXpertQA, eval/config/prompt_templates.py, eval/main.py and eval/model/api_agent.py: temperature 0, 2,048 tokens, seed 0
/// (here the run's). For o1, o3-mini and DeepSeek-R1 they leave the system message out and allow 8,192 tokens, and the latter is asked to
/// put its answer in a box; they read QVQ and DeepSeek-R1 with a notebook of their own. The reply to the first turn goes back untrimmed here.
/// </remarks>
public static class MedXpertQaPrompting
{
    /// <summary>Id of the rule that reads the first capital letter of an option that stands alone, wherever it stands.</summary>
    public const string FirstCapital = "first-capital";

    private static readonly PromptProtocol Reasoned = new()
    {
        Id = "medxpertqa",
        Version = "1",
        Form = "chat-cot",
        Opening = [PromptTurn.System("You are a helpful medical assistant.")],
        Closing = [PromptTurn.User("Q: {question}\nA: Let's think step by step.")],
        Question = "{stem}{options}",
        StemRule = TextRule.AsPublished,
        OptionList = "\nAnswer Choices: {options}",
        Option = "({label}) {text}",
        OptionSeparator = " ",
        OptionRule = TextRule.AsPublished,
        Conclusion = "Therefore, among {first-label} through {last-label}, the answer is",
    };

    private static readonly PromptProtocol Direct = Reasoned with
    {
        Form = "chat",
        Opening = [PromptTurn.System("Please answer only.")],
        Closing = [PromptTurn.User("Q: {question}\nA: Among {first-label} through {last-label}, the answer is")],
        Conclusion = null,
    };

    /// <summary>Creates the authors' main strategy: <c>Let's think step by step</c>, then <c>Therefore, among A through J, the answer is</c>.</summary>
    /// <param name="compat">The defects of the published code to reproduce: <see cref="FirstCapital"/> or none.</param>
    /// <exception cref="ArgumentException">There is no such rule.</exception>
    public static ChoiceStrategy ZeroShot(params IReadOnlyList<string> compat) => Create("medxpertqa-cot", Reasoned, ReasoningStyle.ChainOfThought, compat);

    /// <summary>Creates the authors' strategy without reasoning: <c>Among A through J, the answer is</c>.</summary>
    /// <param name="compat">The defects of the published code to reproduce: <see cref="FirstCapital"/> or none.</param>
    /// <exception cref="ArgumentException">There is no such rule.</exception>
    public static ChoiceStrategy AnswerOnly(params IReadOnlyList<string> compat) => Create("medxpertqa-direct", Direct, ReasoningStyle.Direct, compat);

    private static ChoiceStrategy Create(string id, PromptProtocol protocol, ReasoningStyle reasoning, IReadOnlyList<string> compat)
    {
        ArgumentNullException.ThrowIfNull(compat);
        return compat.FirstOrDefault(rule => rule != FirstCapital) is { } unknown
            ? throw new ArgumentException($"There is no compat rule '{unknown}' for MedXpertQA. Choose {FirstCapital}, or none.", nameof(compat))
            : new ChoiceStrategy(id, "1", "Zero-shot in the words of MedXpertQA.", new ChoicePrompting
            {
                Protocol = protocol,
                Reasoning = reasoning,
                Sampling = SamplingOptions.Unset with { Temperature = 0, MaxOutputTokens = 2_048 },
                MaxTrials = 1,
                Extractor = compat.Count > 0 ? new MedXpertQaExtractor() : new ChoiceExtractor(),
                Compat = compat,
            });
    }
}
