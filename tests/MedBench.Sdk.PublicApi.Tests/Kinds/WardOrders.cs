using System.Text.Json;

namespace MedBench.PublicApi;

/// <summary>A tool agent: look results up, prescribe, and be graded by what was prescribed.</summary>
internal sealed class WardOrders : IBenchmark
{
    public BenchmarkCard Card { get; } = Cards.Create("outside-ward-orders", "success rate", "task");

    public IPromptStrategy DefaultStrategy { get; } = new ToolLoop();

    public IReadOnlyList<IScorer> Scorers { get; } = [new StateScorer()];

    public IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default) => new[]
    {
        new Sample
        {
            Input = new SampleInput { Id = "w1", Stem = "Bed 4 has an odd ECG. Look up potassium and creatinine and prescribe what is needed.", Environment = new Ward() },
            Target = new StateTarget(JsonElement.Parse("""{"prescribed":[{"drug":"calcium gluconate","grams":1.5}]}""")),
        },
    }.ToAsyncEnumerable();
}

/// <summary>Whether what was left behind is what was expected, member by member.</summary>
internal sealed class StateScorer : IScorer
{
    public ScorerInfo Info { get; } = new() { Id = "end-state", Version = "1", Metric = "success rate", DenominatorPolicy = "all tasks" };

    public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
        => ValueTask.FromResult(prediction is StatePrediction { State: var state }
            ? Score.Binary(JsonElement.DeepEquals(((StateTarget)sample.Target).Expected, state)) with { Predicted = state.GetRawText() }
            : Score.None(((Unanswered)prediction).Outcome));
}
