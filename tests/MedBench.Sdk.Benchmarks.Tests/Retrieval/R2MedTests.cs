using MedBench.Benchmarks.Tests.EndToEnd;
using MedBench.Benchmarks.Tests.Exams;
using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Retrieval;

/// <summary>All eight sets over one fixture in their layout; the oracle of HyDE writes the text of a relevant document.</summary>
[TestFixture("Biology")]
[TestFixture("Bioinformatics")]
[TestFixture("Medical-Sciences")]
[TestFixture("MedXpertQA-Exam")]
[TestFixture("MedQA-Diag")]
[TestFixture("PMC-Treatment")]
[TestFixture("PMC-Clinical")]
[TestFixture("IIYi-Clinical")]
public sealed class R2MedTests(string set) : PublishedBenchmarkSpecification
{
    internal static IReadOnlyList<R2MedSet> Sets { get; } = [new R2MedBiology(), new R2MedBioinformatics(), new R2MedMedicalSciences(), new R2MedMedXpertQaExam(), new R2MedMedQaDiag(), new R2MedPmcTreatment(), new R2MedPmcClinical(), new R2MedIiyiClinical()];

    protected override string FixtureFolder => Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", "r2med");

    protected override IReadOnlyList<string> AuxiliaryData => ["query", "qrels", "corpus", "pool"];

    [Test]
    public async Task Queries_judgements_and_documents_are_read_and_a_query_without_a_judgement_is_left_out()
    {
        var benchmark = CreateBenchmark();
        var samples = await ExamData.LoadAsync(benchmark, CreateSource());
        var documents = await benchmark.LoadDocumentsAsync(CreateSource()).ToListAsync();
        Assert.Multiple(() =>
        {
            Assert.That(samples.Select(sample => sample.Input.Id), Is.EqualTo(["0", "1", "2"]));
            Assert.That(((RankingTarget)samples[0].Target).Relevance, Is.EquivalentTo(new Dictionary<string, int> { ["iron/ferritin_0.txt"] = 1, ["iron/menorrhagia_1.txt"] = 1 }));
            Assert.That(samples.Select(sample => sample.Tags.GetValueOrDefault("body-system")), Is.EqualTo(["Blood", null, "Endocrine"]));
            Assert.That(samples.Select(sample => sample.Input.Subject), Is.All.EqualTo(set));
            Assert.That(documents, Has.Count.EqualTo(8));
            Assert.That(samples.SelectMany(sample => ((RankingTarget)sample.Target).Relevance.Keys).Except(documents.Select(document => document.Id)), Is.Empty);
            Assert.That(benchmark.Card.Downloads.Select(download => download.Revision), Is.All.Length.EqualTo(40));
        });
    }

    [Test]
    public async Task Every_search_of_the_paper_runs_over_the_set()
    {
        var samples = await ExamData.LoadAsync(CreateBenchmark(), CreateSource());
        var folder = Directory.CreateTempSubdirectory("medbench-r2med-").FullName;
        try
        {
            IPromptStrategy[] strategies =
            [
                R2MedStrategies.Bm25(), R2MedStrategies.Bm25AsPublished(), R2MedStrategies.Dense(), R2MedStrategies.HydeBm25(), R2MedStrategies.HydeDense(), R2MedStrategies.Query2docBm25(),
                R2MedStrategies.Query2docDense(), R2MedStrategies.LamerBm25(), R2MedStrategies.LamerDense(), R2MedStrategies.Bm25Reranked(), R2MedStrategies.DenseReranked(),
            ];
            var plan = new EvaluationPlan { Benchmarks = [new BenchmarkSelection(CreateBenchmark(), CreateSource())], Models = [CreateOracle(samples)], Strategies = strategies };
            var summary = await new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = Path.Combine(folder, "run") });
            Assert.That(summary.Cells.Select(cell => cell.Strategy), Is.EqualTo(strategies.Select(strategy => strategy.Info.Id)));
            Assert.That(summary.Cells.Select(cell => cell.Score?.Estimate ?? -1), Is.All.GreaterThan(0));
            Assert.That(summary.Cells.Where(cell => cell.Strategy.Contains("hyde", StringComparison.Ordinal)).Select(cell => cell.Score!.Value.Estimate), Is.All.EqualTo(1.0).Within(1e-9));
            Assert.That(summary.Cells.Take(3).Select(cell => cell.Calls), Is.All.Zero, "A retriever alone asks no model.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    protected override IBenchmark CreateBenchmark() => Sets.Single(benchmark => benchmark.Card.Title == $"R2MED: {set}");

    protected override IModelClient CreateOracle(IReadOnlyList<Sample> samples) => new Author(samples);

    /// <summary>Writes the texts of the documents that are relevant to the query in the prompt; asked to rank, it names the numbers of those that it is shown.</summary>
    private sealed class Author(IReadOnlyList<Sample> samples) : IModelClient
    {
        private readonly Dictionary<string, string> texts = File.ReadLines(Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", "r2med", "corpus.jsonl"))
            .Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement).ToDictionary(json => json.GetProperty("id").GetString()!, json => json.GetProperty("text").GetString()!);

        public ModelInfo Info { get; } = OracleModelClient.WithEveryPower with { Id = "author" };

        public Task<Microsoft.Extensions.AI.ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default)
        {
            var prompt = request.Messages[^1].Text;
            var sample = samples.Single(sample => prompt.Contains(sample.Input.Stem, StringComparison.Ordinal));
            string[] relevant = [.. ((RankingTarget)sample.Target).Relevance.Keys.Select(id => texts[id])];
            var numbers = prompt.Split('\n').Where(line => line.StartsWith('[') && relevant.Any(text => line.EndsWith(text, StringComparison.Ordinal))).Select(line => line[..(line.IndexOf(']', StringComparison.Ordinal) + 1)]);
            var reply = prompt.StartsWith("Rank the passages", StringComparison.Ordinal) ? string.Join(" > ", numbers.DefaultIfEmpty("[1]")) : $"<think>which?</think>{string.Join(' ', relevant)}";
            return Task.FromResult(new Microsoft.Extensions.AI.ChatResponse(new Microsoft.Extensions.AI.ChatMessage(Microsoft.Extensions.AI.ChatRole.Assistant, reply)) { ModelId = Info.Id });
        }
    }
}
