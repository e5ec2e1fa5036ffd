using MedBench.Tests.Running;

namespace MedBench.Chaos.Transport;

[FailureMode(6)]
public sealed class CancellationTests : RunFixture
{
    private const int Samples = 50;
    private const int Workers = 4;

    [Test]
    public async Task A_run_cancelled_after_any_call_is_continued_to_the_same_report()
    {
        await RunAsync(Plan(FunctionModel.MostlyRight(), Samples), "whole");
        var whole = Hash("whole");
        var (identical, lost) = (0, 0);
        for (var k = 1; k <= Samples; k++)
        {
            using var cancellation = new CancellationTokenSource();
            var late = 0;
            var cancelled = CancellingAfter(k, cancellation, () => late++);
            var error = (await Assert.CatchAsync<OperationCanceledException>(() => RunAsync(Plan(cancelled, Samples), $"run-{k}", Workers, cancellation.Token)))!;
            Assert.That(error.CancellationToken, Is.EqualTo(cancellation.Token), "the caller's own token");
            Assert.That(late, Is.LessThan(Workers), "No worker begins a call after it could know of the cancellation.");
            var rest = FunctionModel.MostlyRight();
            await RunAsync(Plan(rest, Samples), $"run-{k}", Workers);
            identical += Hash($"run-{k}") == whole ? 1 : 0;
            lost = Math.Max(lost, cancelled.Calls + rest.Calls - Samples);
        }

        Figure.Print(6, $"{identical}/{Samples} identical on resume, at most {lost} calls asked again at concurrency {Workers}");
        Assert.That(identical, Is.EqualTo(Samples));
        Assert.That(lost, Is.LessThanOrEqualTo(Workers));
    }

    /// <summary>Creates a model during whose k-th call the run is cancelled; as HTTP calls do, calls end with their token.</summary>
    private static FunctionModel CancellingAfter(int k, CancellationTokenSource cancellation, Action callLate)
    {
        var gate = new Lock();
        var calls = 0;
        return new FunctionModel((request, token) =>
        {
            lock (gate)
            {
                if (cancellation.IsCancellationRequested)
                {
                    callLate();
                }
                else if (++calls == k)
                {
                    cancellation.Cancel();
                }
            }

            token.ThrowIfCancellationRequested();
            var number = FunctionModel.CaseNumber(request.Messages[^1].Text);
            return Task.FromResult(FunctionModel.Answer(number % 4 == 3 ? "The answer is A" : $"The answer is {LetterBenchmark.RightLetter(number)}"));
        });
    }
}
