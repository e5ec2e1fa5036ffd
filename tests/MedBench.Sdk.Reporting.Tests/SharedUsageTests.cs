namespace MedBench.Reporting.Tests;

/// <summary>Calls that samples share stand on a line of their own, and in the total of the headline.</summary>
public sealed class SharedUsageTests : ReportFixture
{
    [Test]
    public async Task Shared_calls_are_a_line_of_their_own_and_part_of_the_total()
    {
        var summary = await RunAsync(new Wording("plain"), 6, change: plan => plan with { Strategies = [new Sharing("one"), new Sharing("two")] });
        var report = await ReadReportAsync();
        var rows = Rows(report, "Scores: ");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(summary.Shared, Has.Count.EqualTo(2));
            Assert.That(summary.Shared.Select(part => part.Calls), Is.All.EqualTo(1));
            Assert.That(report.QuerySelector("header")!.TextContent, Does.Contain("26 model calls, 2 of them shared by samples"));
            Assert.That(rows.TakeLast(2).Select(row => (row[0], row[2], row[7])), Is.All.EqualTo(("shared by samples", "–", "1")));
            Assert.That(report.QuerySelectorAll("p.note").Select(note => note.TextContent), Has.Some.StartsWith("Calls that samples share"));
        }
    }

    [Test]
    public async Task Vectors_are_a_line_with_their_tokens()
    {
        using var words = new HashedTfIdfEmbeddingGenerator();
        await RunAsync(new Wording("plain"), 6, change: plan => plan with { Strategies = [new Embedding()], Embeddings = words });
        var line = Rows(await ReadReportAsync(), "Scores: ").Last();
        Assert.That((line[0], line[2], line[7], line[8], line[9]), Is.EqualTo(("embeddings, of the whole run", "–", "1", "3", "0")));
    }

    /// <summary>Has the same three words embedded for every sample.</summary>
    private sealed class Embedding : IPromptStrategy
    {
        public StrategyInfo Info { get; } = new() { Id = "embedding", Version = "1", UsesEmbeddings = true };

        public async Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
        {
            await models.Embeddings.GenerateAsync(["fever cough rash"], cancellationToken: cancellationToken);
            return new ChoicePrediction { Labels = [input.Options[0].Label] };
        }
    }

    private sealed class Sharing(string id) : IPromptStrategy
    {
        public StrategyInfo Info { get; } = new() { Id = id, Version = "1" };

        public async Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
        {
            var shared = models.Share("warm-up").Subject;
            await models.Bank.GetOrCreateAsync(shared.Info.Id, async token => (await shared.CompleteAsync(ModelRequest.FromText(input.Stem.Length > 0 ? "warm up" : ""), token)).Text, cancellationToken);
            await models.Subject.CompleteAsync(ModelRequest.FromText(input.Stem), cancellationToken);
            return new ChoicePrediction { Labels = [input.Options[0].Label] };
        }
    }
}
