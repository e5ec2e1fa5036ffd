namespace MedBench.Chaos.Transport;

/// <summary>Holds the first calls back until so many have come, for workers that take turns prove nothing about concurrency.</summary>
internal sealed class Rendezvous(int count)
{
    private readonly TaskCompletionSource complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int arrived;

    /// <summary>Waits for the others; whoever comes later passes.</summary>
    public Task ArriveAsync()
    {
        if (Interlocked.Increment(ref arrived) >= count)
        {
            complete.TrySetResult();
        }

        return complete.Task;
    }
}
