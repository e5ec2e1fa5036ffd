using System.Diagnostics;
using System.Globalization;

namespace MedBench.Performance;

/// <summary>Runs raw loop and engine in turn and prints medians and ratios as a Markdown table.</summary>
internal static class Suite
{
    private const int Concurrency = 64;

    public static async Task<int> RunAsync(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("medbench-performance-").FullName;
        await using var peer = await ServerProcess.StartAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTime.Now:yyyy-MM-dd}, {Environment.ProcessorCount} cores, .NET {Environment.Version}, {Concurrency} requests at once, medians of {rounds} rounds, whole processes"));
        Console.WriteLine();
        Console.WriteLine("| job | raw loop | engine | ratio |");
        Console.WriteLine("|---|---:|---:|---:|");
        var (small, large) = (Workload.Write(folder, 1_273), Workload.Write(folder, 10_000));
        foreach (var latency in new[] { 0, 20, 200 })
        {
            var (raw, sdk) = await MeasureAsync(peer, folder, small, latency, rounds);
            Row($"1,273 questions at {latency} ms, wall s", raw, sdk, measurement => measurement.WallSeconds);
            Row($"1,273 questions at {latency} ms, request span s", raw, sdk, measurement => measurement.SpanSeconds);
            if (latency == 0)
            {
                Row("start to first request, s", raw, sdk, measurement => measurement.FirstRequestSeconds);
                Row("1,273 questions, peak MB", raw, sdk, measurement => measurement.PeakMegabytes);
            }
        }

        var (rawLarge, sdkLarge) = await MeasureAsync(peer, folder, large, 0, rounds);
        Row("10,000 questions at 0 ms, CPU µs a question", rawLarge, sdkLarge, measurement => measurement.CpuSeconds * 1e6 / measurement.Samples);
        Row("10,000 questions, peak MB", rawLarge, sdkLarge, measurement => measurement.PeakMegabytes);
        await peer.ResetAsync(0);
        var finished = Path.Combine(folder, "finished");
        await peer.RunAsync("sdk", small, Concurrency, finished);
        await peer.ResetAsync(0);
        var rerun = await peer.RunAsync("sdk", small, Concurrency, finished);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| rerun with every answer on disk, wall s ({rerun.Requests} requests) | – | {rerun.WallSeconds:F2} | – |"));
        Kernels.Run();
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task<(List<Measurement> Raw, List<Measurement> Sdk)> MeasureAsync(ServerProcess peer, string folder, string workload, int latency, int rounds)
    {
        var (raw, sdk) = (new List<Measurement>(), new List<Measurement>());
        for (var round = 0; round < rounds; round++)
        {
            await peer.ResetAsync(latency);
            raw.Add(await peer.RunAsync("raw", workload, Concurrency, Path.Combine(folder, "raw.jsonl")));
            await peer.ResetAsync(latency);
            sdk.Add(await peer.RunAsync("sdk", workload, Concurrency, Directory.CreateTempSubdirectory("medbench-run-").FullName));
        }

        return (raw, sdk);
    }

    private static void Row(string job, List<Measurement> raw, List<Measurement> sdk, Func<Measurement, double> value)
    {
        var (floor, ours) = (Median(raw.Select(value)), Median(sdk.Select(value)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {job} | {floor:G4} | {ours:G4} | {ours / floor:F2} |"));
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;
}
