namespace MedBench.Benchmarks;

/// <summary>TruthfulQA MC2: how much of the probability lies on the true answers?</summary>
public sealed class TruthfulQaMc2() : TruthfulQaChoice("truthfulqa-mc2", "several true answers (MC2)", "probability mass", "The softmax is taken of whole log-likelihoods, so that longer answers weigh less: that is the published metric.")
{
    /// <inheritdoc />
    public override IReadOnlyList<IScorer> Scorers { get; } = [new ProbabilityMassScorer()];

    private protected override TruthfulQaAnswers ReadAnswers(DatasetRow row) => TruthfulQaAnswers.Read(row, "mc2_targets", "Correct Answers");
}
