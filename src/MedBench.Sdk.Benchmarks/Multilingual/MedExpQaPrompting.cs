using System.Collections.Frozen;

namespace MedBench.Benchmarks;

/// <summary>MedExpQA's way of asking: one text in the question's own language, documents first, answered by the option's number.</summary>
/// <remarks>
/// From hitz-zentroa/MedExpQA at fa92fb6, src/datasource/casimedicos/dataset.py (template medrag): greedy decoding, at most 50 new tokens. A case without
/// grounding keeps the empty place of the documents. The authors' decoding may drop the blank before the first document, according to the tokenizer.
/// </remarks>
public sealed class MedExpQaPrompting : IPromptStrategy
{
    private readonly FrozenDictionary<string, ChoiceStrategy> strategies;

    /// <summary>Initializes the strategy: one message of a chat, replies read tolerantly.</summary>
    public MedExpQaPrompting()
        : this(isCompletion: false)
    {
    }

    /// <summary>Initializes the strategy.</summary>
    /// <param name="isCompletion">Whether the text is continued as it stands, as the authors do with base models; otherwise it is a user's message.</param>
    /// <param name="readsFirstCharacter">Whether the first character of the reply is the answer and nothing else counts, as in src/evaluate_predictions.py.</param>
    public MedExpQaPrompting(bool isCompletion, bool readsFirstCharacter = false)
    {
        strategies = MedExpQaText.Languages.ToFrozenDictionary(language => language, language => Create(language, isCompletion, readsFirstCharacter), StringComparer.Ordinal);
        Info = strategies["en"].Info;
    }

    /// <inheritdoc />
    public StrategyInfo Info { get; }

    /// <inheritdoc />
    public Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        return strategies[input.Language is { } language && strategies.ContainsKey(language) ? language : "en"].PredictAsync(input, models, cancellationToken);
    }

    private static ChoiceStrategy Create(string language, bool isCompletion, bool readsFirstCharacter) => new(
        isCompletion ? "medexpqa-completion" : "medexpqa",
        "1",
        "Documents, question and numbered options in the question's own language (MedExpQA).",
        new ChoicePrompting
        {
            Protocol = new PromptProtocol
            {
                Id = "medexpqa",
                Version = "1",
                Form = isCompletion ? "completion" : "chat",
                IsCompletion = isCompletion,
                Closing = [PromptTurn.User("{question}")],
                Question = MedExpQaText.Of(language),
                Context = "{sections}",
                UnlabelledSection = " {text}",
                OptionList = "{options}",
                Option = "{label}. {text}",
                OptionSeparator = "\n",
            },
            Sampling = SamplingOptions.Unset with { Temperature = 0, MaxOutputTokens = 50 },
            MaxTrials = 1,
            Extractor = readsFirstCharacter ? new FirstCharacterExtractor() : new ChoiceExtractor(),
            Compat = readsFirstCharacter ? ["first-character"] : [],
        });

    /// <summary>Reads the first character of a reply, as the authors' script reads the one after the prompt.</summary>
    private sealed class FirstCharacterExtractor : IAnswerExtractor
    {
        public string Id => "medexpqa-first-character-v1";

        public ChoiceExtraction Extract(string reply, IReadOnlyList<ChoiceOption> options)
            => options.FirstOrDefault(option => reply.Length > 0 && option.Label == reply[..1]) is { } option
                ? new ChoiceExtraction { Status = ExtractionStatus.Answered, Label = option.Label, Rule = "first-character" }
                : new ChoiceExtraction { Status = ExtractionStatus.Unparsed, Rule = "first-character" };
    }
}
