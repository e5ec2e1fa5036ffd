using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using MedBench.Benchmarks;

namespace MedBench.Performance;

/// <summary>Measures search, loading and statistics inside this process, beside what the memory and the cores can do.</summary>
internal static class Kernels
{
    public static int Run()
    {
        Console.WriteLine();
        Console.WriteLine("| kernel | measured | beside |");
        Console.WriteLine("|---|---:|---|");
        Nearest();
        Loading();
        return 0;
    }

    private static void Nearest()
    {
        const int Train = 10_178, Test = 1_273, Dimensions = 1_536;
        var train = Vectors(Train, Dimensions, "train");
        var test = Vectors(Test, Dimensions, "test");
        var index = VectorIndex.Build(train);
        var gigabytes = (double)Train * Dimensions * sizeof(float) / 1e9;
        var single = Best(20, () => index.Search(test[0].Span, 10));
        var flat = new float[Train * Dimensions];
        Array.Fill(flat, 1f); // Pages that were never written to share one page of zeros, which stays in the cache.
        var copy = Best(20, () => TensorPrimitives.Sum(flat.AsSpan()));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| kNN, one query over 10,178 × 1,536 | {gigabytes / single:F1} GB/s | reading as much memory: {gigabytes / copy:F1} GB/s, ratio {copy / single:F2} |"));
        var all = Best(5, () => index.SearchMany(test, 10));
        var operations = 2.0 * Train * Test * Dimensions / 1e9;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| kNN, 1,273 queries at once | {all:F2} s, {operations / all:F0} GFLOP/s | one after the other: {single * Test:F2} s |"));
    }

    private static void Loading()
    {
        var folder = Directory.CreateTempSubdirectory("medbench-loading-").FullName;
        var path = Workload.Write(folder, 10_000);
        var megabytes = new FileInfo(path).Length / 1e6;
        long bytes = 0;
        var seconds = Best(9, () =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Load(path).GetAwaiter().GetResult();
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        });
        var reading = Best(9, () => File.ReadAllBytes(path));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| loading JSON Lines into samples | {megabytes / seconds:F0} MB/s, {bytes / 10_000.0:F0} bytes allocated a question | reading the bytes alone: {megabytes / reading:F0} MB/s |"));
        Directory.Delete(folder, recursive: true);
    }

    private static async Task Load(string path)
    {
        var count = 0;
        await foreach (var sample in new JsonlMcq().LoadAsync("test", DatasetSource.Files([new("test", path)])))
        {
            count += sample.Input.Options.Count;
        }

        if (count != 40_000)
        {
            throw new InvalidOperationException("The workload was not read whole.");
        }
    }

    private static double Best(int rounds, Action action)
    {
        var best = double.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            var clock = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(clock).TotalSeconds);
        }

        return best;
    }

    private static List<ReadOnlyMemory<float>> Vectors(int count, int dimensions, string purpose)
    {
        var random = SeededRandom.Create(1, purpose);
        return [.. Enumerable.Range(0, count).Select(_ => (ReadOnlyMemory<float>)Enumerable.Range(0, dimensions).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray())];
    }
}
