using System.Text.Json;

namespace MedBench.Chaos;

[FailureMode(34)]
public sealed class TerminalTests : TemporaryFolder
{
    /// <summary>Each ends in its own number, by which its harmless rest is found in the output.</summary>
    private static readonly string[] Payloads =
    [
        "\u001b[2Jp01", "\u001b[31mp02\u001b[0m", "\u001b]0;title\u0007p03", "\u001b]8;;https://evil.example\u001b\\p04", "\u001b]52;c;ZXZpbA==\u0007p05", "\u001bP1$r\u001b\\p06", "\u001b[6np07", "\u009b31mp08",
        "\u009d0;x\u009cp09", "\u0008\u0008\u0008p10", "\rp11", "\u0007\u000b\u000cp12", "\u202ep13\u202c", "\u2066p14\u2069\u200e\u200f\u061c", "\u007f\u0085\u008ep15",
    ];

    private static readonly ModelInfo Info = new() { Id = "m", IsInProcess = true };

    [Test]
    public async Task Nothing_that_is_printed_steers_the_terminal()
    {
        await RunAsync("first", "B");
        await RunAsync("second", "A");
        var compared = await CallAsync("compare", "first", "second");
        var reported = await CallAsync("report", "second");
        var said = compared + reported + await CallAsync("run", "--benchmark", Payloads[0], "--out", "x");
        foreach (var payload in Payloads)
        {
            said += await FailAsync(payload);
        }

        Assert.Multiple(() =>
        {
            Assert.That(said.Where(IsSteering), Is.Empty);
            Assert.That(Payloads.Select((_, i) => $"p{i + 1:D2}").Where(mark => !compared.Contains(mark, StringComparison.Ordinal) || !reported.Contains(mark, StringComparison.Ordinal)), Is.Empty, "every payload was printed");
        });
        Figure.Print(34, $"{Payloads.Length} payloads in ids, names of models, benchmarks and strategies, and errors: 0 steering characters printed");
    }

    [Test]
    [FailureMode(31)]
    public async Task The_program_prints_and_writes_no_key()
    {
        await using var server = await StubServer.StartAsync();
        server.Answer = context => StubServer.WriteAsync(context, JsonSerializer.Serialize(new { error = new { message = CanaryKey.Echo + Payloads[4], code = CanaryKey.Value } }), 401);
        await File.WriteAllTextAsync(PathOf("q.jsonl"), """{"id":"q","question":"What?","options":{"A":"x","B":"y"},"answer_idx":"A"}""" + "\n");
        string[] arguments = ["run", "--benchmark", "jsonl-mcq", "--data", "test=q.jsonl", "--endpoint", server.Endpoint.ToString(), "--model", "m", "--api-key-env", "MEDBENCH_CANARY", "--out", "run"];
        var (code, said) = await CommandLine.RunAsync(Root, arguments, new Dictionary<string, string> { ["MEDBENCH_CANARY"] = CanaryKey.Value });
        var written = string.Concat(Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(3), said);
            Assert.That(server.Authorizations.First(), Does.Contain(CanaryKey.Value));
            Assert.That(CanaryKey.FindIn(said + written), Is.Empty, said);
            Assert.That(said, Does.Contain("***").And.Contain("p05"));
            Assert.That(said.Where(IsSteering), Is.Empty);
        });
    }

    private static bool IsSteering(char character)
        => (char.IsControl(character) && character is not ('\n' or '\t')) || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C';

    /// <summary>Prints a run that a sample's failure left incomplete, for the error is printed too.</summary>
    private async Task<string> FailAsync(string payload)
    {
        if (payload != Payloads[^1] && Scale.Of(0, 1) == 0)
        {
            return ""; // One process for each is for the whole proof; the filter is the same for all.
        }

        await using var server = await StubServer.StartAsync();
        server.Answer = context => StubServer.WriteAsync(context, JsonSerializer.Serialize(new { error = new { message = payload } }), 400);
        await File.WriteAllTextAsync(PathOf("q.jsonl"), JsonSerializer.Serialize(new { id = payload, question = "What?", options = new { A = "x", B = "y" }, answer_idx = "A" }) + "\n");
        var said = await CallAsync("run", "--benchmark", "jsonl-mcq", "--data", "test=q.jsonl", "--endpoint", server.Endpoint.ToString(), "--model", payload, "--out", $"failed-{payload[^3..].Trim()}-{payload.Length}");
        Assert.That(said, Does.Contain("First error"));
        return said;
    }

    private async Task<string> CallAsync(params string[] arguments) => (await CommandLine.RunAsync(Root, arguments)).Output;

    private Task<RunSummary> RunAsync(string folder, string reply) => new EvaluationRunner().EvaluateAsync(
        new EvaluationPlan { Benchmarks = [.. Payloads.Select(payload => new BenchmarkSelection(new TextBench(payload, 2)))], Models = [new TextModel(Info with { Id = Payloads[4] }, _ => reply)] },
        new RunOptions { Folder = PathOf(folder) });
}
