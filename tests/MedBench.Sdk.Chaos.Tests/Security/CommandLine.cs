using System.Diagnostics;

namespace MedBench.Chaos;

/// <summary>Calls the program as a user does and returns everything it writes.</summary>
internal static class CommandLine
{
    private static readonly string Program = Find();

    public static async Task<(int Code, string Output)> RunAsync(string folder, string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Looks beside the tests: <c>…/tests/X/bin/CONFIGURATION/net10.0</c> has the program in <c>…/samples/MedBench.Cli/bin/CONFIGURATION/net10.0</c>.</summary>
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

        throw new FileNotFoundException("No medbench.dll was found. Build samples/MedBench.Cli.");
    }
}
