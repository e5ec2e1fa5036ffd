using System.Diagnostics;
using System.Security.Cryptography;

namespace MedBench.Chaos.Storage;

/// <summary>A folder for each test, runs within this process and within one that may be killed.</summary>
public abstract class StorageFixture
{
    protected string Root { get; private set; } = "";

    [SetUp]
    public void CreateFolder() => Root = Directory.CreateTempSubdirectory("medbench-chaos-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(Root, recursive: true);

    protected string At(string name) => Path.Combine(Root, name);

    /// <summary>Hashes the three files that must not show what a run went through.</summary>
    protected static string Hash(string folder)
        => Convert.ToHexString(SHA256.HashData([.. new[] { "results.jsonl", "summary.json", "report.md" }.SelectMany(file => File.ReadAllBytes(Path.Combine(folder, file)))]));

    internal LedgerModel NewModel(string ledger = "ledger") => new(At(ledger), new FailPoints(long.MaxValue));

    protected long Paid(string ledger = "ledger") => File.Exists(At(ledger)) ? File.ReadLines(At(ledger)).LongCount() : 0;

    /// <summary>Runs the crash host and returns its exit code (137 where it was killed) and its output.</summary>
    protected static async Task<(int ExitCode, string Output)> HostAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(CrashPlan).Assembly.Location, .. arguments]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
