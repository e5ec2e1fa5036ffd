namespace MedBench.Running;

/// <summary>Where the last reply recorded for a sample ends, in its own scope or a shared one.</summary>
/// <remarks>It is handed to the operating system before the sample's next call goes out, so that a killed process asks again at most what was under way.</remarks>
internal sealed class CallTrail
{
    private long end;

    public void Extend(long recordEnd) => end = Math.Max(Volatile.Read(ref end), recordEnd);

    public void Secure(Journal journal) => journal.WriteThrough(Volatile.Read(ref end));
}
