using System.Reflection;

namespace MedBench;

/// <summary>Finds a benchmark's files: in folders, by name, or among the resources of a package.</summary>
/// <remarks>
/// A file named for a split wins over every pattern. Patterns are tried best first, each in the folder itself and then one
/// level below it; a pattern with a slash is a path from the folder. Where one pattern fits several files of the same
/// level the source refuses to guess.
/// </remarks>
public sealed class DatasetSource : IDatasetSource
{
    private readonly IReadOnlyList<IDatasetSource> parts;

    private DatasetSource(IReadOnlyList<IDatasetSource> parts) => this.parts = parts;

    /// <summary>Gets a source without any file, for benchmarks that bring their own.</summary>
    public static DatasetSource None { get; } = new([]);

    /// <inheritdoc />
    public string Location => parts.Count == 0 ? "a source without folders or files" : string.Join(" and ", parts.Select(part => part.Location));

    /// <summary>Creates a source over a folder.</summary>
    /// <param name="path">The folder; it is looked at when a file is asked for.</param>
    public static DatasetSource Folder(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new([new FolderDatasetSource(path)]);
    }

    /// <summary>Creates a source over named files. What else a benchmark needs is looked for beside them.</summary>
    /// <param name="files">Paths by split, for instance <c>test</c> or <c>pool</c>; of two for one split the last counts.</param>
    public static DatasetSource Files(IEnumerable<KeyValuePair<string, string>> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (split, path) in files)
        {
            named[split] = path;
        }

        return Combine(new FileDatasetSource(named), []);
    }

    /// <summary>Creates a source from command-line arguments: <c>FOLDER</c>, <c>FILE</c> (the evaluated split) or <c>SPLIT=FILE</c>, in any number and mixture.</summary>
    /// <param name="dataArguments">The arguments.</param>
    /// <param name="evaluatedSplit">The split that a bare file stands for; null for <c>test</c> and <c>validation</c>.</param>
    /// <exception cref="DatasetException">A bare path names neither a folder nor a file.</exception>
    public static DatasetSource Parse(IEnumerable<string> dataArguments, string? evaluatedSplit = null)
    {
        ArgumentNullException.ThrowIfNull(dataArguments);
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        var folders = new List<string>();
        foreach (var argument in dataArguments)
        {
            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            if (Directory.Exists(argument))
            {
                folders.Add(argument);
            }
            else if (File.Exists(argument))
            {
                foreach (var split in evaluatedSplit is null ? ["test", "validation"] : new[] { evaluatedSplit })
                {
                    named[split] = argument;
                }
            }
            else if (equals > 0 && argument.AsSpan(0, equals).IndexOfAny('/', '\\') < 0)
            {
                named[argument[..equals]] = argument[(equals + 1)..];
            }
            else
            {
                throw new DatasetException($"'{argument}' is neither a folder nor a file", "Check the path, or name a split: SPLIT=FILE");
            }
        }

        return Combine(new FileDatasetSource(named), folders);
    }

    /// <summary>Creates a source that fetches what a benchmark's card names when a run first needs it, and finds it in the cache from then on.</summary>
    /// <param name="options">Cache, consent and limits; null for the defaults.</param>
    /// <remarks>For a copy of your own, name its folder instead: see <see cref="Folder"/>.</remarks>
    public static IPreparableDatasetSource Automatic(DatasetDownloadOptions? options = null) => new AutomaticDatasetSource(new DatasetDownloader(options));

    /// <summary>Creates a source over the resources of an assembly.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="prefix">What the resource names begin with, for instance <c>mini/medqa/</c>; the rest is matched like a path in a folder.</param>
    public static DatasetSource Embedded(Assembly assembly, string prefix)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentNullException.ThrowIfNull(prefix);
        return new([new EmbeddedDatasetSource(assembly, prefix)]);
    }

    /// <inheritdoc />
    public DatasetFile? Find(string split, IReadOnlyList<string> patterns)
    {
        ArgumentNullException.ThrowIfNull(split);
        ArgumentNullException.ThrowIfNull(patterns);
        return parts.Select(part => part.Find(split, patterns)).FirstOrDefault(file => file is not null);
    }

    /// <summary>Brings what a selection is going to read, where its source has to.</summary>
    internal static async ValueTask<IDatasetSource> PrepareAsync(BenchmarkSelection selection, bool usesExemplars, CancellationToken cancellationToken) => selection.Source switch
    {
        null => None,
        IPreparableDatasetSource source => await source.PrepareAsync(selection.Benchmark.Card, usesExemplars ? [selection.SplitName, "pool"] : [selection.SplitName], cancellationToken).ConfigureAwait(false),
        var source => source,
    };

    private static DatasetSource Combine(FileDatasetSource files, List<string> folders)
    {
        var beside = files.Paths.Order(StringComparer.Ordinal).Select(path => Path.GetDirectoryName(Path.GetFullPath(path))!).Distinct(StringComparer.Ordinal);
        var searched = folders.Count > 0 ? folders : beside.Where(Directory.Exists);
        return new([.. files.Paths.Any() ? [files] : Array.Empty<IDatasetSource>(), .. searched.Select(folder => new FolderDatasetSource(folder))]);
    }
}
