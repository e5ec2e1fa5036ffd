namespace MedBench.PublicApi;

/// <summary>A folder of its own for each test, and the shortest ways to run a plan in it.</summary>
public abstract class RunBench
{
    private string root = "";

    /// <summary>Gets a folder for data.</summary>
    protected string Data { get; private set; } = "";

    protected string Folder => Path.Combine(root, "run");

    [SetUp]
    public void CreateFolder()
    {
        root = Directory.CreateTempSubdirectory("medbench-outside-").FullName;
        Data = Directory.CreateDirectory(Path.Combine(root, "data")).FullName;
    }

    [TearDown]
    public void DeleteFolder() => Directory.Delete(root, recursive: true);

    internal static EvaluationPlan Plan(IBenchmark benchmark, IModelClient subject, IDatasetSource? source = null) => new()
    {
        Benchmarks = [new BenchmarkSelection(benchmark, source)],
        Models = [subject],
    };

    internal static EvaluationPlan Plan(IBenchmark benchmark, IModelClient subject, string role, IModelClient player)
        => Plan(benchmark, subject) with { Roles = new Dictionary<string, IModelClient> { [role] = player } };

    /// <summary>Runs a plan, or continues it, and returns the results by sample.</summary>
    protected async Task<IReadOnlyDictionary<string, SampleResult>> RunAsync(EvaluationPlan plan)
    {
        var results = new SortedDictionary<string, SampleResult>(StringComparer.Ordinal);
        await foreach (var result in new EvaluationRunner().StreamAsync(plan, Options()))
        {
            results.Add(result.Id, result);
        }

        return results;
    }

    protected Task<RunSummary> SummarizeAsync(EvaluationPlan plan) => new EvaluationRunner().EvaluateAsync(plan, Options());

    /// <summary>Runs a plan twice and asserts that the second run asks nobody and finds the same.</summary>
    internal async Task AssertSecondRunSendsNothing(EvaluationPlan plan, int calls)
    {
        var models = plan.Models.Concat(plan.Roles.Values).Cast<ScriptedModel>().ToList();
        await RunAsync(plan);
        var (asked, results) = (Calls(), ReadResults());
        await RunAsync(plan);
        Assert.Multiple(() =>
        {
            Assert.That(asked, Is.EqualTo(calls));
            Assert.That(Calls(), Is.EqualTo(calls), "the second run asks nobody");
            Assert.That(ReadResults(), Is.EqualTo(results));
        });

        int Calls() => models.Sum(model => model.Requests.Count);
    }

    private string ReadResults() => File.ReadAllText(Path.Combine(Folder, "results.jsonl"));

    private RunOptions Options() => new() { Folder = Folder, Concurrency = 2, Resilience = new ResilienceOptions { MaxAttempts = 1 } };
}
