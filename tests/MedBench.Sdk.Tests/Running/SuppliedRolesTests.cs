using Microsoft.Extensions.AI;

namespace MedBench.Tests.Running;

/// <summary>Roles that a benchmark fills itself where the plan names nobody.</summary>
public sealed class SuppliedRolesTests : RunFixture
{
    private const string Role = ModelRole.Records;

    [Test]
    public async Task Who_is_supplied_answers_is_journalled_and_goes_home_with_the_run()
    {
        var records = new Clerk();
        var benchmark = new Archive(records);
        var summary = await RunAsync(Plan(benchmark));
        var journal = await File.ReadAllTextAsync(Path.Combine(Folder("run"), "journal.jsonl"));
        Assert.Multiple(() =>
        {
            Assert.That(summary.Cells[0].Score?.Estimate, Is.EqualTo(1));
            Assert.That((records.Calls, records.Disposals, benchmark.Creations), Is.EqualTo((5, 1, 1)));
            Assert.That(journal, Does.Contain("\"role\":\"records\""));
            Assert.That(File.ReadAllText(Path.Combine(Folder("run"), "manifest.json")), Does.Contain("\"benchmarks/letters/roles/records/id\": \"clerk\"").And.Contain("\"benchmarks/letters/roles/records/shelf\": \"7\"").And.Contain("suppliedRoles"));
        });
    }

    [Test]
    public async Task A_run_that_is_continued_asks_nobody_again()
    {
        await RunAsync(Plan(new Archive(new Clerk())));
        var before = Hash();
        var records = new Clerk();
        await RunAsync(Plan(new Archive(records)));
        Assert.That((records.Calls, records.Disposals, Hash()), Is.EqualTo((0, 1, before)));
    }

    [Test]
    public async Task The_plans_choice_goes_first_and_nobody_is_created()
    {
        var (supplied, chosen) = (new Clerk(), new Clerk());
        var benchmark = new Archive(supplied);
        await RunAsync(Plan(benchmark) with { Roles = new Dictionary<string, IModelClient> { [Role] = chosen } });
        Assert.That((supplied.Calls, benchmark.Creations, chosen.Calls, chosen.Disposals), Is.EqualTo((0, 0, 5, 0)), "what the plan brings is the caller's to dispose");
    }

    [Test]
    public async Task Other_records_are_another_run()
    {
        await RunAsync(Plan(new Archive(new Clerk())));
        var records = new Clerk { Shelf = "8" };
        Assert.That(async () => await RunAsync(Plan(new Archive(records))), Throws.InstanceOf<RunConflictException>().With.Message.Contains("shelf"));
        Assert.That(records.Disposals, Is.EqualTo(1), "who was created is disposed when the run does not begin");
    }

    [Test]
    public async Task A_system_costs_neither_calls_nor_tokens_nor_money()
    {
        var plan = Plan(new Archive(new Clerk())) with { Budget = new RunBudget { MaxCalls = 6, MaxTokens = 1_000, MaxCost = 1 } };
        var summary = await RunAsync(plan);
        var line = ResultLines()[0];
        Assert.Multiple(() =>
        {
            Assert.That(summary.IsComplete, summary.Stopped);
            Assert.That(line, Does.Contain("\"calls\":1").And.Contain("\"inputTokens\":10"));
        });
    }

    [Test]
    public async Task A_sample_may_not_ask_a_system_without_end()
    {
        var plan = Plan(new Archive(new Clerk())) with { Budget = new RunBudget { MaxCallsPerSample = 1 }, FailureBudget = 1 };
        var summary = await RunAsync(plan);
        Assert.That(summary.Cells[0].Outcomes[Outcome.Failed], Is.EqualTo(5));
    }

    [Test]
    public void A_benchmark_that_breaks_its_word_is_told_so()
    {
        Assert.That(async () => await RunAsync(Plan(new Archive(null))), Throws.InstanceOf<PlanException>().With.Message.EqualTo(
            "The benchmark 'letters' says that it supplies the role 'records' and created nobody for it. Return one from CreateRolesAsync, or take the role off the card's SuppliedRoles."));
    }

    [Test]
    public void Restricted_records_reach_nobody_supplied_beyond_this_machine()
    {
        var remote = new Clerk { Info = new ModelInfo { Id = "far", IsSystem = true, Endpoint = new Uri("https://records.example/fhir") } };
        var plan = Plan(new Archive(remote) { Tier = AccessTier.Restricted }, local: true);
        Assert.That(async () => await RunAsync(plan), Throws.InstanceOf<PlanException>().With.Message.Contains("the model 'far' at https://records.example/fhir would receive its records"));
        Assert.That((remote.Calls, remote.Disposals), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task Equal_questions_of_one_sample_to_different_roles_are_kept_apart()
    {
        var records = new Clerk();
        await RunAsync(Plan(new Archive(records) { Repeats = 2 }));
        Assert.That(records.Calls, Is.EqualTo(10), "an equal call is made anew, though another role was asked first");
    }

    private static EvaluationPlan Plan(Archive benchmark, bool local = false)
    {
        var subject = new FunctionModel(prompt => $"The answer is {LetterBenchmark.RightLetter(FunctionModel.CaseNumber(prompt))}") { Info = new ModelInfo { Id = "function", IsInProcess = local, Price = new ModelPrice(1, 1) } };
        return new EvaluationPlan { Benchmarks = [new BenchmarkSelection(benchmark)], Models = [subject] };
    }

    /// <summary>A benchmark whose scorer looks something up.</summary>
    private sealed class Archive(Clerk? clerk) : IBenchmark
    {
        private readonly LetterBenchmark letters = new(5);

        public AccessTier Tier { get; init; }

        public int Repeats { get; init; } = 1;

        public int Creations { get; private set; }

        public BenchmarkCard Card => letters.Card with { AccessTier = Tier, RequiredRoles = [Role], SuppliedRoles = [Role] };

        public IPromptStrategy DefaultStrategy => letters.DefaultStrategy;

        public IReadOnlyList<IScorer> Scorers => [new LookUp(Repeats)];

        public IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default) => letters.LoadAsync(split, source, cancellationToken);

        public ValueTask<IReadOnlyDictionary<string, IModelClient>> CreateRolesAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default)
        {
            Creations++;
            return ValueTask.FromResult<IReadOnlyDictionary<string, IModelClient>>(clerk is null ? new Dictionary<string, IModelClient>() : new Dictionary<string, IModelClient> { [Role] = clerk });
        }
    }

    private sealed class LookUp(int repeats) : IScorer
    {
        private readonly ChoiceScorer choice = new();

        public ScorerInfo Info => choice.Info with { Id = "look-up" };

        public async ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
        {
            for (var i = 0; i < repeats; i++)
            {
                await models.GetModel(Role).CompleteAsync(ModelRequest.FromText("GET Patient"), cancellationToken);
            }

            return await choice.ScoreAsync(sample, prediction, models, cancellationToken);
        }
    }

    private sealed class Clerk : IModelClient, IAsyncDisposable
    {
        private int calls;

        public string Shelf { get; init; } = "7";

        public int Calls => calls;

        public int Disposals { get; private set; }

        public ModelInfo Info { get => field ?? new ModelInfo { Id = "clerk", IsInProcess = true, IsSystem = true, Parameters = new Dictionary<string, string> { ["shelf"] = Shelf } }; init; }

        public Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref calls);
            return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "200 OK")));
        }

        public ValueTask DisposeAsync()
        {
            Disposals++;
            return ValueTask.CompletedTask;
        }
    }
}
