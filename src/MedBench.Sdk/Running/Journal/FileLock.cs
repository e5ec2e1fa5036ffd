namespace MedBench.Running;

/// <summary>Owns a place on disk for this process; the operating system lets go of it with the process, so that a crash leaves no stale lock.</summary>
/// <remarks>Beside the lock stands who holds it, for the message to whoever comes second.</remarks>
internal sealed class FileLock : IDisposable
{
    private readonly string owner;
    private readonly FileStream held;

    private FileLock(string owner, FileStream held) => (this.owner, this.held) = (owner, held);

    /// <summary>Takes a lock.</summary>
    /// <param name="place">What is locked, for the message.</param>
    /// <param name="path">The lock's file without its extension.</param>
    /// <exception cref="RunConflictException">Another run holds it.</exception>
    public static FileLock Take(string place, string path)
    {
        var owner = path + ".owner";
        FileStream held;
        try
        {
            held = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path + ".lock"))
        {
            throw new RunConflictException($"{place} is in use by {Read(owner)}. Wait for it to end, or choose another place.", []);
        }

        Try(() => File.WriteAllText(owner, $"process {Environment.ProcessId} on {Environment.MachineName}"));
        return new FileLock(owner, held);
    }

    public void Dispose()
    {
        Try(() => File.Delete(owner));
        held.Dispose();
    }

    private static string Read(string owner)
    {
        var name = "";
        Try(() => name = File.ReadAllText(owner));
        return name.Length > 0 ? name : "another run"; // It has not said its name yet, or just left.
    }

    /// <summary>Does what only the message needs: the lock is taken and let go of also where that fails.</summary>
    private static void Try(Action act)
    {
        try
        {
            act();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The disk is full, the folder is gone, or somebody reads the file.
        }
    }
}
