using System.Diagnostics;
using System.Globalization;

namespace MedBench.Cli;

/// <summary>Shows progress on standard error: a line that rewrites itself on a terminal, a plain line now and then when piped.</summary>
internal sealed class ProgressDisplay : IProgress<RunProgress>, IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);

    private readonly bool terminal;
    private readonly TimeSpan pause;
    private readonly Lock gate = new();
    private long shown;
    private long moved;
    private long noticed;
    private RunProgress? last;
    private RunProgress? written;

    private ProgressDisplay(bool terminal)
    {
        this.terminal = terminal;
        pause = terminal ? TimeSpan.FromMilliseconds(100) : TimeSpan.FromSeconds(5);
        shown = Stopwatch.GetTimestamp();
    }

    public static ProgressDisplay Create() => new(!Console.IsErrorRedirected);

    /// <summary>Shows why nothing moves: at once where nothing has moved yet, then every ten seconds without progress.</summary>
    public void Notice(string text)
    {
        lock (gate)
        {
            if ((moved == 0 || Stopwatch.GetElapsedTime(Volatile.Read(ref moved)) > Quiet) && (noticed == 0 || Stopwatch.GetElapsedTime(noticed) > Quiet))
            {
                noticed = Stopwatch.GetTimestamp();
                Console.Error.WriteLine(terminal && last is not null ? Environment.NewLine + text : text);
            }
        }
    }

    public void Report(RunProgress value)
    {
        last = value;
        Volatile.Write(ref moved, Stopwatch.GetTimestamp());
        if (Stopwatch.GetElapsedTime(shown) < pause)
        {
            return;
        }

        shown = Stopwatch.GetTimestamp();
        Write(value);
    }

    public void Dispose()
    {
        if (last is not null)
        {
            if (last != written)
            {
                Write(last);
            }

            last = null;
            if (terminal)
            {
                Console.Error.WriteLine();
            }
        }
    }

    private void Write(RunProgress progress)
    {
        written = progress;
        var fresh = progress.Finished - progress.Resumed;
        var left = fresh > 0 ? progress.Elapsed / fresh * (progress.Total - progress.Finished) : TimeSpan.Zero;
        var failed = progress.Failed > 0 ? $", {progress.Failed} failed" : "";
        var cost = progress.Cost is { } dollars and > 0 ? string.Create(CultureInfo.InvariantCulture, $", ${dollars:F2}") : "";
        var held = progress.CallLimit is { } limit ? string.Create(CultureInfo.InvariantCulture, $", held to {limit} at once") : "";
        var text = string.Create(CultureInfo.InvariantCulture, $"{Bar(progress)} {progress.Finished}/{progress.Total}{failed}, {progress.Calls} calls, {progress.Tokens} tokens{cost}{held}, {left:hh\\:mm\\:ss} left  {Terminal.Strip(progress.Stage)}");
        if (terminal)
        {
            Terminal.RawError.Write($"\r\u001b[K{text}");
        }
        else
        {
            Console.Error.WriteLine(text);
        }
    }

    private string Bar(RunProgress progress)
    {
        const int Width = 24;
        var filled = progress.Total == 0 ? 0 : (int)(Width * progress.Finished / progress.Total);
        return terminal
            ? $"[{new string('█', filled)}{new string('·', Width - filled)}]"
            : string.Create(CultureInfo.InvariantCulture, $"{(progress.Total == 0 ? 0 : 100 * progress.Finished / progress.Total)} %");
    }
}
