namespace MedBench.Tests.Running;

public sealed class FingerprintTests : RunFixture
{
    private static IEnumerable<TestCaseData> Changes()
    {
        yield return Change("seed", "seed: 42 → 43", plan => plan with { Seed = 43 });
        yield return Change("limit", "limit: all → 3", plan => plan with { Limit = 3 });
        yield return Change("epochs", "epochs: 1 → 2", plan => plan with { Epochs = 2 });
        yield return Change("failure budget", "failure-budget: 0.05 → 0.1", plan => plan with { FailureBudget = 0.1 });
        yield return Change("benchmark version", "benchmarks/letters/version: 1 → 2", plan => Select(plan, new LetterBenchmark(4, version: "2")));
        yield return Change("samples", "benchmarks/letters/samples: ", plan => Select(plan, new LetterBenchmark(4, stem: "What letter belongs to case")));
        yield return Change("split", "benchmarks/letters/split: test → other", plan => plan with { Benchmarks = [new BenchmarkSelection(new LetterBenchmark(4), Split: "other")] });
        yield return Change("scorer", "benchmarks/letters/scorers/strict/version: (absent) → 1", plan => Select(plan, new LetterBenchmark(4) { Scorers = [new ConstantScorer(1, "strict")] }));
        yield return Change("strategy", "benchmarks/letters/strategies/zero-shot/version: 1 → (absent)", plan => plan with { Strategies = [OpenMedLm.FewShot()] });
        yield return Change("parameter", "benchmarks/letters/strategies/zero-shot/temperature: 0.8 → 0", plan => plan with { Strategies = [OpenMedLm.ZeroShot(new OpenMedLmOptions { Sampling = new SamplingOptions { Temperature = 0 } })] });
        yield return Change("model", "models/function/id: function → (absent)", plan => plan with { Models = [Model(new ModelInfo { Id = "other" })] });
        yield return Change("revision", "models/function/revision: (absent) → r2", plan => plan with { Models = [Model(new ModelInfo { Id = "function", Revision = "r2" })] });
        yield return Change("endpoint", "models/function/endpoint: (absent) → http://localhost/v1", plan => plan with { Models = [Model(new ModelInfo { Id = "function", Endpoint = new Uri("http://localhost/v1") })] });
        yield return Change("client setting", "models/function/top: (absent) → 5", plan => plan with { Models = [Model(new ModelInfo { Id = "function", Parameters = new Dictionary<string, string> { ["top"] = "5" } })] });
        yield return Change("role", "roles/judge/id: (absent) → function", plan => plan with { Roles = new Dictionary<string, IModelClient> { [ModelRole.Judge] = Model(new ModelInfo { Id = "function" }) } });
    }

    [TestCaseSource(nameof(Changes))]
    public async Task A_changed_plan_is_refused_with_the_difference(string difference, Func<EvaluationPlan, EvaluationPlan> change)
    {
        var plan = Plan(FunctionModel.MostlyRight(), 4, OpenMedLm.ZeroShot());
        await RunAsync(plan);
        var before = Hash();
        var exception = (await Assert.ThrowsAsync<RunConflictException>(() => RunAsync(change(plan))))!;
        Assert.That(exception.Differences, Has.Some.StartsWith(difference));
        Assert.That(exception.Message, Does.Contain(difference).And.Contain("Choose another folder"));
        Assert.That(Hash(), Is.EqualTo(before));
    }

    [Test]
    public async Task What_changes_no_number_changes_no_fingerprint()
    {
        var plan = Plan(FunctionModel.MostlyRight(), 4);
        await RunAsync(plan, concurrency: 1);
        await RunAsync(plan with { Budget = new RunBudget { MaxCalls = 1 } }, concurrency: 9);
    }

    private static TestCaseData Change(string name, string difference, Func<EvaluationPlan, EvaluationPlan> change)
        => new TestCaseData(difference, change).SetArgDisplayNames(name);

    private static EvaluationPlan Select(EvaluationPlan plan, LetterBenchmark benchmark) => plan with { Benchmarks = [new BenchmarkSelection(benchmark)] };

    private static FunctionModel Model(ModelInfo info) => new(_ => "A") { Info = info };
}
