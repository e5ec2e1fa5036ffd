using System.Security.Cryptography;
using System.Text;
using MedBench.Running;

namespace MedBench;

/// <summary>One benchmark's folder in the cache: data alone in <c>BENCHMARK/REVISION</c>, and beside it the record, the lock and what is not whole yet.</summary>
/// <param name="path">The folder with the data.</param>
internal sealed class DownloadFolder(string path)
{
    private const int RevisionLength = 12;

    public string Path => path;

    public string Benchmark => System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(path)!);

    public string Lock => path + ".lock";

    private string Record => path + ".json";

    private string Parts => path + ".part";

    /// <summary>Finds the folder of a card's downloads. It is named by their revision, by a digest of them where they have several, and <c>unpinned</c> where they have none.</summary>
    /// <exception cref="DatasetException">A name on the card is none that every operating system takes.</exception>
    public static DownloadFolder Of(string cache, BenchmarkCard card)
    {
        var revisions = card.Downloads.Select(download => download.Revision).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var name = revisions is [var only] ? only ?? "unpinned" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', revisions))));
        name = name.Length > RevisionLength ? name[..RevisionLength] : name;
        var places = new ArchivePaths();
        foreach (var download in card.Downloads)
        {
            if (places.Take($"{card.Id}/{name}/{download.FileName}", isFile: true, out _) is { } problem)
            {
                throw new DatasetException($"the card's download '{download.FileName}' {problem}", "Give it another FileName", card.Id);
            }
        }

        return new DownloadFolder(System.IO.Path.Combine(System.IO.Path.GetFullPath(cache), card.Id, name));
    }

    /// <summary>Lists the folders of a cache.</summary>
    public static IEnumerable<DownloadFolder> All(string cache) => !Directory.Exists(cache) ? [] : Directory.EnumerateDirectories(cache)
        .SelectMany(benchmark => Directory.EnumerateFiles(benchmark, "*.json"))
        .Select(record => new DownloadFolder(record[..^".json".Length]))
        .Where(folder => Directory.Exists(folder.Path))
        .OrderBy(folder => folder.Path, StringComparer.Ordinal);

    public IReadOnlyList<DownloadedFile> Read() => DownloadRecord.Read(Record);

    /// <summary>Finds what was fetched for a download, without looking at its content.</summary>
    public DownloadedFile? Recorded(DataDownload download) => Read().FirstOrDefault(file => file.Name == download.FileName);

    /// <summary>Finds what was fetched for a download and is whole; null where it is missing, damaged or not what the card fixes.</summary>
    public async Task<DownloadedFile?> FindAsync(DataDownload download, CancellationToken cancellationToken)
    {
        if (Recorded(download) is not { } file || (download.Sha256 is { } hash && hash != file.Sha256))
        {
            return null;
        }

        foreach (var content in file.Contents)
        {
            if (!await content.IsWholeAsync(path, cancellationToken).ConfigureAwait(false))
            {
                return null;
            }
        }

        return file with { IsPinned = download.IsPinned };
    }

    /// <summary>Returns where a download is put until it is whole.</summary>
    public string PartOf(DataDownload download)
    {
        var part = System.IO.Path.Combine(Parts, download.FileName) + (DownloadAddress.ArchiveEnding(download) ?? "");
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(part)!);
        return part;
    }

    /// <summary>Puts a verified download in its place; an archive is unpacked. The record is written first: a file without one is never read, and one that is missing is fetched again.</summary>
    public async Task<DownloadedFile> InstallAsync(DataDownload download, string part, DownloadedFile file, CancellationToken cancellationToken)
    {
        var isArchive = DownloadAddress.ArchiveEnding(download) is not null;
        var ready = isArchive ? await UnpackAsync(download, part, cancellationToken).ConfigureAwait(false) : part;
        file = file with { Contents = await ContentsAsync(download.FileName, ready, file, cancellationToken).ConfigureAwait(false) };
        Disk.Default.WriteWhole(Record, stream => DownloadRecord.Write(stream, Benchmark, Read().Where(other => other.Name != file.Name).Append(file).OrderBy(other => other.Name, StringComparer.Ordinal)));
        var place = System.IO.Path.Combine(path, download.FileName);
        var folder = System.IO.Path.GetDirectoryName(place)!;
        Directory.CreateDirectory(folder);
        if (isArchive)
        {
            Delete(place);
            Directory.Move(ready, place);
        }
        else
        {
            File.Move(ready, place, overwrite: true);
        }

        FolderFlush.Run(folder);
        return file;
    }

    /// <summary>Removes what remains of finished work; parts of others stay.</summary>
    public void Tidy()
    {
        if (Directory.Exists(Parts) && !Directory.EnumerateFiles(Parts, "*", SearchOption.AllDirectories).Any())
        {
            Directory.Delete(Parts, recursive: true);
        }
    }

    private static async Task<string> UnpackAsync(DataDownload download, string archive, CancellationToken cancellationToken)
    {
        var target = archive + ".unpacked";
        Delete(target);
        Delete(target + ".part"); // Of a process that was ended in the middle.
        try
        {
            await DatasetArchive.ExtractAsync(archive, target, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            File.Delete(archive); // Unpacked, or not to be trusted.
        }

        // The archive of a commit holds one folder named after it, so that no path in it would outlive the revision.
        if (download.Host == DataHost.GitHubArchive && Directory.GetFileSystemEntries(target) is [var only] && Directory.Exists(only))
        {
            Delete(archive + ".inner");
            Directory.Move(only, archive + ".inner");
            Directory.Delete(target);
            Directory.Move(archive + ".inner", target);
        }

        return target;
    }

    private static async Task<IReadOnlyList<CachedFile>> ContentsAsync(string name, string ready, DownloadedFile file, CancellationToken cancellationToken)
    {
        if (File.Exists(ready))
        {
            return [new CachedFile(name, file.Bytes, file.Sha256)];
        }

        var contents = new List<CachedFile>();
        foreach (var content in Directory.EnumerateFiles(ready, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var below = System.IO.Path.GetRelativePath(ready, content).Replace('\\', '/');
            contents.Add(await CachedFile.DescribeAsync(ready, below, cancellationToken).ConfigureAwait(false) with { Path = $"{name}/{below}" });
        }

        return contents;
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
