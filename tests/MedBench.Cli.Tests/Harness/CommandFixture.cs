using System.Globalization;
using System.Text.Json;

namespace MedBench.Cli.Tests.Harness;

/// <summary>A folder with questions and a pool, a server, and the commands over them in few words.</summary>
public abstract class CommandFixture
{
    internal const int Count = 12;

    internal const int PoolSize = 16;

    private protected static readonly string[] Ladder = ["zero-shot", "few-shot", "cot-random", "cot-knn", "ensemble"];

    private protected string Root { get; private set; } = "";

    private protected ModelServer Server { get; private set; } = null!;

    [SetUp]
    public async Task CreateFolderAsync()
    {
        Root = Directory.CreateTempSubdirectory("medbench-cli-").FullName;
        Server = await ModelServer.StartAsync();
        Write("questions.jsonl", Questions.Lines(1, Count));
        Write("examples.jsonl", Questions.Lines(1001, PoolSize));
    }

    [TearDown]
    public async Task DeleteFolderAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(Root, recursive: true);
    }

    private protected string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private protected void Write(string name, string text) => File.WriteAllText(PathOf(name), text);

    private protected Task<Medbench.Finished> CallAsync(params IEnumerable<string> arguments) => Medbench.RunAsync(Root, arguments);

    private protected Medbench Start(params IEnumerable<string> arguments) => Medbench.Start(Root, arguments);

    /// <summary>Returns the arguments of <c>medbench run</c> over the questions, the pool and the server.</summary>
    private protected string[] Run(string output, string strategy, int concurrency = 8, params string[] further) =>
    [
        "run", "--benchmark", "jsonl-mcq", "--data", "test=questions.jsonl", "--data", "pool=examples.jsonl", "--strategy", strategy,
        "--endpoint", Server.Endpoint, "--model", "stub", "--concurrency", concurrency.ToString(CultureInfo.InvariantCulture), "--out", output, .. further,
    ];

    private protected string Results(string output) => File.ReadAllText(PathOf(output, "results.jsonl"));

    private protected JsonElement Summary(string output)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(PathOf(output, "summary.json")));
        return document.RootElement.Clone();
    }

    /// <summary>Returns the numbers of the replies that the journal holds whole.</summary>
    private protected IReadOnlyList<string> JournaledReplies(string output)
    {
        var text = File.ReadAllText(PathOf(output, "journal.jsonl"));
        return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n').Where(line => line.StartsWith("{\"t\":\"call\"", StringComparison.Ordinal)).Select(line =>
        {
            var reply = line[line.IndexOf("\"response\"", StringComparison.Ordinal)..];
            return reply.Substring(reply.IndexOf("Note ", StringComparison.Ordinal) + "Note ".Length, 20);
        })];
    }

    private protected static void AssertSucceeded(Medbench.Finished finished) => Assert.That(finished.Code, Is.Zero, finished.Errors);
}
