using System.Diagnostics;
using System.Globalization;

namespace MedBench.Performance;

/// <summary>What one process used, as it prints it and as the suite reads it.</summary>
internal sealed record Measurement(int Samples, double CpuSeconds, double PeakMegabytes, double WallSeconds, double FirstRequestSeconds, double SpanSeconds, long Requests)
{
    public static int Print(int samples)
    {
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{samples} {process.TotalProcessorTime.TotalSeconds:F3} {process.PeakWorkingSet64 / 1048576.0:F1}"));
        return 0;
    }
}
