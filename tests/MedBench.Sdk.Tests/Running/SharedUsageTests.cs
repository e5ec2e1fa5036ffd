using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MedBench.Tests.Running;

/// <summary>Calls that samples share are in the totals of a run, once, and in no row.</summary>
public sealed class SharedUsageTests : RunFixture
{
    [Test]
    public async Task Every_call_that_was_paid_is_in_the_totals_and_the_shared_ones_are_named()
    {
        var model = Priced();
        var summary = await RunAsync(Plan(model, 6, OpenMedLm.ChainOfThoughtRandom()));
        var (shared, cell) = (summary.Shared.Single(), summary.Cells.Single());
        using (Assert.EnterMultipleScope())
        {
            Assert.That((cell.Calls, summary.Calls), Is.EqualTo((6L, (long)model.Calls)));
            Assert.That(shared, Is.EqualTo(new SharedUsage { Benchmark = "letters", Role = "subject", Model = "function", Calls = model.Calls - 6, InputTokens = 10 * (model.Calls - 6), OutputTokens = 2 * (model.Calls - 6), Cost = 16m * (model.Calls - 6) / 1_000_000 }));
            Assert.That((summary.InputTokens, summary.OutputTokens, summary.Cost), Is.EqualTo(((long?)10 * model.Calls, (long?)2 * model.Calls, (decimal?)(16m * model.Calls / 1_000_000))));
            Assert.That(RunReader.ReadSummary(Folder("run")).Shared, Is.EqualTo(summary.Shared));
            Assert.That(await File.ReadAllTextAsync(Path.Combine(Folder("run"), "report.md")), Does.Contain($"| letters | function | shared by samples (role subject) | {model.Calls - 6} |").And.Contain($"| all |  |  | {model.Calls} | {10 * model.Calls} |"));
        }

        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(Folder("run"), "summary.json")));
        Assert.That((json.RootElement.GetProperty("calls").GetInt64(), json.RootElement.GetProperty("shared")[0].GetProperty("calls").GetInt64()), Is.EqualTo(((long)model.Calls, shared.Calls)));
    }

    [Test]
    public async Task A_run_in_many_sessions_counts_each_once([Range(1, 21, 4)] int budget)
    {
        var whole = FunctionModel.MostlyRight();
        await RunAsync(Plan(whole, 6, OpenMedLm.ChainOfThoughtRandom()), "whole");
        var first = FunctionModel.MostlyRight();
        var stopped = await RunAsync(Plan(first, 6, OpenMedLm.ChainOfThoughtRandom()) with { Budget = new RunBudget { MaxCalls = budget } }, concurrency: 1);
        var second = FunctionModel.MostlyRight();
        var summary = await RunAsync(Plan(second, 6, OpenMedLm.ChainOfThoughtRandom()));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(stopped.Calls, Is.EqualTo(Math.Min(budget, whole.Calls)), "each sample ends with its only call of its own, so none is lost to a sample that did not end");
            Assert.That(first.Calls + second.Calls, Is.EqualTo(whole.Calls));
            Assert.That(summary.Calls, Is.EqualTo(whole.Calls));
            Assert.That(Hash(), Is.EqualTo(Hash("whole")));
        }
    }

    [Test]
    public async Task Strategies_that_share_rationales_share_their_calls()
    {
        var model = FunctionModel.MostlyRight();
        var summary = await RunAsync(Plan(model, 6, OpenMedLm.ChainOfThoughtRandom(), OpenMedLm.ChainOfThoughtNearest()));
        Assert.That(summary.Calls, Is.EqualTo(model.Calls));
        Assert.That(summary.Shared.Single().Calls, Is.EqualTo(model.Calls - summary.Cells.Sum(cell => cell.Calls)).And.Positive);
    }

    [Test]
    public async Task Benchmarks_with_one_pool_share_no_rationale_so_that_their_order_changes_nothing()
    {
        BenchmarkSelection[] benchmarks = [new(new LetterBenchmark(6)), new(new LetterBenchmark(6, "more-letters"))];
        var plan = Plan(FunctionModel.MostlyRight(), 6, OpenMedLm.ChainOfThoughtNearest());
        var forth = await RunAsync(plan with { Benchmarks = benchmarks }, concurrency: 1);
        var back = await RunAsync(plan with { Benchmarks = [.. benchmarks.Reverse()] }, "back", concurrency: 1);
        Assert.That(forth.Shared, Has.Count.EqualTo(2).And.EqualTo(back.Shared));
        Assert.That(forth.Shared[0].Calls, Is.EqualTo(forth.Shared[1].Calls));
    }

    [Test]
    public async Task Rationales_read_by_another_rule_are_asked_for_apart()
    {
        var model = FunctionModel.MostlyRight();
        var summary = await RunAsync(Plan(model, 6, OpenMedLm.ChainOfThoughtRandom(), OpenMedLm.ChainOfThoughtNearest(new OpenMedLmOptions { TeacherRounds = 2 })));
        Assert.That(summary.Calls, Is.EqualTo(model.Calls), "no record of one hides the other's");
    }

    [Test]
    public async Task A_teacher_is_named_by_its_role_and_an_unknown_price_leaves_the_cost_open()
    {
        var plan = Plan(Priced(), 6, OpenMedLm.ChainOfThoughtRandom()) with { Roles = new Dictionary<string, IModelClient> { [ModelRole.Teacher] = FunctionModel.MostlyRight() } };
        var summary = await RunAsync(plan);
        Assert.That((summary.Shared.Single().Role, summary.Shared.Single().Cost, summary.Cells.Single().Cost, summary.Cost), Is.EqualTo((ModelRole.Teacher, default(decimal?), (decimal?)0.000096m, default(decimal?))));
    }

    [Test]
    public async Task Vectors_are_in_the_totals_with_the_tokens_that_the_endpoint_counted()
    {
        using var embeddings = new DigitEmbeddings { TokensOfRequest = 20 };
        var plan = Plan(Priced(), 4, OpenMedLm.ChainOfThoughtNearest(new OpenMedLmOptions { Rationales = new PublishedRationales() })) with { Embeddings = embeddings };
        var summary = await RunAsync(plan);
        var (name, hash) = (typeof(DigitEmbeddings).FullName!, Hash());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(summary.Shared.Single(), Is.EqualTo(new SharedUsage { Benchmark = "", Role = "embeddings", Model = name, Calls = 13 + 3, InputTokens = 20 + (3 * 20), OutputTokens = 0 }), "the pool goes out as one request, each question as one, but that whose twin is in the pool");
            Assert.That((summary.Shared[0].IsEmbeddings, summary.Calls, summary.InputTokens, summary.OutputTokens, summary.Cost), Is.EqualTo((true, 4 + 16L, (long?)(40 + 80), (long?)8, default(decimal?))), "who embeds has no price");
            Assert.That(RunReader.ReadSummary(Folder("run")).Shared, Is.EqualTo(summary.Shared));
            Assert.That(await File.ReadAllTextAsync(Path.Combine(Folder("run"), "report.md")), Does.Contain("| embeddings, of the whole run | 16 | 80 | 0 | – |"));
        }

        await RunAsync(plan with { Budget = new RunBudget { MaxCalls = 2 } }, "again", concurrency: 1);
        await RunAsync(plan, "again");
        Assert.That(Hash("again"), Is.EqualTo(hash), "whatever the sessions");
    }

    [Test]
    public async Task Vectors_of_an_endpoint_that_counts_no_tokens_leave_them_unknown()
    {
        using var embeddings = new DigitEmbeddings();
        var summary = await RunAsync(Plan(Priced(), 4, new Embedding()) with { Embeddings = embeddings });
        Assert.That((summary.Shared.Single().InputTokens, summary.InputTokens, summary.OutputTokens), Is.EqualTo((default(long?), default(long?), (long?)0)));
    }

    [Test]
    public async Task A_text_that_stands_twice_in_a_request_is_embedded_and_counted_once()
    {
        using var embeddings = new DigitEmbeddings { TokensOfRequest = 5 };
        var summary = await RunAsync(Plan(Priced(), 1, new Embedding()) with { Embeddings = embeddings });
        Assert.That((embeddings.Texts, summary.Shared.Single().Calls, summary.InputTokens, summary.Cells[0].Outcomes.GetValueOrDefault(Outcome.Abstained)), Is.EqualTo((2, 2L, (long?)5, 1)));
    }

    [Test]
    public async Task A_model_called_shared_shares_nothing()
    {
        var summary = await RunAsync(Plan(new FunctionModel(_ => "The answer is A") { Info = new ModelInfo { Id = "shared" } }, 4));
        Assert.That((summary.Shared.Count, summary.Calls), Is.EqualTo((0, 4L)));
    }

    [Test]
    public async Task A_sample_without_a_call_leaves_the_tokens_of_the_others_known()
    {
        var summary = await RunAsync(Plan(Priced(), 4, new EverySecond()));
        Assert.That((summary.Cells[0].Calls, summary.Cells[0].InputTokens, summary.Cells[0].Cost), Is.EqualTo((2L, (long?)20, (decimal?)0.000032m)));
    }

    private static FunctionModel Priced() => new(prompt => FunctionModel.CaseNumber(prompt) is var number && number % 4 == 3 ? "The answer is A" : $"The answer is {LetterBenchmark.RightLetter(number)}")
    {
        Info = new ModelInfo { Id = "function", Price = new ModelPrice(1, 3) },
    };

    /// <summary>Embeds three texts, the first of them twice, and abstains if they come back in order.</summary>
    private sealed class Embedding : IPromptStrategy
    {
        public StrategyInfo Info { get; } = new() { Id = "embedding", Version = "1", UsesEmbeddings = true };

        public async Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
        {
            var vectors = await models.Embeddings.GenerateAsync(["1", "2", "1"], cancellationToken: cancellationToken);
            return new Unanswered(vectors.Select(vector => vector.Vector.Span[1]).SequenceEqual([1, 0, 1]) ? Outcome.Abstained : Outcome.Unparsed);
        }
    }

    private sealed class EverySecond : IPromptStrategy
    {
        public StrategyInfo Info { get; } = new() { Id = "every-second", Version = "1" };

        public async Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
            => int.Parse(input.Id[1..], System.Globalization.CultureInfo.InvariantCulture) % 2 == 0 ? await OpenMedLm.ZeroShot().PredictAsync(input, models, cancellationToken) : new Unanswered(Outcome.Unsupported);
    }
}
