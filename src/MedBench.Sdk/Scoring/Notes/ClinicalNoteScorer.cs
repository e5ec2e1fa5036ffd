using MedBench.Metrics;

namespace MedBench;

/// <summary>Scores a clinical note by ROUGE and further measures of yours, as a whole and by division (ACI-BENCH, Yim et al. 2023).</summary>
/// <remarks>
/// The value is the paper's average, of the measures that are there: the mean of ROUGE-1, ROUGE-2 and ROUGE-Lsum is one term, each further measure
/// another. With BERTScore (deberta-xlarge-mnli), BLEURT-20 and MEDCON it is the published one. ROUGE does not stem, as there. What a paper's table calls
/// ROUGE-L is <c>rougeLsum</c> for the whole note and <c>rougeL</c> for a division.
/// </remarks>
public sealed class ClinicalNoteScorer : IScorer
{
    private const string NoDivision = "#####EMPTY#####";

    private static readonly (NoteDivision Division, string Name)[] Divisions =
    [
        (NoteDivision.Subjective, "subjective"), (NoteDivision.ObjectiveExam, "objective-exam"),
        (NoteDivision.ObjectiveResults, "objective-results"), (NoteDivision.AssessmentAndPlan, "assessment-and-plan"),
    ];

    private readonly NoteScoring scoring;
    private readonly IReadOnlyList<ITextSimilarity> measures;

    /// <summary>Initializes a scorer that compares divisions as texts and knows no measure but ROUGE.</summary>
    public ClinicalNoteScorer()
        : this(NoteScoring.Plain)
    {
    }

    /// <summary>Initializes the scorer.</summary>
    /// <param name="scoring">How divisions are compared.</param>
    /// <param name="measures">Measures beside ROUGE.</param>
    public ClinicalNoteScorer(NoteScoring scoring, params IReadOnlyList<ITextSimilarity> measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        (this.scoring, this.measures) = (scoring, measures);
        Info = new ScorerInfo
        {
            Id = "clinical-note",
            Version = "1",
            Metric = measures.Count == 0 ? "mean ROUGE" : $"mean of ROUGE, {string.Join(", ", measures.Select(measure => measure.Name))}",
            Range = measures.Count == 0 ? ScoreRange.ZeroToOne : null,
            DenominatorPolicy = TextVerdict.DenominatorOfCounts,
            Parameters = new Dictionary<string, string>(measures.Select(measure => KeyValuePair.Create(measure.Name, measure.Description)), StringComparer.Ordinal)
            {
                ["divisions"] = scoring is NoteScoring.AciBench ? "aci-bench" : "plain",
            },
        };
    }

    /// <inheritdoc />
    public ScorerInfo Info { get; }

    /// <inheritdoc />
    /// <returns>
    /// The average from 0 to 1, with the parts <c>rouge1</c>, <c>rouge2</c>, <c>rougeL</c>, <c>rougeLsum</c> and the names of the measures, then the same for each
    /// division as <c>subjective-rouge1</c> and so on. Failed where a measure gave no number.
    /// </returns>
    public async ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
    {
        if (prediction is Unanswered { Outcome: not (Outcome.Failed or Outcome.Unsupported) } unanswered)
        {
            var empty = await ScoreAsync(sample, new TextPrediction(""), models, cancellationToken).ConfigureAwait(false);
            return Score.None(unanswered.Outcome) with { Gold = empty.Gold, Parts = empty.Parts };
        }

        return await TextVerdict.GradeAsync(sample, prediction, Info.Id, (note, references) => GradeAsync(note, references[0], cancellationToken)).ConfigureAwait(false);
    }

    private async ValueTask<Score> GradeAsync(string note, string reference, CancellationToken cancellationToken)
    {
        var parts = new Dictionary<string, double>(StringComparer.Ordinal);
        await AddAsync(parts, "", note, reference, cancellationToken).ConfigureAwait(false);
        var value = Average([(parts["rouge1"] + parts["rouge2"] + parts["rougeLsum"]) / 3, .. measures.Select(measure => parts[measure.Name])]);
        var (written, wanted) = (NoteDivisions.Split(note), NoteDivisions.Split(reference));
        foreach (var (division, name) in Divisions)
        {
            if (scoring is NoteScoring.AciBench || wanted.ContainsKey(division))
            {
                await AddAsync(parts, $"{name}-", Text(written, division), Text(wanted, division), cancellationToken).ConfigureAwait(false);
            }
        }

        return parts.Values.All(double.IsFinite) ? Score.Graded(value) with { Parts = parts } : Score.None(Outcome.Failed, "A measure gave no finite number. Check its model.");
    }

    private async ValueTask AddAsync(Dictionary<string, double> parts, string prefix, string note, string reference, CancellationToken cancellationToken)
    {
        var (tokens, expected) = (TextTokenizer.Rouge.Tokenize(note), TextTokenizer.Rouge.Tokenize(reference));
        parts[$"{prefix}rouge1"] = Rouge.OfOrder(tokens, expected, 1).F1;
        parts[$"{prefix}rouge2"] = Rouge.OfOrder(tokens, expected, 2).F1;
        parts[$"{prefix}rougeL"] = Rouge.OfLongestSubsequence(tokens, expected).F1;
        parts[$"{prefix}rougeLsum"] = Rouge.OfSummary(note, reference, TextTokenizer.Rouge).F1;
        foreach (var measure in measures)
        {
            parts[$"{prefix}{measure.Name}"] = string.IsNullOrWhiteSpace(note) || string.IsNullOrWhiteSpace(reference) ? 0 : await measure.CompareAsync(note, reference, cancellationToken).ConfigureAwait(false);
        }
    }

    private string Text(IReadOnlyDictionary<NoteDivision, string> divisions, NoteDivision division)
        => scoring is NoteScoring.Plain ? divisions.GetValueOrDefault(division, "")
            : divisions.TryGetValue(division, out var text) ? text.Replace("\n", "__lf1__", StringComparison.Ordinal) : NoDivision;

    private static double Average(IReadOnlyCollection<double> terms) => terms.Sum() / terms.Count;
}
