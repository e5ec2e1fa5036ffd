using MedBench.Judging;

namespace MedBench;

/// <summary>Has a judge compare the answer with the reference answer, in both orders, so that neither place is an advantage.</summary>
/// <remarks>
/// Value: 1 where the answer is preferred in both orders, 0 where the reference is, and 0.5 where both are called a tie or the orders disagree: any
/// disagreement is a tie, as in A Benchmark for Long-Form Medical Question Answering (lavita-ai/medical-eval-sphere, <c>src/llm_judge.py</c>; theirs asks
/// three times an order, which <see cref="JudgePanel.Samples"/> gives). Both orders are always asked, so that nothing depends on
/// when a sample is scored. The reference is the preferred one of a <see cref="TextTarget"/>, or of a <see cref="RubricTarget"/> that has one. Parts: <c>consistent</c>, 1 where the orders agree; for a panel <c>agreement</c> and <c>votes:winner:VALUE</c>.
/// </remarks>
public sealed class PairwiseScorer : IScorer
{
    private readonly JudgePanel panel;
    private readonly JudgePrompt prompt;

    /// <summary>Initializes the scorer.</summary>
    /// <param name="options">Who judges, by which prompt; null means one judge and the built-in prompt.</param>
    /// <exception cref="ArgumentException">The panel cannot judge.</exception>
    public PairwiseScorer(PairwiseOptions? options = null)
    {
        (panel, prompt) = ((options?.Panel ?? new JudgePanel()).Checked(), options?.Prompt ?? PairwisePrompt.Default);
        Info = new ScorerInfo
        {
            Id = "pairwise",
            Version = "1",
            Metric = "preference over the reference",
            Range = ScoreRange.ZeroToOne,
            DenominatorPolicy = "wins + half of the ties / (all samples - failed - unsupported); orders that disagree are a tie; unanswered samples count as 0; without both verdicts a sample fails",
            RequiredRoles = panel.Roles,
            Parameters = new Dictionary<string, string>(panel.Parameters, StringComparer.Ordinal) { ["prompt"] = prompt.Hash },
        };
    }

    /// <inheritdoc />
    public ScorerInfo Info { get; }

    /// <inheritdoc />
    public async ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
    {
        var reference = sample.Target is RubricTarget { References: [var ideal, ..] } ? ideal : JudgedText.Target<TextTarget>(sample, Info).References[0];
        if (prediction is Unanswered unanswered)
        {
            return Score.None(unanswered.Outcome);
        }

        var contest = await PairwiseContest.HoldAsync(models, panel, prompt, JudgedText.Question(sample.Input), JudgedText.Answer(sample, prediction, Info), reference, "pair", cancellationToken).ConfigureAwait(false);
        if (contest.Value is not { } value)
        {
            return contest.Rulings.First(ruling => ruling.Verdict is null).Unscored(Info);
        }

        var parts = new Dictionary<string, double>(StringComparer.Ordinal) { ["consistent"] = contest.IsConsistent ? 1 : 0 };
        PanelParts.Add(parts, contest.Rulings);
        return Score.Graded(value) with { Parts = parts, Explanation = contest.Rulings[0].Verdict!.FindText("explanation") };
    }
}
