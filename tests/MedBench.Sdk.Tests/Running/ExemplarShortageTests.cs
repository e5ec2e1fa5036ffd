using System.Runtime.CompilerServices;

namespace MedBench.Tests.Running;

/// <summary>Fewer exemplars than asked for, or those of another subject, are never shown without a word.</summary>
public sealed class ExemplarShortageTests : RunFixture
{
    [Test]
    public void A_pool_smaller_than_the_shots_ends_the_run_before_the_first_request()
    {
        var model = FunctionModel.MostlyRight();
        Assert.That(async () => await RunAsync(Plan(model, 4, OpenMedLm.ZeroShot(), OpenMedLm.FewShot(new OpenMedLmOptions { Shots = 14 }))), Throws.InstanceOf<DatasetException>().With.Message.EqualTo(
            "letters: the strategy 'few-shot' shows 14 worked examples and the pool has 13. Name a file of at least 14 questions as pool (--data pool=FILE), or ask for at most 13 (--shots 13)."));
        Assert.That(model.Calls, Is.Zero);
    }

    [Test]
    public void The_preview_of_a_prompt_refuses_it_too()
        => Assert.That(async () => await PromptPreview.CreateAsync(new BenchmarkSelection(new LetterBenchmark(1)), OpenMedLm.FewShot(new OpenMedLmOptions { Shots = 14 }), 0), Throws.InstanceOf<DatasetException>().With.Message.Contains("shows 14 worked examples and the pool has 13"));

    [Test]
    public async Task A_duplicate_that_leaves_too_few_is_remarked_and_the_run_goes_on()
    {
        var summary = await RunAsync(Plan(FunctionModel.MostlyRight(), 5, OpenMedLm.FewShot(new OpenMedLmOptions { Shots = 13 })));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(summary.IsComplete);
            Assert.That(summary.Warnings, Has.One.StartsWith("1 of 5 samples of few-shot on letters with function were shown fewer exemplars than asked for: "));
            Assert.That(RunReader.ReadResults(Folder("run")).Where(result => result.Notes.ContainsKey("exemplars-missing")).Select(result => (result.Id, result.Notes["exemplars-missing"])), Is.EqualTo(new[] { ("s0003", "1") }));
            Assert.That(await File.ReadAllTextAsync(Path.Combine(Folder("run"), "report.md")), Does.Contain("**Warning:** 1 of 5 samples"));
        }
    }

    [Test]
    public async Task Enough_exemplars_leave_no_remark()
        => Assert.That((await RunAsync(Plan(FunctionModel.MostlyRight(), 5, OpenMedLm.FewShot(new OpenMedLmOptions { Shots = 12 })))).Warnings, Is.Empty);

    [TestCase("anatomy", "anatomy", null)]
    [TestCase("anatomy", "surgery", "No question of listed on subjects with function has an exemplar of its subject in the pool, whose exemplars all name another. Check that it is the pool of this benchmark.")]
    [TestCase("anatomy", null, null)]
    [TestCase(null, "surgery", null)]
    public async Task A_pool_of_another_subject_is_remarked(string? asked, string? known, string? warning)
        => Assert.That((await RunSubjectsAsync([asked, asked], [known, known])).Warnings, Is.EqualTo(warning is null ? [] : new[] { warning }));

    [Test]
    public async Task A_short_list_for_all_subjects_is_meant()
        => Assert.That((await RunSubjectsAsync(["anatomy", "surgery"], ["surgery", "surgery"])).Warnings, Is.Empty);

    [Test]
    public async Task Too_few_of_the_subject_are_remarked()
        => Assert.That((await RunSubjectsAsync(["anatomy", "surgery"], ["anatomy", "surgery", "surgery"])).Warnings.Single(), Does.StartWith("1 of 2 samples of listed on subjects"));

    private Task<RunSummary> RunSubjectsAsync(string?[] asked, string?[] known)
    {
        var strategy = new ChoiceStrategy("listed", "1", "Two listed exemplars.", new ChoicePrompting { Protocol = OpenMedLm.Protocol, Exemplars = new ListedExemplars(2), Shots = 2 });
        return RunAsync(Plan(new FunctionModel(_ => "The answer is A"), 2, strategy) with { Benchmarks = [new BenchmarkSelection(new Subjects(asked, known))] });
    }

    private sealed class Subjects(string?[] asked, string?[] known) : IBenchmark
    {
        public BenchmarkCard Card { get; } = new() { Id = "subjects", Version = "1", Title = "t", Citation = "c", License = "l", Splits = [new SplitInfo { Name = "test" }], PrimaryMetric = "accuracy", PromptFields = ["stem"] };

        public IPromptStrategy DefaultStrategy => OpenMedLm.ZeroShot();

        public IReadOnlyList<IScorer> Scorers { get; } = [new ChoiceScorer()];

        public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            for (var i = 0; i < asked.Length; i++)
            {
                yield return new Sample { Input = Input("asked", i, asked[i]), Target = new ChoiceTarget("A") };
            }
        }

        public async IAsyncEnumerable<Exemplar> LoadExemplarsAsync(IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            for (var i = 0; i < known.Length; i++)
            {
                yield return new Exemplar { Input = Input("known", i, known[i]), Answer = "A" };
            }
        }

        private static SampleInput Input(string kind, int number, string? subject) => new()
        {
            Id = FormattableString.Invariant($"{kind}-{number}"), Stem = FormattableString.Invariant($"What {kind} {number * 7919}?"), Subject = subject, Options = [new ChoiceOption("A", "yes"), new ChoiceOption("B", "no")],
        };
    }
}
