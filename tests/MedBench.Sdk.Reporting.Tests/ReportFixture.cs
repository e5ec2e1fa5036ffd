using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace MedBench.Reporting.Tests;

/// <summary>A folder of its own for each test, runs in it, and their reports as a browser would read them.</summary>
public abstract class ReportFixture
{
    protected string Folder { get; private set; } = "";

    [SetUp]
    public void CreateFolder() => Folder = Directory.CreateTempSubdirectory("medbench-report-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(Folder, recursive: true);

    /// <summary>Runs two strategies over two models.</summary>
    protected async Task<RunSummary> RunAsync(Wording words, int samples = 12, Func<string, bool>? fails = null, string name = "run", double failureBudget = 1)
    {
        fails ??= _ => false;
        var plan = new EvaluationPlan
        {
            Benchmarks = [new BenchmarkSelection(new WordedBenchmark(words, samples))],
            Strategies = [new WordedStrategy(words, 2), new WordedStrategy(words, 5)],
            FailureBudget = failureBudget,
            Models = [new WordedModel(words, "-one", fails), new WordedModel(words, "-two", fails)],
        };
        return await new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = Path.Combine(Folder, name), About = new Dictionary<string, string> { ["note"] = words.Remark } });
    }

    protected async Task<IDocument> ReadReportAsync(string name = "run")
        => await new HtmlParser().ParseDocumentAsync(await File.ReadAllTextAsync(HtmlReport.Write(Path.Combine(Folder, name))));

    /// <summary>Returns the texts of the cells of the table with a caption that begins so, row by row.</summary>
    protected static string[][] Rows(IDocument report, string caption)
        => [.. report.QuerySelectorAll("table").First(table => table.QuerySelector("caption")!.TextContent.StartsWith(caption, StringComparison.Ordinal))
            .QuerySelectorAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent).ToArray())];
}
