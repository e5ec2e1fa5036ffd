using System.Globalization;

namespace MedBench.Chaos.Storage;

/// <summary>Memory does not grow with the number of samples beyond a few bytes each.</summary>
[FailureMode(28)]
public sealed class MemoryTests : StorageFixture
{
    private const double Megabyte = 1 << 20;

    [Test]
    public async Task Many_samples_stay_within_two_hundred_megabytes()
    {
        var (few, many) = (Scale.Of(quick: 5_000, full: 100_000), Scale.Of(quick: 50_000, full: 1_000_000));
        var (first, last) = (await PeakAsync(few), await PeakAsync(many));
        var slope = (last - first) / (many - few);
        Figure.Print(28, string.Create(CultureInfo.InvariantCulture, $"peak working set {first / Megabyte:F0} MB at {few} samples, {last / Megabyte:F0} MB at {many}: {slope:F0} bytes a sample"));
        Assert.That(last, Is.LessThan(200 * Megabyte));
        Assert.That(slope, Is.LessThan(Scale.Of(quick: 1_000, full: 100)), "A sample of a kilobyte must not stay in memory.");
    }

    private async Task<double> PeakAsync(int samples)
    {
        var folder = At($"synthetic-{samples}");
        var (exitCode, output) = await HostAsync("memory", folder, samples.ToString(CultureInfo.InvariantCulture));
        Assert.That(exitCode, Is.Zero);
        Directory.Delete(folder, recursive: true);
        return double.Parse(output, CultureInfo.InvariantCulture);
    }
}
