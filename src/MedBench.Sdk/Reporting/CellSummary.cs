using MedBench.Metrics;
using MedBench.Statistics;

namespace MedBench;

/// <summary>One benchmark with one model and one strategy.</summary>
public sealed record CellSummary
{
    /// <summary>Gets the benchmark's id.</summary>
    public required string Benchmark { get; init; }

    /// <summary>Gets the model's id.</summary>
    public required string Model { get; init; }

    /// <summary>Gets the strategy's id.</summary>
    public required string Strategy { get; init; }

    /// <summary>Gets the headline metric by its usual name.</summary>
    public required string Metric { get; init; }

    /// <summary>Gets how samples without an answer are counted.</summary>
    public required string DenominatorPolicy { get; init; }

    /// <summary>Gets the samples that ended so far, epochs counted each.</summary>
    public required int Samples { get; init; }

    /// <summary>Gets the samples in the denominator, or the clusters where these are what is counted.</summary>
    public required int Denominator { get; init; }

    /// <summary>Gets how many samples ended in each way; the counts add up to <see cref="Samples"/>.</summary>
    public required IReadOnlyDictionary<Outcome, int> Outcomes { get; init; }

    /// <summary>Gets the score with its interval; null where nothing was scored, or where it is withheld.</summary>
    public Interval? Score { get; init; }

    /// <summary>Gets why the score is withheld, in one sentence; null where it is not.</summary>
    /// <remarks>More samples failed than <see cref="EvaluationPlan.FailureBudget"/> allows. The groups' and further scores are withheld with it, and every comparison with this row.</remarks>
    public string? Withheld { get; init; }

    /// <summary>Gets the score if every sample that was unparsed, failed or unsupported were wrong; null for a metric that is no mean.</summary>
    public double? LowerBound { get; init; }

    /// <summary>Gets the score if every sample that was unparsed, failed or unsupported were right; null for a metric that is no mean.</summary>
    public double? UpperBound { get; init; }

    /// <summary>Gets the accuracy of always giving the most frequent right answer of the evaluated samples; null where the score is no share of right answers.</summary>
    public double? MajorityBaseline { get; init; }

    /// <summary>Gets the groups (subjects, formats) with their own scores, by tag and value.</summary>
    public IReadOnlyList<GroupSummary> Groups { get; init; } = [];

    /// <summary>Gets what further scorers found, by their id, and the parts of every scorer's verdicts, by <c>scorer/part</c>; empty where the score is withheld.</summary>
    public IReadOnlyDictionary<string, MetricSummary> FurtherScores { get; init; } = new Dictionary<string, MetricSummary>(StringComparer.Ordinal);

    /// <summary>Gets how confidence and correctness agree; null where no answer that is right or wrong carried a confidence.</summary>
    public CalibrationSummary? Calibration { get; init; }

    /// <summary>Gets conformal prediction sets at 90 and 95 %; empty where no strategy gave every option a probability.</summary>
    public IReadOnlyList<ConformalResult> PredictionSets { get; init; } = [];

    /// <summary>Gets how much of the score's variance comes from the choice of samples and how much from the model's own; null where no sample was answered twice, and for a metric that is no mean.</summary>
    public VarianceComponents? Variance { get; init; }

    /// <summary>Gets the comparison with the strategy before it on the same samples; null for the first, and where either score is withheld.</summary>
    public PairedComparison? VersusPrevious { get; init; }

    /// <summary>Gets what loading repaired or noticed, by kind.</summary>
    public IReadOnlyDictionary<string, int> Defects { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Gets the model ids that endpoints reported; more than one means that the model changed during the run.</summary>
    public IReadOnlyList<string> ReportedModels { get; init; } = [];

    /// <summary>Gets the model calls of all samples; those that samples share are the run's (<see cref="RunSummary.Shared"/>).</summary>
    public long Calls { get; init; }

    /// <summary>Gets the replies that were cut at the token limit; their samples are scored where an answer could be read, and Truncated otherwise.</summary>
    public long TruncatedReplies { get; init; }

    /// <summary>Gets the prompt tokens; null where an endpoint did not report them.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Gets the reply tokens; null where an endpoint did not report them.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>Gets what the samples cost in US dollars; null where a price or the usage is unknown.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Gets the share of samples whose reply could not be read, from 0 to 1.</summary>
    public double UnparsedRate => Samples == 0 ? 0 : (double)Outcomes.GetValueOrDefault(Outcome.Unparsed) / Samples;

    /// <summary>Computes the unweighted mean of the scores of a tag's groups, in which small groups weigh as much as large ones.</summary>
    /// <param name="tag">The tag, for instance <c>source</c>.</param>
    /// <param name="except">Values of the tag that are left out.</param>
    /// <returns>Null where no group of the tag has a score.</returns>
    public double? MacroMean(string tag, params IReadOnlyCollection<string> except)
        => Groups.Where(group => group.Tag == tag && !except.Contains(group.Value, StringComparer.Ordinal)).Average(group => group.Score?.Estimate);
}
