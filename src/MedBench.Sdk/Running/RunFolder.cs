namespace MedBench.Running;

/// <summary>The files of a run, and the lock that lets one process at a time write them.</summary>
internal sealed class RunFolder : IDisposable
{
    private readonly FileLock ownership;

    private RunFolder(string path, FileLock ownership, Disk disk) => (Path, this.ownership, Disk) = (path, ownership, disk);

    public string Path { get; }

    public Disk Disk { get; }

    public string Manifest => System.IO.Path.Combine(Path, "manifest.json");

    public string Journal => System.IO.Path.Combine(Path, "journal.jsonl");

    public string Results => System.IO.Path.Combine(Path, "results.jsonl");

    public string Summary => System.IO.Path.Combine(Path, "summary.json");

    public string Report => System.IO.Path.Combine(Path, "report.md");

    public string Files => System.IO.Path.Combine(Path, "files");

    public string ExemplarBank => System.IO.Path.Combine(Path, "exemplar-bank.jsonl");

    /// <summary>Creates the folder where it is missing and takes it for this process.</summary>
    /// <exception cref="RunConflictException">Another process has it.</exception>
    public static RunFolder Open(string path, Disk disk)
    {
        var full = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(full);
        return new RunFolder(full, FileLock.Take(full, System.IO.Path.Combine(full, "run")), disk);
    }

    /// <summary>Returns a value of the fingerprint that the folder's run was begun with; null where there is no run yet.</summary>
    public string? FindRecorded(string name) => File.Exists(Manifest) ? RunManifest.Read(Manifest).Fingerprint.GetValueOrDefault(name) : null;

    /// <summary>Compares the plan with what the folder holds, or claims an empty folder for it.</summary>
    /// <exception cref="RunConflictException">The folder holds a run of another plan; the message lists the differences.</exception>
    public RunManifest Claim(RunFingerprint fingerprint, IReadOnlyDictionary<string, string> about, IReadOnlyList<BenchmarkCard> cards, IReadOnlyList<string> named, IReadOnlyList<ReferenceResult> references, IReadOnlyDictionary<string, ModelPrice> prices, IReadOnlyDictionary<string, ScoreRange> ranges)
    {
        if (!File.Exists(Manifest))
        {
            if (File.Exists(Journal))
            {
                throw new RunConflictException($"{Path} holds a journal but no manifest. Choose another folder, or restore manifest.json.", []);
            }

            var manifest = new RunManifest { Fingerprint = fingerprint.Values, Hash = fingerprint.Hash, About = about, Cards = cards, Named = named, References = references, Prices = prices, Ranges = ranges };
            Disk.WriteWhole(Manifest, manifest.Write);
            return manifest;
        }

        var recorded = RunManifest.Read(Manifest);
        var differences = fingerprint.Compare(recorded.Fingerprint);
        if (differences.Count > 0 || recorded.Hash != fingerprint.Hash)
        {
            throw new RunConflictException(
                $"{Path} holds a run of another plan. Choose another folder, or restore what changed (recorded → wanted):\n  {string.Join("\n  ", differences)}",
                differences);
        }

        return recorded;
    }

    public void Dispose() => ownership.Dispose();
}
