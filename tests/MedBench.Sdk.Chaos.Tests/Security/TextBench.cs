using System.Globalization;
using System.Runtime.CompilerServices;

namespace MedBench.Chaos;

/// <summary>Questions whose right answer is A and whose every text holds a given one.</summary>
internal sealed class TextBench(string text, int count = 4) : IBenchmark
{
    public BenchmarkCard Card => new()
    {
        Id = text + "-benchmark", Version = "1", Title = text, Citation = text, License = License, AccessTier = Tier,
        Splits = [new SplitInfo { Name = "test" }], PrimaryMetric = text + "-metric", PromptFields = ["stem"], Remarks = [text],
    };

    public string License { get; init; } = "test licence";

    public AccessTier Tier { get; init; }

    public IPromptStrategy DefaultStrategy => new AskOnce(text);

    public IReadOnlyList<IScorer> Scorers => [new WordedScorer(text)];

    /// <summary>Gets the id of a sample; by default it ends in its number.</summary>
    public Func<int, string> IdOf { get; init; } = number => $"{text}-{number.ToString("D3", CultureInfo.InvariantCulture)}";

    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return new Sample
            {
                Input = new SampleInput { Id = IdOf(i), Stem = $"{text} {i}", Options = [new ChoiceOption("A", text), new ChoiceOption("B", "other")] },
                Target = new ChoiceTarget("A"),
                ClusterId = text,
                Tags = new Dictionary<string, string> { [text + "-tag"] = text + (i % 2 == 0 ? "-even" : "-odd") },
                Defects = i == 0 ? [text + "-defect"] : [],
            };
        }
    }

    /// <summary>Asks once; whoever replies "A" is right.</summary>
    internal sealed class AskOnce(string text) : IPromptStrategy
    {
        public StrategyInfo Info => new() { Id = text + "-strategy", Version = "1", Parameters = new Dictionary<string, string> { [text] = text } };

        public async Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
        {
            var reply = await models.Subject.CompleteAsync(ModelRequest.FromText(input.Stem), cancellationToken);
            return new ChoicePrediction { Labels = [reply.Text.StartsWith('A') ? "A" : "B"], Reply = reply.Text };
        }
    }

    private sealed class WordedScorer(string text) : IScorer
    {
        private readonly ChoiceScorer inner = new();

        public ScorerInfo Info => inner.Info with { Id = text + "-scorer", Metric = text + "-metric", DenominatorPolicy = text + "-policy" };

        public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
            => inner.ScoreAsync(sample, prediction, models, cancellationToken);
    }
}
