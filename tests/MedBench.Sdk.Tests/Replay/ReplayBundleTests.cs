using System.Text;
using MedBench.Tests.Running;
using MedBench.Tests.Scoring.Judging;
using Microsoft.Extensions.AI;

namespace MedBench.Tests.Replay;

public sealed class ReplayBundleTests : ReplayFixture
{
    private static IPromptStrategy[] Ladder => [OpenMedLm.ZeroShot(), OpenMedLm.ChainOfThoughtRandom(new OpenMedLmOptions { Rationales = new PublishedRationales() }), OpenMedLm.Ensemble(new OpenMedLmOptions { Votes = 3 })];

    [Test]
    public async Task A_bundle_replays_to_the_same_bytes()
    {
        await RunAsync(Plan(Priced()));
        string digest;
        using (var written = ReplayBundle.Create(Folder("run"), BundlePath))
        {
            digest = written.Digest;
        }

        using var bundle = ReplayBundle.Open(BundlePath, digest);
        var replay = await bundle.ReplayAsync(bundle.CreatePlan(Letters()));
        replay.EnsureIdentical();
        Assert.Multiple(() =>
        {
            Assert.That((replay.IsIdentical, replay.HasIdenticalResults, replay.Samples, replay.Unrecorded, replay.DifferenceCount), Is.EqualTo((true, true, 20L, 0L, 0L)));
            Assert.That(replay.PlanDifferences, Is.Empty);
            Assert.That(replay.Summary.Cells.Single().Cost, Is.GreaterThan(0), "the price is recorded");
            Assert.That((bundle.Total, bundle.Failed, bundle.Cards.Single().Id, bundle.Versions["benchmarks/letters/version"]), Is.EqualTo((20L, 0L, "letters", "1")));
        });
    }

    [Test]
    public async Task A_bundle_that_another_process_is_writing_is_left_alone()
    {
        await RunAsync(Plan(Priced(), 2));
        using (new FileStream(BundlePath + ".part", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            Assert.That(() => ReplayBundle.Create(Folder("run"), BundlePath), Throws.InstanceOf<IOException>());
            Assert.That(File.Exists(BundlePath + ".part"));
        }

        ReplayBundle.Create(Folder("run"), BundlePath).Dispose();
        Assert.That(File.Exists(BundlePath + ".part"), Is.False);
    }

    [Test]
    public async Task A_ladder_with_exemplars_votes_epochs_and_two_models_replays()
    {
        var plan = Plan(Priced(), 6, Ladder) with
        {
            Models = [Priced(), FunctionModel.MostlyRight()], Epochs = 2, Limit = 5, Seed = 7, FailureBudget = 0.1,
            Benchmarks = [new BenchmarkSelection(new LetterBenchmark(6, "z-letters")), new BenchmarkSelection(new LetterBenchmark(6))],
        };
        await RunAsync(plan);
        using var bundle = ReplayBundle.Create(Folder("run"), BundlePath);
        var catalog = new BenchmarkCatalog([() => new LetterBenchmark(6), () => new LetterBenchmark(6, "z-letters")], [.. Ladder.Select(strategy => (Func<IPromptStrategy>)(() => strategy))]);
        var replay = await bundle.ReplayAsync(bundle.CreatePlan(catalog));
        replay.EnsureIdentical();
        Assert.That(replay.PlanDifferences, Is.Empty);
        Assert.That(replay.Samples, Is.EqualTo(2 * 2 * 3 * 2 * 5));
    }

    [TestCase(false, 0)]
    [TestCase(true, 1)]
    public async Task A_summary_without_totals_is_that_of_an_older_version_and_differs_by_nothing_else(bool isChanged, int differences)
    {
        await RunAsync(Plan(Priced(), 4, OpenMedLm.ChainOfThoughtRandom()));
        var path = Path.Combine(Folder("run"), "summary.json");
        var summary = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(path))!.AsObject();
        foreach (var name in new[] { "calls", "inputTokens", "outputTokens", "cost", "shared" })
        {
            Assert.That(summary.Remove(name), name);
        }

        if (isChanged)
        {
            summary["total"] = 5;
        }

        await File.WriteAllTextAsync(path, summary.ToJsonString());
        using var bundle = ReplayBundle.Create(Folder("run"), BundlePath);
        var replay = await bundle.ReplayAsync(bundle.CreatePlan(new BenchmarkCatalog([() => new LetterBenchmark(4)], [() => OpenMedLm.ChainOfThoughtRandom()])));
        Assert.That(replay.Differences, Has.Count.EqualTo(differences));
        Assert.That(replay.Summary.Shared.Single().Calls, Is.Positive);
    }

