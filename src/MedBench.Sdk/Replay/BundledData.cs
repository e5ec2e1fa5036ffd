using MedBench.Running;

namespace MedBench;

/// <summary>Finds the dataset files of a run, and those that may be passed on.</summary>
internal sealed class BundledData
{
    private readonly Dictionary<string, DatasetFile> found = new(StringComparer.Ordinal);

    private BundledData()
    {
    }

    public IReadOnlyList<BundledDataset> Files { get; private init; } = [];

    /// <param name="manifest">The run's manifest, which names the files.</param>
    /// <param name="sources">Where they are, by benchmark.</param>
    /// <param name="shareable">The benchmarks whose files may be passed on.</param>
    /// <exception cref="DatasetException">A file is no longer the one that the run read.</exception>
    public static BundledData Find(RunManifest manifest, IReadOnlyDictionary<string, IDatasetSource> sources, IReadOnlySet<string> shareable)
    {
        var found = new Dictionary<string, DatasetFile>(StringComparer.Ordinal);
        var files = new List<BundledDataset>();
        foreach (var card in manifest.Cards)
        {
            var prefix = $"benchmarks/{card.Id}/files/";
            foreach (var (key, hash) in RunFingerprint.Ordered(manifest.Fingerprint).Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal)))
            {
                var parts = key[prefix.Length..].Split('/', 2);
                var file = new BundledDataset { Benchmark = card.Id, Split = parts[0], Name = parts[1], Sha256 = hash };
                if (shareable.Contains(card.Id) && sources.GetValueOrDefault(card.Id)?.Find(file.Split, [file.Name]) is { } content)
                {
                    RequireSame(file, content);
                    found[file.Entry] = content;
                    file = file with { IsIncluded = true, IsExplicit = manifest.Named?.Contains($"{card.Id}/{file.Split}") ?? content.IsExplicit };
                }

                files.Add(file);
            }
        }

        var data = new BundledData { Files = files };
        foreach (var (entry, content) in found)
        {
            data.found.Add(entry, content);
        }

        return data;
    }

    public void Write(BundleWriter writer)
    {
        foreach (var (entry, file) in found.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.Add(entry, stream =>
            {
                using var content = file.OpenRead();
                content.CopyTo(stream);
            });
        }
    }

    private static void RequireSame(BundledDataset file, DatasetFile content)
    {
        var hash = DatasetFileHash.Compute(file.Split, content).Sha256;
        if (hash != file.Sha256)
        {
            throw new DatasetException($"the file has changed since the run: its SHA-256 was {file.Sha256} and is {hash}", "Name the data that the run read, or bundle without data", file.Benchmark, content.Name);
        }
    }
}
