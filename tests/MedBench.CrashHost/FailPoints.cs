using System.Diagnostics;

namespace MedBench.Chaos;

/// <summary>Counts the points at which a crash matters and kills the process, as kill -9 does, at one of them.</summary>
/// <param name="deadly">The number of the deadly point, from 1.</param>
internal sealed class FailPoints(long deadly)
{
    private long passed;

    public long Passed => Interlocked.Read(ref passed);

    public void Pass()
    {
        if (Interlocked.Increment(ref passed) == deadly)
        {
            Kill();
        }
    }

    public void KillAfter(TimeSpan time) => _ = new Timer(_ => Kill(), null, time, Timeout.InfiniteTimeSpan);

    private static void Kill()
    {
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite); // Nothing more may happen on this thread until the signal arrives.
    }
}
