namespace MedBench.Running;

/// <summary>Lets a new run begin with what another one recorded: with all of it, for a part would pass for the whole when the run is continued.</summary>
internal static class RecordedJournal
{
    public static void Copy(RunOptions options, RunFolder folder)
    {
        if (options.RecordedJournal is { } recorded && !File.Exists(folder.Journal))
        {
            using var source = File.OpenRead(recorded);
            folder.Disk.WriteWhole(folder.Journal, source.CopyTo);
        }
    }
}
