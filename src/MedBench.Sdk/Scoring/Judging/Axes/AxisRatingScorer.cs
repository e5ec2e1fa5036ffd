using MedBench.Judging;

namespace MedBench;

/// <summary>Has a judge grade an answer on named axes in one call: accuracy, completeness, safety, or whatever a protocol names.</summary>
/// <remarks>
/// Value: the mean over the axes of (grade − lowest) / (highest − lowest), from 0 to 1, each axis with equal weight. Parts: the grade of each axis on
/// its own scale, under the axis's name; for a panel, whose grade is the median, <c>agreement</c> and <c>votes:AXIS:GRADE</c>. The judge is shown the
/// preferred reference of a <see cref="TextTarget"/>, or the criteria of a <see cref="RubricTarget"/>.
/// </remarks>
public sealed class AxisRatingScorer : IScorer
{
    private readonly AxisRatingOptions options;
    private readonly JudgePrompt prompt;
    private readonly VerdictSchema schema;

    /// <summary>Initializes the scorer.</summary>
    /// <param name="options">The axes, and who judges.</param>
    /// <exception cref="ArgumentException">There is no axis, two have one name, a scale has no or too many steps, or the panel cannot judge.</exception>
    public AxisRatingScorer(AxisRatingOptions options)
    {
        (this.options, prompt, schema) = (options, options.Prompt ?? AxisRatingPrompt.Default, AxisRatingPrompt.Schema(options.Axes));
        Info = new ScorerInfo
        {
            Id = "axis-rating",
            Version = "1",
            Metric = "mean axis grade",
            Range = ScoreRange.ZeroToOne,
            DenominatorPolicy = "mean of the axes' grades, each brought to 0..1, over all samples - failed - unsupported; unanswered samples count as 0; without a verdict a sample fails",
            RequiredRoles = options.Panel.Checked().Roles,
            Parameters = new Dictionary<string, string>(options.Panel.Parameters, StringComparer.Ordinal)
            {
                ["prompt"] = prompt.Hash,
                ["axes"] = AxisRatingPrompt.Describe(options.Axes),
            },
        };
    }

    /// <inheritdoc />
    public ScorerInfo Info { get; }

    /// <inheritdoc />
    public async ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
    {
        var reference = sample.Target switch
        {
            TextTarget text => text.References[0],
            RubricTarget rubric => string.Join('\n', rubric.Criteria.Select(criterion => FormattableString.Invariant($"[{criterion.Points}] {criterion.Text}"))),
            var other => throw new InvalidOperationException($"Sample '{sample.Input.Id}' has a {other.GetType().Name}; the {Info.Id} scorer needs a TextTarget or a RubricTarget."),
        };
        if (prediction is Unanswered unanswered)
        {
            return Score.None(unanswered.Outcome);
        }

        var values = new Dictionary<string, string> { ["question"] = JudgedText.Question(sample.Input), ["reference"] = reference, ["answer"] = JudgedText.Answer(sample, prediction, Info) };
        var question = new JudgeQuestion { Purpose = "axes", Prompt = $"{prompt.Fill(values)}\n{AxisRatingPrompt.Describe(options.Axes)}", Schema = schema };
        var ruling = await options.Panel.AskAsync(models, question, cancellationToken).ConfigureAwait(false);
        return ruling.Verdict is { } verdict ? Grade(verdict, ruling) : ruling.Unscored(Info);
    }

    private Score Grade(JudgeVerdict verdict, JudgeRuling ruling)
    {
        var parts = options.Axes.ToDictionary(axis => axis.Name, axis => (double)verdict.GetGrade(axis.Name), StringComparer.Ordinal);
        var value = options.Axes.Average(axis => (parts[axis.Name] - axis.Lowest) / ((double)axis.Highest - axis.Lowest));
        PanelParts.Add(parts, [ruling]);
        return Score.Graded(value) with { Parts = parts, Explanation = verdict.FindText("explanation") };
    }
}