    [Test]
    public async Task Epochs_with_different_replies_to_one_prompt_are_told_apart()
    {
        var calls = 0;
        await RunAsync(Plan(new FunctionModel(_ => $"The answer is {"ABCD"[Interlocked.Increment(ref calls) % 4]}"), 5) with { Epochs = 3 });
        using var bundle = ReplayBundle.Create(Folder("run"), BundlePath);
        (await bundle.ReplayAsync(bundle.CreatePlan(Letters(5)))).EnsureIdentical();
    }

    [Test]
    public async Task Judges_answer_from_the_bundle_too()
    {
        var judge = new FunctionModel(_ => JudgedData.Met(true)) { Info = new ModelInfo { Id = "judge" } };
        await RunAsync(new EvaluationPlan { Benchmarks = [new BenchmarkSelection(new OpenBenchmark(4))], Models = [Priced(_ => "An answer.")], Roles = new Dictionary<string, IModelClient> { ["judge"] = judge } });
        using var bundle = ReplayBundle.Create(Folder("run"), BundlePath);
        var replay = await bundle.ReplayAsync(bundle.CreatePlan([new BenchmarkSelection(new OpenBenchmark(4))], []));
        replay.EnsureIdentical();
        Assert.That(replay.Summary.Cells.Single().Outcomes[Outcome.Graded], Is.EqualTo(4));
    }

    [Test]
    public async Task Vectors_are_replayed_without_their_generator()
    {
        using var words = new HashedTfIdfEmbeddingGenerator();
        var plan = Plan(Priced(), 5, OpenMedLm.ChainOfThoughtNearest(new OpenMedLmOptions { Rationales = new PublishedRationales() })) with { Embeddings = words };
        await RunAsync(plan);
        using var bundle = ReplayBundle.Create(Folder("run"), BundlePath);
        var replay = await bundle.ReplayAsync(bundle.CreatePlan(plan.Benchmarks, plan.Strategies));
        replay.EnsureIdentical();
        Assert.That(replay.Summary.Shared.Single().InputTokens, Is.Positive);
        Assert.That(replay.PlanDifferences, Is.Empty);
    }

    [Test]
    public async Task What_an_endpoint_refused_is_taken_as_it_was_and_counted()
    {
        var model = new FunctionModel((request, _) => FunctionModel.CaseNumber(request.Messages[^1].Text) switch
        {
            2 => throw new ModelException(ModelErrorKind.ContentFiltered, "The filter withheld it."),
            4 => throw new ModelException(ModelErrorKind.ContextOverflow, "Too long."),
            6 => throw new ModelException(ModelErrorKind.BadRequest, "Rejected."),
            var number => Task.FromResult(FunctionModel.Answer($"The answer is {LetterBenchmark.RightLetter(number)}")),
        });
        await RunAsync(Plan(model, 8) with { FailureBudget = 1 });
        using var bundle = ReplayBundle.Create(Folder("run"), BundlePath);
        var replay = await bundle.ReplayAsync(bundle.CreatePlan(Letters(8)));
        replay.EnsureIdentical();
        Assert.That((replay.Unrecorded, bundle.Unrecorded, bundle.Failed, replay.Summary.Failed), Is.EqualTo((3L, 3L, 1L, 1L)));
    }

    [Test]
    public async Task A_run_that_was_stopped_half_way_is_refused()
    {
        await RunAsync(Plan(Priced(), 8) with { Budget = new RunBudget { MaxCalls = 3 } }, concurrency: 1);
        Assert.That(() => ReplayBundle.Create(Folder("run"), BundlePath), Throws.InstanceOf<InvalidDataException>().With.Message.EqualTo($"Of the run in '{Folder("run")}' 3 of 8 samples have ended. Continue it to its end before it is bundled, or run it with a limit."));
        Assert.That(Directory.GetFiles(Root, "*medbench*"), Is.Empty, "nothing is left behind");
    }

