using MedBench.Testing;
using MedBench.Tests.Running;
using MedBench.Tests.Scoring;

namespace MedBench.Tests.Datasets.Subsets;

public sealed class HardSubsetTests : RunFixture
{
    private const string Table = """
        dataset,model,method,realidx,gold,predicted
        a,m1,zero_shot,q1,A,A
        a,m1,zero_shot,q2,B,A
        a,m1,zero_shot,q3,C,
        a,m1,zero_shot,q4,D,D
        a,m2,zero_shot,q1,A,B
        a,m2,zero_shot,q2,B,C
        a,m2,zero_shot,q3,C,C
        a,m2,zero_shot,q4,D,A
        a,m3,zero_shot,q1,A,B
        a,m3,zero_shot,q2,B,B
        a,m3,zero_shot,q3,C,A
        b,m1,zero_shot,q1,A,A
        """;

    [TestCase(0.5, null, "q1 q2 q3")]
    [TestCase(0.5, 2, "q1 q2")]
    [TestCase(0.3, null, "")]
    [TestCase(1.0, null, "q1 q2 q3 q4")]
    public async Task Questions_with_a_smaller_share_of_right_answers_are_hard_in_the_order_of_the_set(double below, int? most, string expected)
        => Assert.That(string.Join(' ', new HardSubset { Below = below, Most = most }.Choose(await Items("a"))), Is.EqualTo(expected));

    [Test]
    public async Task The_share_is_of_the_answers_that_there_are()
    {
        var items = await Items("a");
        Assert.That(items.Select(item => $"{item.Id} {item.Right}/{item.Answers}"), Is.EqualTo(["q1 1/3", "q2 1/3", "q3 1/3", "q4 1/2"]));
        Assert.That(new HardSubset { Below = 1, FewestAnswers = 3 }.Choose(items), Has.None.EqualTo("q4"));
        Assert.That((await Items(null))[0], Is.EqualTo(new ItemDifficulty("q1", 2, 4)), "Without a data set the same id counts together.");
    }

    [Test]
    public async Task Results_of_runs_count_like_recorded_predictions()
    {
        // Two models on four questions whose right letters are A, D, C and B: one always says A, the other C.
        string[] letters = ["A", "C"];
        var folders = new List<string>();
        foreach (var letter in letters)
        {
            var plan = Plan(new ScriptedModelClient(_ => $"### Answer\n({letter})") { Info = new ModelInfo { Id = $"says-{letter}" } }, 4, OpenMedLm.ZeroShot());
            var folder = Folder(letter);
            await new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = folder });
            folders.Add(folder);
        }

        var benchmark = RunReader.ReadSummary(folders[0]).Cells[0].Benchmark;
        var items = ItemDifficulty.OfRuns(folders, benchmark);
        Assert.That(items.Select(item => (item.Right, item.Answers)), Is.EqualTo([(1, 2), (0, 2), (1, 2), (0, 2)]));
        Assert.That(new HardSubset().Choose(items), Is.EqualTo(new[] { items[1].Id, items[3].Id }));
        Assert.That(ItemDifficulty.OfRuns(folders, "other"), Is.Empty);
    }

    [Test]
    public async Task A_sample_that_failed_is_no_answer_and_keeps_its_place()
    {
        var (first, second) = (Folder("first"), Folder("second"));
        await EvaluateAsync(first, prompt => FunctionModel.CaseNumber(prompt) == 1 ? throw new ModelException(ModelErrorKind.BadRequest, "no") : "### Answer\n(A)");
        await EvaluateAsync(second, _ => "### Answer\n(A)");
        var items = ItemDifficulty.OfRuns([first, second], "letters");
        Assert.That(items.Select(item => item.Answers), Is.EqualTo([2, 1, 2, 2]), "the second question stands second, though the first run has no answer to it");
        Assert.That(ItemDifficulty.OfRuns([first], "letters"), Has.Count.EqualTo(3));

        Task<RunSummary> EvaluateAsync(string folder, Func<string, string> reply)
            => new EvaluationRunner().EvaluateAsync(Plan(new FunctionModel(reply), 4, OpenMedLm.ZeroShot()), new RunOptions { Folder = folder });
    }

    [Test]
    public async Task Every_published_hard_question_is_judged_again_when_the_same_models_are_asked_again()
    {
        // The released sets were chosen by runs over the whole sets; these are the runs on the chosen questions. Counted by Python's csv alone.
        var path = SharedData.Find("medagentsbench", "predictions_test_hard.csv");
        var predictions = await RecordedPredictions.ReadAsync([new DatasetFile("predictions.csv", () => File.OpenRead(path))]);
        var zeroShot = predictions.Items.Where(item => item.Method == "zero_shot").Select(item => item.Dataset).Distinct().ToDictionary(set => set, set => Count(predictions, set));
        Assert.That(zeroShot.OrderBy(set => set.Key, StringComparer.Ordinal).Select(set => $"{set.Key} {set.Value.Hard} of {set.Value.All}"), Is.EqualTo(["medbullets 84 of 89", "medmcqa 90 of 100", "medqa 88 of 100", "mmlu 68 of 73", "mmlu-pro 95 of 100", "pubmedqa 98 of 100"]));

        static (int Hard, int All) Count(RecordedPredictions predictions, string set)
        {
            var items = ItemDifficulty.Of(predictions, set, "zero_shot");
            return (new HardSubset().Choose(items).Count, items.Count);
        }
    }

    [Test]
    public void Shares_and_numbers_outside_their_limits_are_refused()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => new HardSubset { Below = 0 }, Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => new HardSubset { Below = 1.1 }, Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => new HardSubset { Most = 0 }, Throws.InstanceOf<ArgumentOutOfRangeException>());
        });
    }

    private static async Task<IReadOnlyList<ItemDifficulty>> Items(string? dataset)
        => ItemDifficulty.Of(await RecordedPredictions.ReadAsync([DatasetFiles.Create("p.csv", Table)]), dataset);
}
