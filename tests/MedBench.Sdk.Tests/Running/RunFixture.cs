using System.Security.Cryptography;

namespace MedBench.Tests.Running;

/// <summary>A folder of its own for each test, and the shortest way to run a plan in it.</summary>
public abstract class RunFixture
{
    protected string Root { get; private set; } = "";

    [SetUp]
    public void CreateFolder() => Root = Directory.CreateTempSubdirectory("medbench-run-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(Root, recursive: true);

    protected string Folder(string name) => Path.Combine(Root, name);

    internal static EvaluationPlan Plan(IModelClient model, int samples = 20, params IPromptStrategy[] strategies) => new()
    {
        Benchmarks = [new BenchmarkSelection(new LetterBenchmark(samples))],
        Models = [model],
        Strategies = strategies,
    };

    protected Task<RunSummary> RunAsync(EvaluationPlan plan, string folder = "run", int concurrency = 4, CancellationToken cancellationToken = default)
        => new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = Folder(folder), Concurrency = concurrency }, cancellationToken);

    /// <summary>Hashes the files of a run that must not depend on time, order or place.</summary>
    protected string Hash(string folder = "run")
    {
        var bytes = new[] { "results.jsonl", "summary.json", "report.md" }.SelectMany(file => File.ReadAllBytes(Path.Combine(Folder(folder), file))).ToArray();
        return Convert.ToHexString(SHA256.HashData(bytes));
    }

    protected string[] ResultLines(string folder = "run") => File.ReadAllLines(Path.Combine(Folder(folder), "results.jsonl"));
}
