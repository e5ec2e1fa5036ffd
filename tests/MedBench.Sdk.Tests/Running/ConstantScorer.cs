namespace MedBench.Tests.Running;

/// <summary>Gives every sample the same grade, whatever it is.</summary>
internal sealed class ConstantScorer(double value, string id = "constant") : IScorer
{
    public ScorerInfo Info { get; } = new() { Id = id, Version = "1", Metric = "grade", DenominatorPolicy = "all" };

    public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
        => ValueTask.FromResult(new Score { Outcome = Outcome.Graded, Value = value });
}
