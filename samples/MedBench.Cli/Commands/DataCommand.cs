using System.CommandLine;
using System.Globalization;
using MedBench.Benchmarks;

namespace MedBench.Cli.Commands;

/// <summary><c>medbench data</c>.</summary>
internal static class DataCommand
{
    public static Command Create(CancellationToken cancellationToken) => new("data", "Fetches published data into the cache and says what is there.") { CreateGet(cancellationToken), CreateList(), CreatePath() };

    private static Command CreateGet(CancellationToken cancellationToken)
    {
        var id = CreateId();
        Option<string?> split = new("--split") { Description = "The files of one split, or pool for worked examples; everything by default.", HelpName = "NAME" };
        var (fetch, cache) = (new FetchOptions(), CreateCache());
        var command = new Command("get", "Fetches the files of a benchmark, or checks those that are there.") { id, split, fetch.Accept, fetch.Unpinned, fetch.Offline, cache };
        command.SetAction(async (parsed, _) =>
        {
            var options = fetch.Read(parsed).Apply(CreateOptions(parsed.GetValue(cache)));
            var card = MedBenchCatalog.All.FindBenchmark(parsed.GetRequiredValue(id)).Card;
            Console.Error.WriteLine(FetchedData.Describe(card));
            Write(await new DatasetDownloader(options).GetAsync(card, parsed.GetValue(split), cancellationToken));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command CreateList()
    {
        var cache = CreateCache();
        var command = new Command("list", "Lists what the cache has: files, sizes, and whether they are pinned.") { cache };
        command.SetAction(parsed =>
        {
            var data = new DatasetDownloader(CreateOptions(parsed.GetValue(cache))).List();
            foreach (var benchmark in data)
            {
                Write(benchmark);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{data.Count} in {CreateOptions(parsed.GetValue(cache)).CacheFolder}, {DownloadDisplay.Size(data.Sum(benchmark => benchmark.Bytes))}"));
        });
        return command;
    }

    private static Command CreatePath()
    {
        var (id, cache) = (CreateId(), CreateCache());
        var command = new Command("path", "Prints the folder in which the data of a benchmark is kept.") { id, cache };
        command.SetAction(parsed => Console.WriteLine(new DatasetDownloader(CreateOptions(parsed.GetValue(cache))).FolderOf(MedBenchCatalog.All.FindBenchmark(parsed.GetRequiredValue(id)).Card)));
        return command;
    }

    private static Argument<string> CreateId() => new("id") { Description = "Id of the benchmark; see 'medbench list'." };

    private static Option<string?> CreateCache() => new("--cache") { Description = "Folder of the cache; MEDBENCH_CACHE, or the platform's folder for caches, by default.", HelpName = "FOLDER" };

    private static DatasetDownloadOptions CreateOptions(string? cache) => cache is null ? new DatasetDownloadOptions() : new DatasetDownloadOptions { CacheFolder = Path.GetFullPath(cache) };

    private static void Write(DownloadedData data)
    {
        Console.WriteLine($"{data.Benchmark} {data.Folder}");
        foreach (var file in data.Files)
        {
            Console.WriteLine($"  {(file.IsNew ? "fetched " : "")}{file.Name}, {DownloadDisplay.Size(file.Bytes)}, {(file.IsPinned ? "pinned" : "not pinned")}, sha256 {file.Sha256}, from {file.Origin}{(file.Revision is { } revision ? $" at {revision}" : "")}");
        }
    }
}
