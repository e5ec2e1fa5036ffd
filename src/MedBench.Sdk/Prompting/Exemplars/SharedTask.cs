namespace MedBench;

/// <summary>Runs something once for all who ask; after a failure the next who asks tries again.</summary>
/// <remarks>A caller that gives up stops waiting; the work itself goes on for the others.</remarks>
internal sealed class SharedTask<T>(Func<Task<T>> work)
{
    private readonly Lock gate = new();
    private Task<T>? running;

    /// <summary>Returns the result, starting the work where nobody has.</summary>
    internal Task<T> GetAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (running is null or { IsFaulted: true } or { IsCanceled: true })
            {
                running = Task.Run(work, CancellationToken.None);
            }

            return running.WaitAsync(cancellationToken);
        }
    }
}
