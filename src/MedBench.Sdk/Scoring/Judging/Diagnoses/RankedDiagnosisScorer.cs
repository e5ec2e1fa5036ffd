using MedBench.Judging;

namespace MedBench;

/// <summary>Has a judge grade each of up to five listed diagnoses against the right one, and scores the list by accuracy@k: right when one of the first k is the same disease.</summary>
/// <remarks>
/// <para>Grades are those of DiagnosisArena (arXiv 2505.14107; SPIRAL-MED/DiagnosisArena, <c>code/evaluation.py</c> and <c>metric.py</c>): 2 the same diagnosis, 1 a broad category
/// that includes it, which earns nothing, 0 neither. One call a sample. The target is a <see cref="TextTarget"/>; its preferred reference is the right diagnosis.</para>
/// <para>Parts: <c>top-1</c>, <c>top-5</c>, <c>grade-1</c> to <c>grade-5</c>, and <c>mrr</c>, 1 / rank of the first right one; for a panel, whose grades are the
/// medians, <c>agreement</c> and <c>votes:FIELD:GRADE</c>. Where names are compared by text and not by a judge, see <see cref="TopAnswersScorer"/>.</para>
/// </remarks>
public sealed class RankedDiagnosisScorer : IScorer
{
    private readonly RankedDiagnosisOptions options;
    private readonly JudgePrompt prompt;

    /// <summary>Initializes the scorer.</summary>
    /// <param name="options">Who judges, by which prompt, and how many diagnoses count; null means the defaults.</param>
    /// <exception cref="ArgumentException">The panel cannot judge, or the number is not from 1 to 5.</exception>
    public RankedDiagnosisScorer(RankedDiagnosisOptions? options = null)
    {
        this.options = options ?? new RankedDiagnosisOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(this.options.Cutoff, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(this.options.Cutoff, RankedDiagnosisPrompt.Most, nameof(options));
        prompt = this.options.Prompt ?? RankedDiagnosisPrompt.Default;
        Info = new ScorerInfo
        {
            Id = "ranked-diagnoses",
            Version = "1",
            Metric = FormattableString.Invariant($"accuracy@{this.options.Cutoff}"),
            DenominatorPolicy = "correct / (all samples - failed - unsupported); abstained, unparsed, refused and truncated count as not correct; without a verdict a sample fails",
            RequiredRoles = this.options.Panel.Checked().Roles,
            Parameters = new Dictionary<string, string>(this.options.Panel.Describe(prompt), StringComparer.Ordinal) { ["cutoff"] = FormattableString.Invariant($"{this.options.Cutoff}") },
        };
    }

    /// <inheritdoc />
    public ScorerInfo Info { get; }

    /// <inheritdoc />
    public async ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
    {
        var reference = JudgedText.Target<TextTarget>(sample, Info).References[0];
        if (prediction is Unanswered unanswered)
        {
            return Score.None(unanswered.Outcome) with { Gold = reference };
        }

        var values = new Dictionary<string, string> { ["answer"] = JudgedText.Answer(sample, prediction, Info), ["reference"] = reference };
        var ruling = await options.Panel.AskAsync(models, prompt.Ask("diagnoses", RankedDiagnosisPrompt.Schema, values), cancellationToken).ConfigureAwait(false);
        return (ruling.Verdict is { } verdict ? Grade(verdict, ruling) : ruling.Unscored(Info)) with { Gold = reference };
    }

    private Score Grade(JudgeVerdict verdict, JudgeRuling ruling)
    {
        var grades = Enumerable.Range(1, RankedDiagnosisPrompt.Most).Select(place => verdict.GetGrade(RankedDiagnosisPrompt.NameOf(place))).ToList();
        var first = grades.IndexOf(RankedDiagnosisPrompt.Same);
        var parts = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["top-1"] = first == 0 ? 1 : 0,
            ["top-5"] = first >= 0 ? 1 : 0,
            ["mrr"] = first < 0 ? 0 : 1.0 / (first + 1),
        };
        for (var i = 0; i < grades.Count; i++)
        {
            parts[RankedDiagnosisPrompt.NameOf(i + 1)] = grades[i];
        }

        PanelParts.Add(parts, [ruling]);
        return Score.Binary(first >= 0 && first < options.Cutoff) with { Parts = parts, Explanation = verdict.FindText("explanation") };
    }
}
