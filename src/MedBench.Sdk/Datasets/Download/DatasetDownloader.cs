using System.Net;
using MedBench.Running;

namespace MedBench;

/// <summary>Fetches the published files of benchmarks into a cache, verified, and finds them there from then on.</summary>
/// <remarks>
/// A file whose revision and SHA-256 stand on the card is verified before anything reads it. Another one is fetched only where the user allows
/// it; its hash is then recorded and every later use and fetch is held to it. What is in the cache is read through once a process before it is
/// used. Interrupted downloads go on where they stopped, and processes that fetch at once wait for each other. Safe for concurrent use.
/// </remarks>
/// <param name="options">Cache, consent and limits; null for the defaults.</param>
public sealed class DatasetDownloader(DatasetDownloadOptions? options = null)
{
    private const string Pool = "pool";

    private readonly DatasetDownloadOptions options = options ?? new DatasetDownloadOptions();

    /// <summary>Brings the files of a benchmark: from the cache where they are whole there, otherwise from where they are published.</summary>
    /// <param name="card">The benchmark's card.</param>
    /// <param name="split">A split, or <c>pool</c> for worked examples; null means everything that the card names.</param>
    /// <param name="cancellationToken">Ends the work; the next call goes on.</param>
    /// <returns>The files, with a source to read them.</returns>
    /// <exception cref="DatasetException">A file cannot be had or is not what it must be, or the user has not agreed to what it takes; says what to do.</exception>
    public Task<DownloadedData> GetAsync(BenchmarkCard card, string? split = null, CancellationToken cancellationToken = default)
        => GetAsync(card, split is null ? [] : [split], cancellationToken);

    /// <summary>Lists what is in the cache, by benchmark and revision; the content is not read.</summary>
    public IReadOnlyList<DownloadedData> List()
        => [.. DownloadFolder.All(options.CacheFolder).Select(folder => new DownloadedData { Benchmark = folder.Benchmark, Folder = folder.Path, Files = folder.Read() }).Where(data => data.Files.Count > 0)];

    /// <summary>Returns the folder in which the files of a benchmark are kept, whether they are there yet or not.</summary>
    /// <param name="card">The benchmark's card.</param>
    public string FolderOf(BenchmarkCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return DownloadFolder.Of(options.CacheFolder, card).Path;
    }

    /// <summary>Brings the files of several splits.</summary>
    internal async Task<DownloadedData> GetAsync(BenchmarkCard card, IReadOnlyList<string> splits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(card);
        try
        {
            var folder = DownloadFolder.Of(options.CacheFolder, card);
            var wanted = Choose(card, splits);
            var files = await FindAsync(card, folder, wanted, cancellationToken).ConfigureAwait(false);
            if (files.Count < wanted.Count)
            {
                await PermitAsync(card, folder, [.. wanted.Where(download => files.All(file => file.Name != download.FileName))], cancellationToken).ConfigureAwait(false);
                files = await FetchAsync(card, folder, wanted, cancellationToken).ConfigureAwait(false);
            }

            return new DownloadedData { Benchmark = card.Id, Folder = folder.Path, Files = files };
        }
        catch (DatasetException exception)
        {
            throw exception.For(card.Id);
        }
        catch (JournalWriteException exception)
        {
            throw DiskProblem.Of(exception.InnerException ?? exception, "record").For(card.Id);
        }
    }

    private static IReadOnlyList<DataDownload> Choose(BenchmarkCard card, IReadOnlyList<string> splits)
    {
        const string Bring = "Bring your own copy: DatasetSource.Folder, or --data FOLDER";
        if (card.AccessTier == AccessTier.Restricted)
        {
            throw new DatasetException($"the data is restricted and is never fetched{(card.Terms is { } terms ? $"; access is granted at {terms}" : "")}", "Bring your credentialed copy: DatasetSource.Folder, or --data FOLDER");
        }

        if (card.Downloads.Count == 0)
        {
            throw card.Splits.Any(split => split.Files.Count > 0)
                ? new DatasetException("the card names no place from which the data can be fetched", Bring)
                : new DatasetException("the card names no files, so that there is nothing to fetch", "Run it without --data: it may carry its questions itself");
        }

        if (splits.FirstOrDefault(split => split != Pool && card.Splits.All(known => known.Name != split) && !card.Downloads.Any(download => download.Splits.Contains(split))) is { } unknown)
        {
            throw new DatasetException($"there is no split '{unknown}'", $"Choose one of {string.Join(", ", card.Splits.Select(known => known.Name))}");
        }

        var wanted = splits.Count == 0 ? card.Downloads : [.. card.Downloads.Where(download => download.Splits.Count == 0 || download.Splits.Any(name => splits.Contains(name) || IsAuxiliary(name)))];
        return wanted.Count > 0 ? wanted : throw new DatasetException($"no file of '{string.Join("' or '", splits)}' can be fetched", Bring);

        // What is neither a split nor the pool, such as a corpus, is read beside every split.
        bool IsAuxiliary(string name) => name != Pool && card.Splits.All(known => known.Name != name);
    }

