namespace MedBench.Running;

/// <summary>What the calls of one sample, in its own scope and in shared ones, have in common: how many may be made, and where the last reply's record ends.</summary>
/// <remarks>That record is handed to the operating system before the sample's next call goes out, so that a killed process asks again at most what was under way.</remarks>
/// <param name="maxCalls">How many calls the sample may make.</param>
internal sealed class CallTrail(int maxCalls)
{
    private readonly TaskCompletionSource abandoned = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long end;
    private int calls;

    /// <summary>Gets where the last record of the sample's replies ends.</summary>
    public long End => Volatile.Read(ref end);

    public void Extend(long recordEnd)
    {
        long seen;
        while ((seen = End) < recordEnd && Interlocked.CompareExchange(ref end, recordEnd, seen) != seen)
        {
            // Another call of the sample was recorded at this moment.
        }
    }

    public void Secure(Journal journal) => journal.WriteThrough(End);

    /// <summary>Admits a call. The first one too many is refused; whoever asks again all the same is never answered, for a loop may swallow any number of refusals.</summary>
    /// <exception cref="ModelException">The sample has made all the calls that it may.</exception>
    public Task AdmitAsync()
    {
        var call = Interlocked.Increment(ref calls);
        if (call <= maxCalls)
        {
            return Task.CompletedTask;
        }

        if (call == maxCalls + 1)
        {
            throw Refusal();
        }

        abandoned.TrySetResult();
        return new TaskCompletionSource().Task;
    }

    /// <summary>Waits for the work of a strategy or scorer. One that goes on after its refusal is given up, whatever it still makes of itself.</summary>
    /// <exception cref="ModelException">The work was abandoned.</exception>
    public async Task<T> WaitAsync<T>(Task<T> work)
    {
        if (!work.IsCompleted)
        {
            await Task.WhenAny(work, abandoned.Task).ConfigureAwait(false);
        }

        return abandoned.Task.IsCompleted ? throw Refusal() : await work.ConfigureAwait(false);
    }

    private ModelException Refusal()
        => new(ModelErrorKind.CallLimit, $"The sample has made {maxCalls} model calls, as many as one may, and asks for more. Raise RunBudget.MaxCallsPerSample if that is how it should be.");
}
