namespace MedBench.Running;

/// <summary>Turns finished samples into progress reports.</summary>
internal sealed class ProgressReporter(IProgress<RunProgress>? progress, TimeProvider time, RunTotals totals, Func<EndpointPressure> pressure, long total, long resumed)
{
    private readonly long started = time.GetTimestamp();
    private long fresh;
    private long failed;

    public void Report(RunCell cell, SampleResult result)
    {
        fresh++;
        failed += result.Outcome == Outcome.Failed ? 1 : 0;
        if (progress is null)
        {
            return;
        }

        var (calls, tokens, cost) = totals.Snapshot();
        var (limit, lowest, reductions) = pressure();
        progress.Report(new RunProgress
        {
            Stage = cell.Stage,
            Finished = resumed + fresh,
            Total = total,
            Resumed = resumed,
            Failed = failed,
            Calls = calls,
            Tokens = tokens,
            Cost = cost,
            CallLimit = limit,
            LowestCallLimit = lowest,
            CallLimitReductions = reductions,
            Elapsed = time.GetElapsedTime(started),
        });
    }
}
