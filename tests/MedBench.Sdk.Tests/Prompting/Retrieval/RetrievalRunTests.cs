using MedBench.Tests.Running;
using MedBench.Testing;

namespace MedBench.Tests.Prompting.Retrieval;

public sealed class RetrievalRunTests : RunFixture
{
    [Test]
    public async Task A_collection_is_read_twice_however_many_samples_models_and_strategies_search_it()
    {
        var benchmark = new LibraryBenchmark();
        var plan = Plan(benchmark, benchmark.DefaultStrategy, new RetrievalStrategy(new RetrievalPrompting { Id = "dense", Version = "1", Description = "Dense.", Retriever = new DenseRetriever() }))
            with { Models = [new ScriptedModelClient(_ => "unused"), new SilentModelClient()] };
        var summary = await RunAsync(plan);
        Assert.That(summary.Cells.Select(cell => (cell.Score!.Value.Estimate, cell.Calls)), Is.All.EqualTo((1.0, 0L)));
        Assert.That(benchmark.Loads, Is.EqualTo(2), "Once before the first call, for the fingerprint, and once when it is first searched.");
    }

    [Test]
    public async Task A_changed_document_is_another_run()
    {
        var benchmark = new LibraryBenchmark();
        await RunAsync(Plan(benchmark, benchmark.DefaultStrategy));
        var exception = await Assert.ThrowsAsync<RunConflictException>(() => RunAsync(Plan(new LibraryBenchmark("relieves pain"), benchmark.DefaultStrategy)));
        Assert.That(exception!.Differences, Has.Some.StartsWith("benchmarks/library/documents: "));
    }

    [Test]
    public async Task A_benchmark_without_documents_is_refused_before_the_first_call()
    {
        var benchmark = new LibraryBenchmark { HasDocuments = false };
        var error = await Assert.ThrowsAsync<DatasetException>(() => RunAsync(Plan(benchmark, benchmark.DefaultStrategy)));
        Assert.That(error!.Message, Does.Contain("the benchmark has no collection of them here"));
    }

    [Test]
    public async Task A_strategy_that_searches_undeclared_is_told_what_to_declare()
    {
        var summary = await RunAsync(Plan(new LibraryBenchmark(), new Undeclared()) with { FailureBudget = 1 });
        Assert.That(summary.Cells[0].Outcomes[Outcome.Failed], Is.EqualTo(4));
        Assert.That(ResultLines()[0], Does.Contain("Set UsesDocuments"));
    }

    [Test]
    public async Task A_preview_shows_the_request_that_a_run_sends_with_the_documents_found()
    {
        var strategy = new RetrievalStrategy(new RetrievalPrompting { Id = "reranked", Version = "1", Description = "Reranked.", Retriever = new Bm25Retriever(), Reranking = new ListwiseReranking() });
        var selection = new BenchmarkSelection(new LibraryBenchmark());
        var model = new ScriptedModelClient(_ => "[1] > [2]");
        var rewriting = Rewritten(2);
        await RunAsync(Plan(new LibraryBenchmark(), rewriting) with { Models = [model], Limit = 1 });
        var preview = await PromptPreview.CreateAsync(selection, rewriting, 0);
        Assert.That(preview.Messages[^1].Text, Is.EqualTo(model.Requests.Single().Messages[^1].Text));
        Assert.That(preview.Messages[^1].Text, Does.Contain("This text is about aspirin"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => PromptPreview.CreateAsync(selection, strategy, 0));
    }

    [Test]
    public async Task Test_access_has_the_documents_that_it_was_given()
    {
        var access = new TestModelAccess { Collection = [new Document { Id = "x", Text = "aspirin" }] };
        Assert.That((await access.Share("k").Documents.SearchAsync("Aspirin", 1)).Single().Id, Is.EqualTo("x"));
        Assert.That(() => new TestModelAccess().Documents, Throws.InvalidOperationException.With.Message.Contains("Collection"));
    }

    internal static RetrievalStrategy Rewritten(int passages) => new(new RetrievalPrompting
    {
        Id = "rewritten", Version = "1", Description = "Rewritten.", Retriever = new Bm25Retriever(),
        Rewriting = new QueryRewriting
        {
            Id = "test", Passages = passages, Combine = (query, written) => RetrievalQuery.Of(written),
            Compose = (input, documents, _) => TextPrompting.Ask(input, $"{input.Stem}|{string.Join('|', documents.Select(document => document.Text))}"),
        },
    });

    private static EvaluationPlan Plan(IBenchmark benchmark, params IPromptStrategy[] strategies)
        => new() { Benchmarks = [new BenchmarkSelection(benchmark)], Models = [new SilentModelClient()], Strategies = strategies };

    private sealed class Undeclared : IPromptStrategy
    {
        public StrategyInfo Info { get; } = new() { Id = "undeclared", Version = "1" };

        public async Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
            => new RankingPrediction([.. (await models.Documents.SearchAsync(input.Stem, 1, cancellationToken: cancellationToken)).Select(hit => hit.Id)]);
    }
}
