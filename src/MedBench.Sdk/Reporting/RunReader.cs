using MedBench.Running;

namespace MedBench;

/// <summary>Reads what a run left behind, finished or not.</summary>
public static class RunReader
{
    /// <summary>Reads the results, in the order of the plan, from the journal: of a run that was killed too. A sample that failed and was not tried again comes with its error.</summary>
    /// <param name="folder">The run folder.</param>
    /// <exception cref="InvalidDataException">The folder holds no run, or a damaged one.</exception>
    public static IEnumerable<SampleResult> ReadResults(string folder)
    {
        Require(folder);
        var path = Path.Combine(folder, "journal.jsonl");
        var journal = JournalReader.Read(path);
        var entries = journal.Samples.Concat(journal.Failures).OrderBy(pair => pair.Key).Select(pair => pair.Value);
        using var records = new RecordReader(path);
        foreach (var entry in entries)
        {
            yield return ResultJson.Read(records.Read(entry));
        }
    }

    /// <summary>Reads the finished calls to models in the order in which they ended, which differs from run to run; repeated ones and those of samples that failed are among them.</summary>
    /// <param name="folder">The run folder.</param>
    /// <exception cref="InvalidDataException">The folder holds no run, or a damaged one.</exception>
    public static IEnumerable<RecordedCall> ReadCalls(string folder)
    {
        Require(folder);
        return JournalReader.ReadLines(Path.Combine(folder, "journal.jsonl")).Select(line => RecordedCallJson.Read(line)).OfType<RecordedCall>();
    }

    /// <summary>Summarizes what is finished so far; failed samples count as not finished, for a further session tries them again.</summary>
    /// <param name="folder">The run folder.</param>
    /// <exception cref="InvalidDataException">The folder holds no run, or a damaged one.</exception>
    public static RunSummary ReadSummary(string folder)
    {
        Require(folder);
        var builder = new SummaryBuilder(RunManifest.Read(Path.Combine(folder, "manifest.json")));
        foreach (var result in ReadResults(folder))
        {
            builder.Add(result);
        }

        return builder.Build(Path.GetFullPath(folder), Path.Combine(folder, "journal.jsonl"), stopped: null);
    }

    /// <summary>Reads everything that could have changed a number of the run, by name: versions, hashes of the data, splits, parameters, models, seed.</summary>
    /// <param name="folder">The run folder.</param>
    /// <exception cref="InvalidDataException">The folder holds no run.</exception>
    public static IReadOnlyDictionary<string, string> ReadFingerprint(string folder)
    {
        Require(folder);
        return RunManifest.Read(Path.Combine(folder, "manifest.json")).Fingerprint;
    }

    /// <summary>Reads the remarks that were kept when the run was begun (<see cref="RunOptions.About"/>).</summary>
    /// <param name="folder">The run folder.</param>
    /// <exception cref="InvalidDataException">The folder holds no run.</exception>
    public static IReadOnlyDictionary<string, string> ReadAbout(string folder)
    {
        Require(folder);
        return RunManifest.Read(Path.Combine(folder, "manifest.json")).About;
    }

    /// <summary>Reads the cards of the run's benchmarks, in the plan's order.</summary>
    /// <param name="folder">The run folder.</param>
    /// <exception cref="InvalidDataException">The folder holds no run.</exception>
    public static IReadOnlyList<BenchmarkCard> ReadCards(string folder)
    {
        Require(folder);
        return RunManifest.Read(Path.Combine(folder, "manifest.json")).Cards;
    }

    /// <summary>Compares the rows of a run with published numbers, whichever the run was begun with.</summary>
    /// <param name="folder">The run folder.</param>
    /// <param name="references">The numbers; those of other benchmarks are passed over.</param>
    /// <returns>Every row with every number of its benchmark, refused comparisons included.</returns>
    /// <exception cref="InvalidDataException">The folder holds no run, or a damaged one.</exception>
    public static IReadOnlyList<ReferenceComparison> CompareWithReferences(string folder, IReadOnlyList<ReferenceResult> references)
    {
        ArgumentNullException.ThrowIfNull(references);
        var summary = ReadSummary(folder);
        return ReferenceComparer.Compare(summary.Cells, RunManifest.Read(Path.Combine(folder, "manifest.json")), references);
    }

    /// <summary>Writes <c>report.md</c> of a run again.</summary>
    /// <param name="folder">The run folder.</param>
    /// <returns>The report's path.</returns>
    public static string WriteReport(string folder)
    {
        var path = Path.Combine(folder, "report.md");
        var summary = ReadSummary(folder);
        Disk.Default.WriteWhole(path, stream => MarkdownReport.Write(stream, summary));
        return path;
    }

    /// <summary>Refuses a folder that holds no run.</summary>
    internal static void Require(string folder)
    {
        foreach (var file in new[] { "manifest.json", "journal.jsonl" })
        {
            if (!File.Exists(Path.Combine(folder, file)))
            {
                throw new InvalidDataException($"'{folder}' holds no {file}, so it is not a run folder. Name the folder that was given as output of a run.");
            }
        }
    }
}
