using MedBench.Testing;
using MedBench.Tests.Running;

namespace MedBench.Tests.Datasets.Subsets;

public sealed class SubsetBenchmarkTests : RunFixture
{
    [Test]
    public async Task The_chosen_questions_are_asked_in_the_order_of_the_whole()
    {
        var (whole, source, ids) = await Whole();
        var subset = new SubsetBenchmark(whole, "some-hard", [ids[2], ids[0]], "Chosen by hand.");
        var samples = await subset.LoadAsync(subset.Card.EvaluationSplit.Name, source).ToListAsync();
        Assert.Multiple(() =>
        {
            Assert.That(samples.Select(sample => sample.Input.Id), Is.EqualTo(new[] { ids[0], ids[2] }));
            Assert.That((subset.Card.Id, subset.Card.EvaluationSplit.Count, subset.Card.Splits.Count, subset.Card.Remarks[0]), Is.EqualTo(("some-hard", 2, 1, "Chosen by hand.")));
            Assert.That(subset.Scorers, Is.SameAs(whole.Scorers));
        });
    }

    [Test]
    public async Task Documents_and_roles_are_those_of_the_whole()
    {
        var whole = new Library();
        var subset = new SubsetBenchmark(whole, "part", ["1"], "x");
        Assert.That(await subset.LoadDocumentsAsync(DatasetSource.None).Select(document => document.Id).ToListAsync(), Is.EqualTo(new[] { "d" }));
        Assert.That((await subset.CreateRolesAsync("test", DatasetSource.None)).Keys, Is.EqualTo(new[] { "records" }));
    }

    [Test]
    public async Task The_selection_is_part_of_the_version_and_its_order_is_not()
    {
        var (whole, _, ids) = await Whole();
        string Version(params string[] chosen) => new SubsetBenchmark(whole, "some-hard", chosen, "x").Card.Version;
        Assert.That((Version(ids[0], ids[1]) == Version(ids[1], ids[0]), Version(ids[0], ids[1]) == Version(ids[0], ids[2])), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task A_run_of_a_subset_counts_its_questions_alone_and_its_fingerprint_names_it()
    {
        var (whole, source, ids) = await Whole();
        var items = ids.Select((id, i) => new ItemDifficulty(id, i % 2, 2)).Reverse();
        var subset = await new HardSubset { Most = 3 }.ApplyAsync(whole, source, "every-second", items);
        var plan = new EvaluationPlan { Benchmarks = [new BenchmarkSelection(subset, source)], Models = [new ScriptedModelClient(_ => "### Answer\n(A)")], Strategies = [OpenMedLm.ZeroShot()] };
        var folder = Folder("subset");
        var summary = await new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = folder });
        Assert.Multiple(() =>
        {
            Assert.That((summary.Cells[0].Benchmark, summary.Cells[0].Samples), Is.EqualTo(("every-second", (ids.Count + 1) / 2)));
            Assert.That(RunReader.ReadFingerprint(folder)["benchmarks/every-second/version"], Is.EqualTo(subset.Card.Version));
            Assert.That(subset.Card.Remarks[0], Is.EqualTo("The questions of which less than 50 % of up to 2 recorded answers were right, the first 3 of them. Scores of models that had a part in the choice are biased downwards."));
        });
    }

    [Test]
    public async Task A_chosen_question_that_is_not_there_is_reported()
    {
        var (whole, source, ids) = await Whole();
        var subset = new SubsetBenchmark(whole, "some-hard", [ids[0], "nowhere"], "x");
        await Assert.ThatAsync(async () => await subset.LoadAsync(subset.Card.EvaluationSplit.Name, source).CountAsync(), Throws.InstanceOf<DatasetException>().With.Message.Contains("1 of the 2 chosen questions are not there, 'nowhere' among them"));
        await Assert.ThatAsync(async () => await subset.LoadAsync("other", source).CountAsync(), Throws.InstanceOf<DatasetException>().With.Message.Contains("there is no split 'other'"));
    }

    [Test]
    public async Task Nothing_and_the_id_of_the_whole_are_refused()
    {
        var (whole, _, ids) = await Whole();
        Assert.Multiple(() =>
        {
            Assert.That(() => new SubsetBenchmark(whole, "x", [], "x"), Throws.ArgumentException.With.Message.StartsWith("No question is chosen"));
            Assert.That(() => new SubsetBenchmark(whole, whole.Card.Id, ids, "x"), Throws.ArgumentException.With.Message.Contains("Give it one of its own"));
            Assert.That(() => new SubsetBenchmark(whole, "x", ids, "x", "nowhere"), Throws.ArgumentException.With.Message.Contains("has no split 'nowhere'"));
        });
    }

    /// <summary>A benchmark with a document and somebody who keeps records.</summary>
    private sealed class Library : IBenchmark
    {
        private readonly LetterBenchmark letters = new(1);

        public BenchmarkCard Card => letters.Card;

        public IPromptStrategy DefaultStrategy => letters.DefaultStrategy;

        public IReadOnlyList<IScorer> Scorers => letters.Scorers;

        public IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default) => letters.LoadAsync(split, source, cancellationToken);

        public IAsyncEnumerable<Document> LoadDocumentsAsync(IDatasetSource source, CancellationToken cancellationToken = default) => new[] { new Document { Id = "d", Text = "text" } }.ToAsyncEnumerable();

        public ValueTask<IReadOnlyDictionary<string, IModelClient>> CreateRolesAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default)
            => ValueTask.FromResult<IReadOnlyDictionary<string, IModelClient>>(new Dictionary<string, IModelClient> { ["records"] = new ScriptedModelClient(_ => "none") });
    }

    /// <summary>Returns a benchmark of four questions with its source and ids.</summary>
    private static async Task<(IBenchmark Benchmark, IDatasetSource Source, IReadOnlyList<string> Ids)> Whole()
    {
        var selection = Plan(new ScriptedModelClient(_ => "A"), 4, OpenMedLm.ZeroShot()).Benchmarks[0];
        var source = selection.Source ?? DatasetSource.None;
        var ids = await selection.Benchmark.LoadAsync(selection.Split ?? selection.Benchmark.Card.EvaluationSplit.Name, source).Select(sample => sample.Input.Id).ToListAsync();
        return (selection.Benchmark, source, ids);
    }
}
