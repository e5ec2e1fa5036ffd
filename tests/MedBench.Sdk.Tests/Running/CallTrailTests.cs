using MedBench.Running;

namespace MedBench.Tests.Running;

public sealed class CallTrailTests
{
    private const int Threads = 4;
    private const int Records = 20_000_000;

    [Test]
    public void The_trail_never_ends_before_a_record_however_many_calls_end_at_once()
    {
        var trail = new CallTrail(maxCalls: 1);
        var missed = 0;
        var calls = Enumerable.Range(0, Threads).Select(first => new Thread(() =>
        {
            for (var end = first; end < Records; end += Threads)
            {
                trail.Extend(end);
                if (trail.End < end)
                {
                    Interlocked.Increment(ref missed);
                }
            }
        })).ToList();
        calls.ForEach(call => call.Start());
        calls.ForEach(call => call.Join());
        Assert.That((missed, trail.End), Is.EqualTo((0, Records - 1L)));
    }
}
