using System.Diagnostics;

namespace MedBench.Cli.Tests.Harness;

/// <summary>The program as a user starts it: a process of its own with arguments, output, errors and an exit code.</summary>
internal sealed class Medbench : IDisposable
{
    private static readonly string Program = Find();
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;

    private Medbench(Process process)
    {
        this.process = process;
        (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    public static Medbench Start(string folder, params IEnumerable<string> arguments) => Start(folder, new Dictionary<string, string>(), arguments);

    /// <summary>Starts the program with variables of one's own. Without them it fetches nothing, and its cache is in the folder.</summary>
    public static Medbench Start(string folder, IReadOnlyDictionary<string, string> variables, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["MEDBENCH_EMPTY_KEY"] = " ", ["MEDBENCH_TEST_KEY"] = "the-key-of-the-test",
                ["MEDBENCH_CACHE"] = Path.Combine(folder, "cache"), ["HF_HUB_OFFLINE"] = "1", ["HF_HOME"] = folder, ["HF_TOKEN"] = "", ["HTTPS_PROXY"] = "", ["HTTP_PROXY"] = "", ["ALL_PROXY"] = "",
            },
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!);
    }

    public static async Task<Finished> RunAsync(string folder, params IEnumerable<string> arguments)
    {
        using var started = Start(folder, arguments);
        return await started.FinishAsync();
    }

    public async Task<Finished> FinishAsync()
    {
        await process.WaitForExitAsync();
        return new Finished(process.ExitCode, await output, await errors);
    }

    /// <summary>Ends the process as a power cut would: no handler runs, nothing is flushed.</summary>
    public Task<Finished> KillAsync()
    {
        process.Kill();
        return FinishAsync();
    }

    /// <summary>Presses Ctrl+C.</summary>
    public async Task<Finished> InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        return await FinishAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    /// <summary>Looks beside the tests: <c>…/tests/X/bin/CONFIGURATION/net10.0</c> has its program in <c>…/samples/MedBench.Cli/bin/CONFIGURATION/net10.0</c>.</summary>
    private static string Find()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        for (var folder = own; folder is not null; folder = folder.Parent)
        {
            var built = Path.Combine(folder.FullName, "samples", "MedBench.Cli", "bin", own.Parent!.Name, own.Name, "medbench.dll");
            if (File.Exists(built))
            {
                return built;
            }
        }

        throw new FileNotFoundException($"No medbench.dll of the configuration {own.Parent!.Name} was found. Build samples/MedBench.Cli.");
    }

    /// <summary>How the program ended.</summary>
    public sealed record Finished(int Code, string Output, string Errors)
    {
        /// <summary>Gets what standard error says beside the progress.</summary>
        public IReadOnlyList<string> Complaints => [.. Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.Contains(" calls, ", StringComparison.Ordinal))];
    }
}
