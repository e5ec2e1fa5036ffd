namespace MedBench.Running;

/// <summary>What a run keeps on disk while it works.</summary>
/// <param name="Journal">Finished calls and samples.</param>
/// <param name="Bank">Rationales for exemplars.</param>
/// <param name="Cache">Replies kept from run to run; null where none are.</param>
/// <param name="Files">Folder for files that predictions refer to.</param>
internal sealed record RunStorage(Journal Journal, FileExemplarBank Bank, ReplyCache? Cache, string Files) : IDisposable
{
    public static RunStorage Open(RunFolder folder, RunOptions options)
    {
        var journal = Journal.Open(folder.Journal, folder.Disk);
        FileExemplarBank? bank = null;
        try
        {
            bank = FileExemplarBank.Open(options.ExemplarBankPath ?? folder.ExemplarBank, folder.Disk, isShared: options.ExemplarBankPath is not null);
            return new RunStorage(journal, bank, options.ReplyCachePath is { } path ? ReplyCache.Open(path, folder.Disk) : null, folder.Files);
        }
        catch
        {
            bank?.Dispose();
            journal.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Cache?.Dispose();
        Bank.Dispose();
        Journal.Dispose();
    }
}
