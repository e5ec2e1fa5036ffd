using System.Runtime.CompilerServices;

namespace MedBench.Tests.Prompting.Retrieval;

/// <summary>Questions over a small collection; the document about the asked thing is relevant.</summary>
internal sealed class LibraryBenchmark(string fact = "inhibits platelets", string id = "library") : IBenchmark
{
    public static IReadOnlyList<string> Drugs { get; } = ["aspirin", "heparin", "warfarin", "insulin"];

    public int Loads { get; private set; }

    public bool HasDocuments { get; init; } = true;

    public BenchmarkCard Card => new()
    {
        Id = id, Version = "1", Title = "Library", Citation = "none", License = "test licence", Kind = BenchmarkKind.Retrieval,
        Splits = [new SplitInfo { Name = "test" }], PrimaryMetric = "nDCG@10", PromptFields = ["text"],
    };

    public IPromptStrategy DefaultStrategy { get; } = new RetrievalStrategy(new RetrievalPrompting { Id = "bm25", Version = "1", Description = "BM25.", Retriever = new Bm25Retriever() });

    public IReadOnlyList<IScorer> Scorers { get; } = [new RankingScorer(new RankingOptions { FurtherCutoffs = [1] })];

    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        foreach (var drug in Drugs)
        {
            yield return new Sample { Input = new SampleInput { Id = $"q-{drug}", Stem = $"What does {drug} do?" }, Target = new RankingTarget(new Dictionary<string, int> { [$"d-{drug}"] = 1 }) };
        }
    }

    public async IAsyncEnumerable<Document> LoadDocumentsAsync(IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        Loads++;
        foreach (var drug in HasDocuments ? Drugs : [])
        {
            yield return new Document { Id = $"d-{drug}", Text = $"This text is about {drug}: it {(drug == "aspirin" ? fact : "has other effects")}." };
        }
    }
}
