namespace MedBench;

/// <summary>Lets one process at a time fetch into a folder. The operating system lets go of it with the process, so that a crash leaves no stale lock.</summary>
internal sealed class DownloadLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly FileStream held;

    private DownloadLock(FileStream held) => this.held = held;

    /// <summary>Takes the lock, once whoever has it is done.</summary>
    /// <param name="path">The lock's file, which stays.</param>
    /// <param name="wait">Called once where somebody else has it.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task<DownloadLock> TakeAsync(string path, Action wait, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new DownloadLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (File.Exists(path))
            {
                if (tries == 0)
                {
                    wait();
                }
            }

            await Task.Delay(Pause, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => held.Dispose();
}