    [Test]
    public async Task Results_that_are_not_the_journals_are_refused()
    {
        await RunAsync(Plan(Priced(), 4));
        var path = Path.Combine(Folder("run"), "results.jsonl");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("\"outcome\":\"correct\"", "\"outcome\":\"refused\"", StringComparison.Ordinal));
        Assert.That(() => ReplayBundle.Create(Folder("run"), BundlePath), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("line 1: the result is not the one in the run's journal"));
    }

    [Test]
    public async Task A_changed_prompt_is_named_in_the_differences()
    {
        await RunAsync(Plan(Priced(), 3));
        using var bundle = ReplayBundle.Create(Folder("run"), BundlePath);
        var replay = await bundle.ReplayAsync(bundle.CreatePlan([new BenchmarkSelection(new LetterBenchmark(3, stem: "Which letter belongs to the case"))], []));
        Assert.Multiple(() =>
        {
            Assert.That((replay.IsIdentical, replay.HasIdenticalResults), Is.EqualTo((false, false)));
            var error = replay.Differences.First(difference => difference.Field == "error");
            Assert.That((error.Sample, error.Recorded), Is.EqualTo(("letters/org/function/zero-shot/s0000/0", (string?)null)));
            Assert.That(error.Replayed, Does.Contain("The nearest of 3 recorded requests, recorded for 'letters/org/function/zero-shot/s0000/0', differs from character"));
            Assert.That(replay.PlanDifferences.Single(), Does.StartWith("benchmarks/letters/samples: "));
            Assert.That(() => replay.EnsureIdentical(), Throws.InvalidOperationException.With.Message.Contains("letters/org/function/zero-shot/s0000/0: scores[0].outcome: recorded \"correct\", replayed \"failed\""));
        });
    }

    [Test]
    public async Task A_changed_scorer_changes_values_and_not_prompts()
    {
        await RunAsync(Plan(Priced(), 3) with { Benchmarks = [new BenchmarkSelection(new LetterBenchmark(3) { Scorers = [new ConstantScorer(1)] })] });
        using var bundle = ReplayBundle.Create(Folder("run"), BundlePath);
        var replay = await bundle.ReplayAsync(bundle.CreatePlan([new BenchmarkSelection(new LetterBenchmark(3) { Scorers = [new ConstantScorer(0.5)] })], []));
        var first = replay.Differences[0];
        Assert.That((first.Field, first.Recorded, first.Replayed), Is.EqualTo(("scores[0].value", "1", "0.5")));
        Assert.That(replay.Differences.Where(difference => difference.Sample is null).Select(difference => difference.Field), Does.Contain("cells[0].score.estimate"));
    }

    [Test]
    public async Task Open_data_is_in_the_bundle_and_read_from_it()
    {
        using var bundle = await BundleLinesAsync();
        Directory.Delete(Folder("data"), recursive: true);
        var replay = await bundle.ReplayAsync(bundle.CreatePlan([new BenchmarkSelection(new LinesBenchmark())], []));
        replay.EnsureIdentical();
        Assert.That(replay.PlanDifferences, Is.Empty);
        Assert.That(bundle.Data.Select(file => (file.Benchmark, file.Split, file.Name, file.IsIncluded)), Is.EqualTo(new[] { ("lines", "test", "lines.txt", true) }));
    }

    [Test]
    public async Task Gated_data_and_prompts_stand_by_their_hashes()
    {
        using var bundle = await BundleLinesAsync(new LinesBenchmark { Tier = AccessTier.Gated });
        Assert.That(bundle.Data.Single().IsIncluded, Is.False);
        Assert.That(ReadEntries(BundlePath).Select(entry => Encoding.UTF8.GetString(entry.Value)), Has.None.Contain("What of case"));
        Assert.That(async () => await bundle.ReplayAsync(bundle.CreatePlan([new BenchmarkSelection(new LinesBenchmark { Tier = AccessTier.Gated })], [])), Throws.InstanceOf<DatasetException>());
        var replay = await bundle.ReplayAsync(bundle.CreatePlan([new BenchmarkSelection(new LinesBenchmark { Tier = AccessTier.Gated }, DatasetSource.Folder(Folder("data")))], []));
        replay.EnsureIdentical();
    }

    [Test]
    public async Task Gated_data_that_may_be_passed_on_is_in_the_bundle_with_its_prompts()
    {
        using (await BundleLinesAsync(new LinesBenchmark { Tier = AccessTier.Gated }))
        {
        }

        using var bundle = ReplayBundle.Create(Folder("run"), BundlePath, new ReplayBundleOptions { Data = new Dictionary<string, IDatasetSource> { ["lines"] = DatasetSource.Folder(Folder("data")) }, Shareable = ["lines"] });
        Directory.Delete(Folder("data"), recursive: true);
        Assert.That(Encoding.UTF8.GetString(ReadEntries(BundlePath)["calls.jsonl"]), Does.Contain("What of case"));
        (await bundle.ReplayAsync(bundle.CreatePlan([new BenchmarkSelection(new LinesBenchmark { Tier = AccessTier.Gated })], []))).EnsureIdentical();
    }

    [Test]
    public async Task Restricted_runs_are_bundled_only_where_the_agreement_covers_it()
    {
        var plan = Plan(new FunctionModel(_ => "A") { Info = new ModelInfo { Id = "local", IsInProcess = true } }) with { Benchmarks = [new BenchmarkSelection(new LetterBenchmark(3) { Tier = AccessTier.Restricted })] };
        await RunAsync(plan);
        Assert.That(() => ReplayBundle.Create(Folder("run"), BundlePath), Throws.InstanceOf<InvalidDataException>().With.Message.StartsWith("The benchmark 'letters' is restricted (test licence)"));
        using var bundle = ReplayBundle.Create(Folder("run"), BundlePath, new ReplayBundleOptions { AllowRestrictedData = true, Shareable = ["letters"] });
        Assert.That(Encoding.UTF8.GetString(ReadEntries(BundlePath)["calls.jsonl"]), Does.Not.Contain("Which letter"));
        (await bundle.ReplayAsync(bundle.CreatePlan(plan.Benchmarks, []))).EnsureIdentical();
    }

    [Test]
    public async Task Data_that_changed_since_the_run_is_refused()
    {
        using (await BundleLinesAsync())
        {
        }

        await File.AppendAllTextAsync(Path.Combine(Folder("data"), "lines.txt"), "More of case 0004?|B\n");
        var options = new ReplayBundleOptions { Data = new Dictionary<string, IDatasetSource> { ["lines"] = DatasetSource.Folder(Folder("data")) } };
        Assert.That(() => ReplayBundle.Create(Folder("run"), BundlePath, options), Throws.InstanceOf<DatasetException>().With.Message.Contains("the file has changed since the run"));
    }

    [Test]
    public async Task Rationales_of_a_shared_bank_come_along()
    {
        var bank = Folder("bank.jsonl");
        var teacher = new Dictionary<string, IModelClient> { ["teacher"] = Priced() };
        var plan = Plan(Priced(), 3, OpenMedLm.ChainOfThoughtRandom()) with { Roles = teacher };
        async Task RunWithBankAsync(string folder) => await new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = Folder(folder), ExemplarBankPath = bank });
        await RunWithBankAsync("before");
        Assert.That(new FileInfo(bank).Length, Is.GreaterThan(0));
        await RunWithBankAsync("run");
        Assert.That(() => ReplayBundle.Create(Folder("run"), BundlePath), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("began with rationales of a shared exemplar bank"));
        using var bundle = ReplayBundle.Create(Folder("run"), BundlePath, new ReplayBundleOptions { ExemplarBankPath = bank });
        var replay = await bundle.ReplayAsync(bundle.CreatePlan(plan.Benchmarks, plan.Strategies));
        replay.EnsureIdentical();
        Assert.That(replay.PlanDifferences, Is.Empty);
    }

    [Test]
    public async Task Continuations_are_scored_from_the_bundle()
    {
        var strategy = new Likeliest();
        await RunAsync(Plan(new Likelihoods(), 4, strategy));
        using var bundle = ReplayBundle.Create(Folder("run"), BundlePath);
        var replay = await bundle.ReplayAsync(bundle.CreatePlan([new BenchmarkSelection(new LetterBenchmark(4))], [strategy]));
        replay.EnsureIdentical();
        Assert.That((replay.Summary.Cells[0].Outcomes.GetValueOrDefault(Outcome.Failed), replay.Summary.InputTokens), Is.EqualTo((0, (long?)(4 * 4 * 7))));
    }

    [Test]
    public async Task Replaying_asks_no_model_of_the_plan()
    {
        await RunAsync(Plan(Priced(), 4));
        using var bundle = ReplayBundle.Create(Folder("run"), BundlePath);
        var model = Priced();
        (await bundle.ReplayAsync(Plan(model, 4))).EnsureIdentical();
        Assert.That(model.Calls, Is.Zero);
    }

    /// <summary>Finds the letter of the case the likeliest, and says nothing of that power in its description.</summary>
    private sealed class Likelihoods : IModelClient, ILogLikelihoodClient
    {
        public ModelInfo Info { get; } = new() { Id = "likelihoods" };

        public Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<IReadOnlyList<LogLikelihood>> ScoreAsync(LogLikelihoodRequest request, CancellationToken cancellationToken = default)
            => Task.FromResult<IReadOnlyList<LogLikelihood>>([.. request.Continuations.Select(text => new LogLikelihood(text == LetterBenchmark.RightLetter(FunctionModel.CaseNumber(request.Prompt)) ? -0.1 : -3.3, 1) { InputTokens = 7, OutputTokens = 1 })]);
    }

    private sealed class Likeliest : IPromptStrategy
    {
        private static readonly string[] Letters = ["A", "B", "C", "D"];

        public StrategyInfo Info => new() { Id = "likeliest", Version = "1", Description = "Takes the likeliest letter." };

        public async Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
        {
            var scores = await models.Subject.GetCapability<ILogLikelihoodClient>()!.ScoreAsync(new LogLikelihoodRequest { Prompt = input.Stem, Continuations = Letters }, cancellationToken);
            return new ChoicePrediction { Labels = [Letters[scores.Index().MaxBy(score => score.Item.Sum).Index]], Reply = "" };
        }
    }
}
