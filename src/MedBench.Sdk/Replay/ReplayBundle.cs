using System.Text.Json;
using MedBench.Running;

namespace MedBench;

/// <summary>A finished run in one file that can be verified and run again without a key, a network or the machine it came from.</summary>
/// <remarks>
/// The file is a ZIP archive: manifest, calls with replies, results, summary, the dataset files of open benchmarks (and others that may be passed on), and an index with the
/// SHA-256 of every entry. The SHA-256 of the index is the <see cref="Digest"/>: who pins it has pinned everything. Prompts of benchmarks
/// whose data is not open stand by their hashes; their replays need the user's own data. Durations and remarks that hold a path of
/// the machine are left out. Samples whose end no reply explains (an endpoint failed, or refused a prompt) are taken as they were, and counted
/// in <see cref="Unrecorded"/>. Safe for one caller at a time.
/// </remarks>
public sealed class ReplayBundle : IDisposable
{
    /// <summary>The most bytes to which a bundle may unpack unless the caller allows more: 4 GiB.</summary>
    public const long DefaultMaxBytes = 4L << 30;

    private readonly BundleReader reader;
    private readonly RunManifest manifest;
    private readonly RecordedLayout layout;

    private ReplayBundle(string path, BundleReader reader)
    {
        (Path, this.reader) = (path, reader);
        manifest = RunManifest.Read(reader.Read(BundleNames.Manifest), $"{path}: {BundleNames.Manifest}");
        layout = Guard(() => RecordedLayout.Read(reader.Read(BundleNames.Summary)));
        Guard(() => Plans().Create([], []));
    }

    /// <summary>Gets the file's path.</summary>
    public string Path { get; }

    /// <summary>Gets the SHA-256 of the index, which holds the hashes of all entries: 64 lower-case hexadecimal digits.</summary>
    public string Digest => reader.Digest;

    /// <summary>Gets the entries beside the index, by name.</summary>
    public IReadOnlyList<BundleEntry> Entries => reader.Index.Entries;

    /// <summary>Gets the dataset files that the run read, those included and those that stand by their hashes.</summary>
    public IReadOnlyList<BundledDataset> Data => reader.Index.Data;

    /// <summary>Gets the versions of the SDK, the benchmarks, strategies and scorers that made the numbers, by their names in the fingerprint.</summary>
    public IReadOnlyDictionary<string, string> Versions => reader.Index.Versions;

    /// <summary>Gets everything that could have changed a number of the run, by name.</summary>
    public IReadOnlyDictionary<string, string> Fingerprint => manifest.Fingerprint;

    /// <summary>Gets the remarks that were kept when the run was begun, but those with paths.</summary>
    public IReadOnlyDictionary<string, string> About => manifest.About;

    /// <summary>Gets the cards of the run's benchmarks, in the plan's order.</summary>
    public IReadOnlyList<BenchmarkCard> Cards => manifest.Cards;

    /// <summary>Gets the number of samples.</summary>
    public long Total => reader.Index.Total;

    /// <summary>Gets the number of samples that failed and are in no score.</summary>
    public long Failed => reader.Index.Failed;

    /// <summary>Gets the number of samples whose end no recorded reply explains, so that a replay takes them as they are.</summary>
    public long Unrecorded => reader.Index.Unrecorded;

    /// <summary>Bundles a run that has come to its end; samples may have failed.</summary>
    /// <param name="runFolder">The run folder.</param>
    /// <param name="path">The file to write, usually <c>NAME.medbench</c>; an existing one is replaced.</param>
    /// <param name="options">Where the data is; without them it stands by its hashes.</param>
    /// <returns>The bundle, opened and verified.</returns>
    /// <exception cref="InvalidDataException">The folder holds no run, a damaged one, one that has not ended, or one of a restricted benchmark.</exception>
    /// <exception cref="DatasetException">A dataset file has changed since the run.</exception>
    public static ReplayBundle Create(string runFolder, string path, ReplayBundleOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(runFolder);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var bundler = new RunBundler(runFolder, options ?? new ReplayBundleOptions());
        var part = path + ".part";
        var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16); // Where another process writes it, the part stays that one's.
        try
        {
            using (stream)
            {
                bundler.Write(stream);
            }

            File.Move(part, path, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }

        return Open(path, maxBytes: long.MaxValue);
    }