    /// <summary>Refuses what the user has not agreed to, before anything is sent.</summary>
    private Task PermitAsync(BenchmarkCard card, DownloadFolder folder, IReadOnlyList<DataDownload> missing, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", missing.Select(download => download.FileName));
        if (options.Offline)
        {
            throw new DatasetException($"{names} {(missing.Count == 1 ? "is" : "are")} not in the cache at {folder.Path}, or damaged there, and nothing is fetched offline", $"Fetch it while online: 'medbench data get {card.Id}' without --offline and HF_HUB_OFFLINE");
        }

        if (!options.AllowUnpinned && missing.FirstOrDefault(download => !download.IsPinned && folder.Recorded(download) is null) is { } loose)
        {
            throw new DatasetException(
                $"the {(loose.Revision is null && loose.Host != DataHost.Web ? "revision" : "SHA-256")} of {DownloadAddress.Describe(loose)} is not known, so that nobody can tell whether it is the published file",
                $"Allow it once and its hash is recorded: --unpinned with 'medbench run' or 'medbench data get {card.Id}', or AllowUnpinned in code",
                file: loose.FileName);
        }

        return DownloadTerms.RequireAsync(card, options, cancellationToken);
    }

    private async Task<IReadOnlyList<DownloadedFile>> FindAsync(BenchmarkCard card, DownloadFolder folder, IReadOnlyList<DataDownload> wanted, CancellationToken cancellationToken)
    {
        var files = new List<DownloadedFile>();
        foreach (var download in wanted)
        {
            if (await folder.FindAsync(download, cancellationToken).ConfigureAwait(false) is { } file)
            {
                files.Add(file);
                Report(card, download, DownloadStage.Cached, file.Bytes, file.Bytes, NoteOf(file));
            }
        }

        return files;
    }

    private async Task<IReadOnlyList<DownloadedFile>> FetchAsync(BenchmarkCard card, DownloadFolder folder, IReadOnlyList<DataDownload> wanted, CancellationToken cancellationToken)
    {
        var files = new List<DownloadedFile>();
        try
        {
            Directory.CreateDirectory(folder.Path);
            using var held = await DownloadLock.TakeAsync(folder.Lock, () => Report(card, wanted[0], DownloadStage.Waiting), options.TimeProvider, cancellationToken).ConfigureAwait(false);
            using var http = new HttpMessageInvoker(options.Handler ?? CreateHandler(), disposeHandler: options.Handler is null);
            foreach (var download in wanted)
            {
                files.Add(await folder.FindAsync(download, cancellationToken).ConfigureAwait(false) ?? await FetchAsync(card, folder, download, http, cancellationToken).ConfigureAwait(false));
            }

            folder.Tidy();
        }
        catch (Exception exception) when (exception is IOException and not JournalWriteException or UnauthorizedAccessException)
        {
            throw DiskProblem.Of(exception, folder.Path);
        }

        return files;
    }

    private async Task<DownloadedFile> FetchAsync(BenchmarkCard card, DownloadFolder folder, DataDownload download, HttpMessageInvoker http, CancellationToken cancellationToken)
    {
        var pin = DownloadAddress.PinOf(download, folder.Recorded(download)?.Sha256, options) is var made && card.Terms is { } terms ? made with { Page = terms } : made;
        var part = folder.PartOf(download);
        var fetching = new FileDownload(http, options, (stage, bytes, total, note) => Report(card, download, stage, bytes, total, note));
        var (hash, commit) = await fetching.FetchAsync(pin, part, download.FileName, cancellationToken).ConfigureAwait(false);
        var bytes = new FileInfo(part).Length;
        if (DownloadAddress.ArchiveEnding(download) is not null)
        {
            Report(card, download, DownloadStage.Unpacking, bytes, bytes);
        }

        var file = new DownloadedFile
        {
            Name = download.FileName,
            Origin = DownloadAddress.Describe(download),
            Revision = download.Revision ?? commit,
            Bytes = bytes,
            Sha256 = hash,
            IsPinned = download.IsPinned,
            FetchedAt = options.TimeProvider.GetUtcNow(),
        };
        file = await folder.InstallAsync(download, part, file, cancellationToken).ConfigureAwait(false);
        Report(card, download, DownloadStage.Fetched, bytes, bytes, NoteOf(file));
        return file with { IsNew = true };
    }

    private static string? NoteOf(DownloadedFile file) => file.IsPinned ? null
        : FormattableString.Invariant($"not pinned: its SHA-256 {file.Sha256} is that of the first fetch, on {file.FetchedAt:yyyy-MM-dd}{(file.Revision is { } revision ? $", at revision {revision}" : "")}");

    private static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(30),
        UseCookies = false,
    };

    private void Report(BenchmarkCard card, DataDownload download, DownloadStage stage, long bytes = 0, long? total = null, string? note = null)
        => options.Progress?.Report(new DownloadProgress { Benchmark = card.Id, File = download.FileName, Stage = stage, Bytes = bytes, TotalBytes = total, Note = note });
}
