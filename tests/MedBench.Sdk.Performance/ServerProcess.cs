using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MedBench.Performance;

/// <summary>The server in a process of its own, and the measured processes that talk to it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly HttpClient http = new();
    private readonly string address;

    private ServerProcess(Process process, int port) => (this.process, address) = (process, string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));

    public static async Task<ServerProcess> StartAsync()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        var process = Start(["serve", port.ToString(CultureInfo.InvariantCulture)], keepInput: true);
        await process.StandardOutput.ReadLineAsync();
        return new ServerProcess(process, port);
    }

    public Task ResetAsync(int latency) => http.GetStringAsync(string.Create(CultureInfo.InvariantCulture, $"{address}/reset?latency={latency}"));

    public async Task<Measurement> RunAsync(string kind, string workload, int concurrency, string output, string? native = null)
    {
        var (started, clock) = (DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), Stopwatch.GetTimestamp());
        using var measured = Start([kind, workload, address + "/v1", concurrency.ToString(CultureInfo.InvariantCulture), output], keepInput: false, native);
        var line = (await measured.StandardOutput.ReadToEndAsync()).Split(' ');
        await measured.WaitForExitAsync();
        var wall = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        if (measured.ExitCode != 0)
        {
            throw new InvalidOperationException($"The measured process '{kind}' ended with {measured.ExitCode}.");
        }

        var stats = (await http.GetStringAsync(address + "/stats")).Split(' ').Select(text => long.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        return new Measurement(
            int.Parse(line[0], CultureInfo.InvariantCulture), double.Parse(line[1], CultureInfo.InvariantCulture), double.Parse(line[2], CultureInfo.InvariantCulture),
            wall, (stats[1] - started) / 1000.0, (stats[2] - stats[1]) / 1000.0, stats[0]);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
        http.Dispose();
    }

    /// <summary>Starts this program again, or the native build of it.</summary>
    private static Process Start(IReadOnlyList<string> arguments, bool keepInput, string? native = null)
        => Process.Start(new ProcessStartInfo(native ?? "dotnet", native is null ? [Path.ChangeExtension(Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.GetCommandLineArgs()[0] : Environment.ProcessPath, ".dll"), .. arguments] : arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = keepInput,
        })!;
}
