using System.Numerics.Tensors;

namespace MedBench.PublicApi;

/// <summary>Retrieval: rank the passages that come with a question; no model is asked.</summary>
internal sealed class PassageSearch : IBenchmark
{
    public BenchmarkCard Card { get; } = Cards.Create("outside-passage-search", "nDCG@10", "query", "passages");

    public IPromptStrategy DefaultStrategy { get; } = new NearestPassages();

    public IReadOnlyList<IScorer> Scorers { get; } = [new NdcgScorer(), new RecallAtOneScorer()];

    public IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default) => new[]
    {
        Query("found", "fever in children", new() { ["a"] = 2 }),
        Query("missed", "fever in children", new() { ["c"] = 1 }),
    }.ToAsyncEnumerable();

    private static Sample Query(string id, string query, Dictionary<string, int> relevance) => new()
    {
        Input = new SampleInput { Id = id, Stem = query, Context = [new("b", "Children with fever and a rash"), new("a", "Fever in children"), new("c", "Paracetamol lowers temperature")] },
        Target = new RankingTarget(relevance),
    };
}

/// <summary>Orders passages by the cosine of their embeddings with the query's.</summary>
internal sealed class NearestPassages : IPromptStrategy
{
    public StrategyInfo Info { get; } = new() { Id = "nearest-passages", Version = "1", UsesEmbeddings = true };

    public async Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
    {
        var vectors = await models.Embeddings.GenerateAsync([input.Stem, .. input.Context.Select(passage => passage.Text)], cancellationToken: cancellationToken);
        var ranked = input.Context
            .Select((passage, i) => (Id: passage.Label!, Similarity: TensorPrimitives.Dot(vectors[0].Vector.Span, vectors[i + 1].Vector.Span)))
            .OrderByDescending(passage => passage.Similarity).ThenBy(passage => passage.Id, StringComparer.Ordinal);
        return new RankingPrediction([.. ranked.Select(passage => passage.Id)]);
    }
}

/// <summary>nDCG@10 with the linear gain of trec_eval.</summary>
internal sealed class NdcgScorer : IScorer
{
    public ScorerInfo Info { get; } = new() { Id = "ndcg-at-10", Version = "1", Metric = "nDCG@10", DenominatorPolicy = "all queries" };

    public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
    {
        var relevance = ((RankingTarget)sample.Target).Relevance;
        var gains = ((RankingPrediction)prediction).Ids.Select(id => relevance.GetValueOrDefault(id));
        return ValueTask.FromResult(Score.Graded(Discount(gains) / Discount(relevance.Values.OrderDescending())));
    }

    private static double Discount(IEnumerable<int> gains) => gains.Take(10).Select((gain, rank) => gain / Math.Log2(rank + 2)).Sum();
}

/// <summary>Whether the first passage is a relevant one.</summary>
internal sealed class RecallAtOneScorer : IScorer
{
    public ScorerInfo Info { get; } = new() { Id = "recall-at-1", Version = "1", Metric = "recall@1", DenominatorPolicy = "all queries" };

    public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
        => ValueTask.FromResult(Score.Binary(((RankingTarget)sample.Target).Relevance.ContainsKey(((RankingPrediction)prediction).Ids[0])));
}
