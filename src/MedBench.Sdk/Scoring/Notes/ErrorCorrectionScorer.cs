using MedBench.Metrics;
using MedBench.Scoring;

namespace MedBench;

/// <summary>Scores the search for an error in a clinical text, and its correction, as MEDEC and MEDIQA-CORR 2024 do.</summary>
/// <remarks>
/// The value of a correction is the composite of the shared task's evaluation script: 1 where text and prediction need none, 0 where only one of
/// them has one, and otherwise the mean of ROUGE-1 and the further measures, each cut to [0, 1]. The paper's are BERTScore (deberta-xlarge-mnli, rescaled) and
/// BLEURT-20. The published AggregateScore, which is the part <c>aggregate</c>, averages over those texts alone that both correct: it
/// rewards leaving hard texts alone, and cannot be compared between systems that correct different texts. The published ROUGE is that of
/// <see cref="SetRouge"/> (parts <c>set-rouge1</c> and so on); the value takes <see cref="Rouge"/>. That the right sentence is corrected is not asked.
/// </remarks>
public sealed class ErrorCorrectionScorer : IScorer
{
    private readonly ErrorCorrectionTask task;
    private readonly IReadOnlyList<ITextSimilarity> measures;

    /// <summary>Initializes the scorer of one task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="measures">Measures of a correction beside ROUGE-1.</param>
    public ErrorCorrectionScorer(ErrorCorrectionTask task, params IReadOnlyList<ITextSimilarity> measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        (this.task, this.measures) = (task, measures);
        Info = new ScorerInfo
        {
            Id = task switch { ErrorCorrectionTask.Flag => "error-flag", ErrorCorrectionTask.Sentence => "error-sentence", _ => "error-correction" },
            Version = "1",
            Metric = task switch
            {
                ErrorCorrectionTask.Flag => "error flag accuracy",
                ErrorCorrectionTask.Sentence => "error sentence accuracy",
                _ => $"composite of {string.Join(", ", measures.Select(measure => measure.Name).Prepend("ROUGE-1"))}",
            },
            Range = ScoreRange.ZeroToOne,
            DenominatorPolicy = task is ErrorCorrectionTask.Correction ? TextVerdict.Denominator
                : "correct / (all samples - failed - unsupported); abstained, unparsed, refused and truncated count as not correct",
            Parameters = new Dictionary<string, string>(measures.Select(measure => KeyValuePair.Create(measure.Name, measure.Description)), StringComparer.Ordinal),
        };
    }

    /// <inheritdoc />
    public ScorerInfo Info { get; }

    /// <inheritdoc />
    /// <returns>
    /// Right or wrong for the first two tasks. For a correction the composite, with parts of the composite of each measure (<c>rouge1-composite</c>) and,
    /// for texts that both correct, of each measure by itself (<c>rouge1</c>, <c>set-rouge1</c>, <c>aggregate</c>). Failed where a measure gave no number.
    /// </returns>
    public async ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
    {
        var gold = NoteError.FromState(sample.Target is StateTarget target ? target.Expected : throw WrongKind.Target(sample, Info.Id, nameof(StateTarget)));
        if (prediction is Unanswered unanswered)
        {
            var none = Score.None(unanswered.Outcome) with { Gold = Describe(gold) };
            return task is ErrorCorrectionTask.Correction && unanswered.Outcome is not (Outcome.Failed or Outcome.Unsupported) ? none with { Parts = Compose(_ => 0) } : none;
        }

        var given = NoteError.FromState(prediction is StatePrediction state ? state.State : throw WrongKind.Prediction(sample, prediction, Info.Id, nameof(StatePrediction)));
        var score = task switch
        {
            ErrorCorrectionTask.Flag => Score.Binary(given.IsError == gold.IsError),
            ErrorCorrectionTask.Sentence => Score.Binary(given.SentenceId == gold.SentenceId),
            _ => await GradeAsync(given.IsError ? given.Correction : null, gold.Correction, cancellationToken).ConfigureAwait(false),
        };
        return score with { Gold = Describe(gold), Predicted = score.Value is null ? null : Describe(given) };
    }

    private async ValueTask<Score> GradeAsync(string? given, string? gold, CancellationToken cancellationToken)
    {
        if (given is null || gold is null)
        {
            var value = given is null && gold is null ? 1 : 0;
            return Score.Graded(value) with { Parts = Compose(_ => value) };
        }

        given = given.Length <= TextVerdict.Longest ? given : given[..TextVerdict.Longest];
        var parts = new Dictionary<string, double>(StringComparer.Ordinal);
        var (tokens, expected) = (TextTokenizer.Rouge.Tokenize(given), TextTokenizer.Rouge.Tokenize(gold));
        parts["rouge1"] = Rouge.OfOrder(tokens, expected, 1).F1;
        parts["rouge2"] = Rouge.OfOrder(tokens, expected, 2).F1;
        parts["rougeL"] = Rouge.OfLongestSubsequence(tokens, expected).F1;
        parts["set-rouge1"] = SetRouge.OfOrder(given, gold, 1).F1;
        parts["set-rouge2"] = SetRouge.OfOrder(given, gold, 2).F1;
        parts["set-rougeL"] = SetRouge.OfLongestSubsequence(given, gold).F1;
        foreach (var measure in measures)
        {
            parts[measure.Name] = string.IsNullOrWhiteSpace(given) || string.IsNullOrWhiteSpace(gold) ? 0
                : Math.Clamp(await measure.CompareAsync(given, gold, cancellationToken).ConfigureAwait(false), 0, 1);
        }

        var aggregate = measures.Select(measure => parts[measure.Name]).Prepend(parts["rouge1"]).Average();
        parts["aggregate"] = aggregate;
        return double.IsFinite(aggregate)
            ? Score.Graded(aggregate) with { Parts = new Dictionary<string, double>(parts.Concat(Compose(name => parts[name])), StringComparer.Ordinal) }
            : Score.None(Outcome.Failed, "A measure gave no finite number. Check its model.");
    }

    private Dictionary<string, double> Compose(Func<string, double> value)
        => measures.Select(measure => measure.Name).Concat(["rouge1", "rouge2", "rougeL", "set-rouge1", "set-rouge2", "set-rougeL", "aggregate"]).ToDictionary(name => $"{name}-composite", value, StringComparer.Ordinal);

    private string? Describe(NoteError verdict) => task switch
    {
        ErrorCorrectionTask.Flag => verdict.IsError ? "1" : "0",
        ErrorCorrectionTask.Sentence => verdict.SentenceId,
        _ => verdict.Correction is { } correction ? TextVerdict.Shown(correction) : "NA",
    };
}
