using System.Globalization;
using MedBench.Metrics;
using MedBench.Scoring;

namespace MedBench;

/// <summary>Gives partial credit to questions with several right options, with or without negative marking.</summary>
/// <remarks>By default right choices minus wrong choices over the right options, never below 0: choosing everything gains nothing where half or more is wrong.</remarks>
/// <param name="options">How it marks; null for the default.</param>
public sealed class PartialCreditScorer(PartialCreditOptions? options) : IScorer
{
    private readonly PartialCreditOptions options = options ?? new PartialCreditOptions();

    /// <summary>Initializes the scorer with its default marks.</summary>
    public PartialCreditScorer()
        : this(null)
    {
    }

    /// <inheritdoc />
    public ScorerInfo Info { get; } = new()
    {
        Id = "choice-partial-credit",
        Version = "1",
        Metric = "partial credit",
        Range = options is { AllowsNegative: true } ? null : ScoreRange.ZeroToOne,
        DenominatorPolicy = "sum of credit / (all samples - failed - unsupported); abstained, unparsed, refused and truncated count as 0",
        Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["basis"] = options?.Basis is PartialCreditBasis.EveryOption ? "every-option" : "right-options",
            ["wrong-mark"] = (options ?? new PartialCreditOptions()).WrongMark.ToString("R", CultureInfo.InvariantCulture),
            ["allows-negative"] = options is { AllowsNegative: true } ? "true" : "false",
        },
    };

    /// <inheritdoc />
    public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
    {
        var target = sample.Target as ChoiceTarget ?? throw WrongKind.Target(sample, Info.Id, nameof(ChoiceTarget));
        var gold = string.Join(',', target.Labels);
        return ValueTask.FromResult(prediction switch
        {
            ChoicePrediction choice => Score.Graded(Credit(choice.Labels, target.Labels, sample.Input.Options.Count)) with { Gold = gold, Predicted = string.Join(',', choice.Labels) },
            Unanswered unanswered => Score.None(unanswered.Outcome) with { Gold = gold },
            _ => throw WrongKind.Prediction(sample, prediction, Info.Id, nameof(ChoicePrediction)),
        });
    }

    private double Credit(IReadOnlyList<string> chosen, IReadOnlyList<string> right, int count)
    {
        var credit = options.Basis is PartialCreditBasis.EveryOption
            ? AnswerSets.CreditPerOption(chosen, right, Math.Max(1, count), options.WrongMark)
            : AnswerSets.CreditPerChoice(chosen, right, options.WrongMark);
        return options.AllowsNegative ? credit : Math.Max(0, credit);
    }
}
