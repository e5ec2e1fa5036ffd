using System.Text;
using MedBench.Tests.Replay;
using MedBench.Tests.Running;

namespace MedBench.Tests.Datasets.Download;

public sealed class AutomaticSourceTests : DownloadFixture
{
    private const string Lines = "Which comes first?|A\nWhich comes second?|B\n";

    private static readonly byte[] Questions = Encoding.UTF8.GetBytes(Lines);

    private readonly IBenchmark benchmark = new Published();

    private string Runs => Path.Combine(Cache, "runs");

    [Test]
    public async Task A_run_fetches_what_is_missing_and_records_its_hash()
    {
        Hub.Files[$"{Dataset}/lines.txt"] = Questions;
        var plan = new EvaluationPlan { Benchmarks = [new BenchmarkSelection(benchmark, DatasetSource.Automatic(Options))], Models = [new FunctionModel(_ => "A")] };
        var summary = await new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = Runs });
        Assert.That((summary.IsComplete, summary.Finished), Is.EqualTo((true, 2L)));
        Assert.That(await System.IO.File.ReadAllTextAsync(Path.Combine(Runs, "manifest.json")), Does.Contain("benchmarks/lines/files/test/lines.txt").And.Contain(Hash(Questions)));
        Assert.That(Hub.Requests.Select(request => request.Path.Split('/')[^1].Split('?')[0]), Is.EqualTo(new[] { "lines.txt", "lines.txt" }), "the pool is not needed and not fetched");
    }

    [Test]
    public async Task A_run_resumed_after_the_cache_was_emptied_is_the_same_run()
    {
        Hub.Files[$"{Dataset}/lines.txt"] = Questions;
        var plan = new EvaluationPlan { Benchmarks = [new BenchmarkSelection(benchmark, DatasetSource.Automatic(Options))], Models = [new FunctionModel(_ => "A")] };
        await new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = Runs });
        var before = await System.IO.File.ReadAllBytesAsync(Path.Combine(Runs, "results.jsonl"));
        Directory.Delete(Path.Combine(Cache, "lines"), recursive: true);
        await new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = Runs });
        Assert.That(await System.IO.File.ReadAllBytesAsync(Path.Combine(Runs, "results.jsonl")), Is.EqualTo(before));
    }

    [Test]
    public async Task A_preview_fetches_too_and_a_pool_where_examples_are_shown()
    {
        Hub.Files[$"{Dataset}/lines.txt"] = Questions;
        var selection = new BenchmarkSelection(benchmark, DatasetSource.Automatic(Options));
        Assert.That((await PromptPreview.CreateAsync(selection, OpenMedLm.ZeroShot(), 1)).ToText(), Does.Contain("Which comes second?"));
        await Assert.ThatAsync(() => PromptPreview.CreateAsync(selection, OpenMedLm.FewShot(), 1), Throws.InstanceOf<DatasetException>().With.Message.Contains("pool.txt"));
    }

    [Test]
    public async Task A_run_that_cannot_have_its_data_ends_before_the_first_call()
    {
        var plan = new EvaluationPlan { Benchmarks = [new BenchmarkSelection(benchmark, DatasetSource.Automatic(Options with { Offline = true }))], Models = [new FunctionModel(string (_) => throw new InvalidOperationException("asked"))] };
        await Assert.ThatAsync(() => new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = Runs }), Throws.InstanceOf<DatasetException>().With.Message.StartsWith("lines: lines.txt is not in the cache at "));
    }

    [Test]
    public void Who_reads_without_preparing_is_told()
        => Assert.That(() => DatasetSource.Automatic(Options).Find("test", ["*"]), Throws.InstanceOf<DatasetException>().With.Message.Contains("await PrepareAsync"));

    private sealed class Published : IBenchmark
    {
        private readonly LinesBenchmark lines = new();

        public BenchmarkCard Card => lines.Card with
        {
            Downloads =
            [
                DataDownload.HuggingFace(Dataset, "lines.txt", HubServer.Commit) with { Sha256 = Hash(Questions), Splits = ["test"] },
                DataDownload.HuggingFace(Dataset, "pool.txt", HubServer.Commit) with { Sha256 = Hash(Questions), Splits = ["pool"] },
            ],
        };

        public IPromptStrategy DefaultStrategy => lines.DefaultStrategy;

        public IReadOnlyList<IScorer> Scorers => lines.Scorers;

        public IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default) => lines.LoadAsync(split, source, cancellationToken);
    }
}
