using System.Globalization;
using MedBench.Judging;

namespace MedBench;

/// <summary>Grades an answer by a rubric as HealthBench does: the points of the criteria that a judge finds met, over all points that can be won.</summary>
/// <remarks>
/// <para>Value: Σ points of met criteria / Σ positive points. It may be negative, and that of one sample is not cut; the mean over the
/// samples is cut to [0, 1]. HealthBench, arXiv 2505.08775; openai/simple-evals, <c>healthbench_eval.py</c>. One call a criterion.</para>
/// <para>Parts: <c>points</c> and <c>possible</c>; <c>criteria</c> and <c>met</c> (counts); <c>tag:NAME</c>, the same formula over the criteria with
/// that tag, left out where none of them has positive points; for a panel <c>agreement</c> and <c>votes:criteria_met:VALUE</c>. One criterion without a
/// verdict leaves the sample unscored: a sum over the others would be another rubric's.</para>
/// <para>With <see cref="RubricOptions.LengthAdjustment"/> the value is adjusted by the answer's length, and the parts <c>raw</c> and <c>characters</c> say from what.</para>
/// </remarks>
public sealed class RubricScorer : IScorer
{
    private readonly JudgePanel panel;
    private readonly JudgePrompt prompt;
    private readonly RubricLengthAdjustment? adjustment;

    /// <summary>Initializes the scorer.</summary>
    /// <param name="options">Who judges, by which prompt; null means one judge and the built-in prompt.</param>
    /// <exception cref="ArgumentException">The panel cannot judge.</exception>
    public RubricScorer(RubricOptions? options = null)
    {
        (panel, prompt, adjustment) = ((options?.Panel ?? new JudgePanel()).Checked(), options?.Prompt ?? RubricPrompt.Default, options?.LengthAdjustment);
        var parameters = panel.Describe(prompt);
        if (adjustment is not null)
        {
            parameters["length-adjustment"] = FormattableString.Invariant($"{adjustment.Penalty} a 500 characters from {adjustment.Center}");
        }

        Info = new ScorerInfo
        {
            Id = "rubric",
            Version = "1",
            Metric = adjustment is null ? "rubric score" : "length-adjusted rubric score",
            DenominatorPolicy = "points of met criteria / possible points, mean over all samples - failed - unsupported, cut to 0..1; unanswered samples count as 0; without a verdict on every criterion a sample fails",
            Aggregation = Aggregation.ClippedMean,
            RequiredRoles = panel.Roles,
            Parameters = parameters,
        };
    }

    /// <inheritdoc />
    public ScorerInfo Info { get; }

    /// <inheritdoc />
    public async ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
    {
        var criteria = JudgedText.Target<RubricTarget>(sample, Info).Criteria;
        if (!(Possible(criteria) is > 0 and < double.PositiveInfinity))
        {
            throw new InvalidOperationException($"The rubric of sample '{sample.Input.Id}' has no criterion with positive points, so that its score is undefined.");
        }

        if (prediction is Unanswered unanswered)
        {
            return Score.None(unanswered.Outcome);
        }

        var conversation = JudgedText.Conversation(sample, prediction, Info);
        var rulings = await panel.AskAllAsync(models, [.. criteria.Select((criterion, i) => RubricPrompt.Ask(prompt, conversation, criterion, i))], cancellationToken).ConfigureAwait(false);
        return rulings.FirstOrDefault(ruling => ruling.Verdict is null) is { } open ? open.Unscored(Info)
            : adjustment is null ? Grade(criteria, rulings)
            : Adjust(Grade(criteria, rulings), JudgedText.Answer(sample, prediction, Info), adjustment);
    }

    private static Score Adjust(Score score, string answer, RubricLengthAdjustment adjustment) => score with
    {
        Value = adjustment.Adjust(score.Value!.Value, answer),
        Parts = new Dictionary<string, double>(score.Parts, StringComparer.Ordinal) { ["raw"] = score.Value.Value, ["characters"] = RubricLengthAdjustment.CountOf(answer) },
    };

    private static Score Grade(IReadOnlyList<RubricCriterion> criteria, IReadOnlyList<JudgeRuling> rulings)
    {
        var met = Enumerable.Range(0, criteria.Count).Where(i => rulings[i].Verdict!.GetFlag(RubricPrompt.Met)).ToList();
        var earned = met.ConvertAll(i => criteria[i]);
        var parts = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["points"] = earned.Sum(criterion => criterion.Points),
            ["possible"] = Possible(criteria),
            ["criteria"] = criteria.Count,
            ["met"] = earned.Count,
        };
        foreach (var tag in criteria.SelectMany(criterion => criterion.Tags).Distinct(StringComparer.Ordinal))
        {
            if (Possible(criteria.Where(criterion => criterion.Tags.Contains(tag, StringComparer.Ordinal))) is > 0 and var possible)
            {
                parts["tag:" + tag] = earned.Where(criterion => criterion.Tags.Contains(tag, StringComparer.Ordinal)).Sum(criterion => criterion.Points) / possible;
            }
        }

        PanelParts.Add(parts, rulings);
        return Score.Graded(parts["points"] / parts["possible"]) with
        {
            Parts = parts,
            Explanation = $"met of {criteria.Count}: {(met.Count == 0 ? "none" : string.Join(", ", met.Select(i => (i + 1).ToString(CultureInfo.InvariantCulture))))}",
        };
    }

    private static double Possible(IEnumerable<RubricCriterion> criteria) => criteria.Sum(criterion => Math.Max(criterion.Points, 0));
}
