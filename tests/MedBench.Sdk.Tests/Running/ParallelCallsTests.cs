using System.Collections.Concurrent;
using MedBench.Judging;

namespace MedBench.Tests.Running;

/// <summary>Calls of one sample that are made on several threads at once.</summary>
public sealed class ParallelCallsTests : RunFixture
{
    private const int Samples = 1_000;
    private const int Calls = 4;

    [Test]
    public async Task Every_reply_is_given_up_however_the_calls_were_made()
    {
        var plan = Plan(FunctionModel.MostlyRight()) with { Roles = new Dictionary<string, IModelClient> { [ModelRole.Judge] = new FunctionModel(_ => "no verdict") { Info = new ModelInfo { Id = "judge" } } } };
        await RunAsync(plan with { Benchmarks = [new BenchmarkSelection(new LetterBenchmark(Samples) { Scorers = [new HastyScorer()] })] });
        Assert.That(File.ReadLines(Path.Combine(Folder("run"), "journal.jsonl")).Count(line => line.StartsWith("{\"t\":\"rejected\"", StringComparison.Ordinal)), Is.EqualTo(Samples * Calls));
    }

    [Test]
    public async Task A_call_that_a_strategy_leaves_behind_hurts_nobody()
    {
        var names = 0;
        var model = new FunctionModel(async (_, _) =>
        {
            await Task.Yield();
            return FunctionModel.Answer("The answer is A", $"model-{Interlocked.Increment(ref names)}");
        });
        var strategy = new HastyStrategy();
        var summary = await RunAsync(Plan(model, Samples, strategy));
        await Task.WhenAll(strategy.LeftBehind).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Assert.That((summary.Finished, summary.Failed), Is.EqualTo(((long)Samples, 0L)));
    }

    private static Task AskAsync(IModelClient model, int calls)
        => Task.WhenAll(Enumerable.Range(0, calls).Select(call => Task.Run(() => model.CompleteAsync(ModelRequest.FromText($"call {call}")))));

    private sealed class HastyScorer : IScorer
    {
        public ScorerInfo Info { get; } = new ConstantScorer(1, "hasty").Info with { RequiredRoles = [ModelRole.Judge] };

        public async ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
        {
            var judge = models.GetModel(ModelRole.Judge);
            await AskAsync(judge, Calls);
            ((IReplyRejection)judge).RejectReplies();
            return new Score { Outcome = Outcome.Graded, Value = 1 };
        }
    }

    private sealed class HastyStrategy : IPromptStrategy
    {
        public ConcurrentBag<Task> LeftBehind { get; } = [];

        public StrategyInfo Info { get; } = new() { Id = "hasty", Version = "1" };

        public async Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
        {
            var calls = AskAsync(models.Subject, 4 * Calls);
            LeftBehind.Add(calls);
            await Task.WhenAny(calls, models.Subject.CompleteAsync(ModelRequest.FromText(input.Stem), cancellationToken));
            return new ChoicePrediction { Labels = ["A"] };
        }
    }
}
