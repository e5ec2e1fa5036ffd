using MedBench.Scoring;

namespace MedBench;

/// <summary>Scores choices by the probability that lies on the right options together: TruthfulQA's MC2.</summary>
/// <remarks>
/// Σ over the right options of pᵢ, from 0 to 1, with pᵢ = exp(ℓᵢ) / Σⱼ exp(ℓⱼ) of the options' log-likelihoods ℓ (Lin et al., ACL 2022; EleutherAI
/// lm-evaluation-harness, lm_eval/tasks/truthfulqa/utils.py, process_results_mc2). The harness takes each exponential by itself, which gives 0/0 for texts
/// less likely than e^−745; the strategies here take the largest off first. Shares of votes that add up to less than 1 are taken as they
/// are: what was invalid lies on no option. A choice without probabilities is Unsupported, for it has no mass to measure.
/// </remarks>
public sealed class ProbabilityMassScorer : IScorer
{
    private const string Id = "probability-mass";

    /// <inheritdoc />
    public ScorerInfo Info { get; } = new()
    {
        Id = Id,
        Version = "1",
        Metric = "probability mass",
        Range = ScoreRange.ZeroToOne,
        DenominatorPolicy = "sum of the mass on right options / (all samples - failed - unsupported); abstained, unparsed, refused and truncated count as 0",
    };

    /// <inheritdoc />
    public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
    {
        var target = sample.Target as ChoiceTarget ?? throw WrongKind.Target(sample, Id, nameof(ChoiceTarget));
        var gold = string.Join(',', target.Labels);
        return ValueTask.FromResult(prediction switch
        {
            ChoicePrediction { Probabilities: { } probabilities } choice => Score.Graded(Math.Min(1, target.Labels.Sum(label => probabilities.GetValueOrDefault(label)))) with
            {
                Gold = gold,
                Predicted = string.Join(',', choice.Labels),
            },
            ChoicePrediction => Score.None(Outcome.Unsupported, "The strategy gives no probabilities. Choose one that compares likelihoods, or one that votes.") with { Gold = gold },
            Unanswered unanswered => Score.None(unanswered.Outcome) with { Gold = gold },
            _ => throw WrongKind.Prediction(sample, prediction, Id, nameof(ChoicePrediction)),
        });
    }
}
