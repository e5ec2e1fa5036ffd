namespace MedBench.Tests.Datasets.Download;

/// <summary>A clock on which every wait is over at once and written down; what only a minute's silence would end never happens.</summary>
internal sealed class SwiftTime : TimeProvider
{
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow() => new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero && dueTime != Silence)
        {
            Waits.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }

        return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