    /// <summary>Opens a bundle and verifies every byte of its content.</summary>
    /// <param name="path">The file.</param>
    /// <param name="expectedDigest">The digest that the bundle must have; null trusts the index, which then proves only that the file is not damaged.</param>
    /// <param name="maxBytes">The most bytes to which it may unpack.</param>
    /// <exception cref="InvalidDataException">The file is no bundle, was changed, or is not the expected one.</exception>
    public static ReplayBundle Open(string path, string? expectedDigest = null, long maxBytes = DefaultMaxBytes)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var reader = BundleReader.Open(path, expectedDigest, maxBytes);
        try
        {
            return new ReplayBundle(path, reader);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Makes the plan of the bundled run out of a catalogue: its benchmarks, strategies and scorers by their ids, everything else as recorded.</summary>
    /// <param name="catalog">Lists them, each with its default parameters; what the run had otherwise is seen in <see cref="ReplayResult.PlanDifferences"/>.</param>
    /// <exception cref="KeyNotFoundException">The catalogue lacks one of them.</exception>
    public EvaluationPlan CreatePlan(BenchmarkCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return Plans().Create(catalog);
    }

    /// <summary>Makes the plan of the bundled run out of given benchmarks and strategies: models, roles, seed, epochs, limit and failure budget as recorded.</summary>
    /// <param name="benchmarks">The benchmarks in the run's order; one without a source reads the bundled files.</param>
    /// <param name="strategies">The strategies in the run's order; empty where each benchmark had its own default.</param>
    public EvaluationPlan CreatePlan(IReadOnlyList<BenchmarkSelection> benchmarks, IReadOnlyList<IPromptStrategy> strategies) => Plans().Create(benchmarks, strategies);

    /// <summary>Runs a plan with the recorded replies in all roles, and compares results and summary with the bundled ones.</summary>
    /// <param name="plan">What to run; its models, roles, embeddings and budget are not used, the bundled ones are.</param>
    /// <param name="cancellationToken">Ends the replay.</param>
    /// <returns>What differs. A request that was not recorded makes its sample fail, and the error names what differs from the nearest recorded one.</returns>
    /// <exception cref="PlanException">The plan cannot be carried out.</exception>
    /// <exception cref="DatasetException">Data that is not in the bundle is missing or damaged.</exception>
    public async Task<ReplayResult> ReplayAsync(EvaluationPlan plan, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        using var run = new ReplayRun(reader, manifest);
        try
        {
            return await run.RunAsync(plan, Plans(), Path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw Damaged(exception);
        }
    }

    /// <inheritdoc />
    public void Dispose() => reader.Dispose();

    private T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw Damaged(exception);
        }
    }

    private static bool IsDamage(Exception exception) => exception is JsonException or FormatException or KeyNotFoundException or OverflowException;

    private InvalidDataException Damaged(Exception exception) => new($"{Path} holds records that cannot be read: {exception.Message} Get the file anew from whom you trust.", exception);

    private ReplayPlans Plans() => new(manifest, layout, FindScorers);

    /// <summary>Finds the ids of a benchmark's scorers in the order of its first result.</summary>
    private IReadOnlyList<string> FindScorers(string benchmark)
    {
        using var lines = new StreamReader(new MemoryStream(reader.Read(BundleNames.Results)));
        while (lines.ReadLine() is { } line)
        {
            if (ResultJson.Read(System.Text.Encoding.UTF8.GetBytes(line)) is var result && result.Benchmark == benchmark)
            {
                return [.. result.Scores.Select(score => score.Scorer)];
            }
        }

        return [];
    }
}
