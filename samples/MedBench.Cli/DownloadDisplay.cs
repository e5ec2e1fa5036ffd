using System.Diagnostics;
using System.Globalization;

namespace MedBench.Cli;

/// <summary>Shows downloads on standard error: a line that rewrites itself on a terminal, a plain line now and then when piped.</summary>
internal sealed class DownloadDisplay : IProgress<DownloadProgress>
{
    private static readonly bool IsTerminal = !Console.IsErrorRedirected;
    private static readonly TimeSpan Pause = IsTerminal ? TimeSpan.FromMilliseconds(100) : TimeSpan.FromSeconds(5);
    private static readonly string[] Units = ["KiB", "MiB", "GiB", "TiB"];

    private long shown = Stopwatch.GetTimestamp();

    public void Report(DownloadProgress value)
    {
        switch (value.Stage)
        {
            case DownloadStage.Cached when value.Note is null:
                break;
            case DownloadStage.Fetching:
                if (Stopwatch.GetElapsedTime(shown) >= Pause)
                {
                    shown = Stopwatch.GetTimestamp();
                    Write($"{Name(value)}: {Size(value.Bytes)}{(value.TotalBytes is { } total ? $" of {Size(total)}" : "")}", isPassing: true);
                }

                break;
            default:
                Write($"{Name(value)}: {Describe(value)}{(value.Note is { } note ? $"; {note}" : "")}", isPassing: false);
                break;
        }
    }

    /// <summary>Writes a number of bytes as people read it.</summary>
    public static string Size(long bytes)
    {
        var (size, unit) = (bytes / 1024d, 0);
        for (; size >= 1024 && unit < Units.Length - 1; unit++)
        {
            size /= 1024;
        }

        return bytes < 1024 ? string.Create(CultureInfo.InvariantCulture, $"{bytes} B") : string.Create(CultureInfo.InvariantCulture, $"{size:0.0} {Units[unit]}");
    }

    private static string Name(DownloadProgress progress) => Terminal.Strip($"{progress.Benchmark}/{progress.File}");

    private static string Describe(DownloadProgress progress) => progress.Stage switch
    {
        DownloadStage.Waiting => "another process is fetching, waiting for it",
        DownloadStage.Retrying => "once more",
        DownloadStage.Unpacking => "unpacking",
        DownloadStage.Fetched => $"fetched, {Size(progress.Bytes)}",
        _ => "from the cache",
    };

    private static void Write(string text, bool isPassing)
    {
        if (IsTerminal)
        {
            Terminal.RawError.Write($"\r\u001b[K{Terminal.Strip(text)}{(isPassing ? "" : "\n")}");
        }
        else
        {
            Console.Error.WriteLine(text);
        }
    }
}
