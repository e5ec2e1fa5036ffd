namespace MedBench.Running;

/// <summary>What a run keeps on disk while it works.</summary>
/// <param name="Journal">Finished calls and samples.</param>
/// <param name="Bank">Rationales for exemplars.</param>
/// <param name="Files">Folder for files that predictions refer to.</param>
internal sealed record RunStorage(Journal Journal, FileExemplarBank Bank, string Files) : IDisposable
{
    public static RunStorage Open(RunFolder folder, string? bankPath)
    {
        var journal = Journal.Open(folder.Journal, folder.Disk);
        try
        {
            return new RunStorage(journal, FileExemplarBank.Open(bankPath ?? folder.ExemplarBank, folder.Disk), folder.Files);
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Bank.Dispose();
        Journal.Dispose();
    }
}
