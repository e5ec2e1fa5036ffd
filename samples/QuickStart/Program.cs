// Runs OpenMedLM's ladder over the embedded mini set: with the embedded reader, or with the model
// at MEDBENCH_ENDPOINT named MEDBENCH_MODEL (and the key in MEDBENCH_API_KEY, where one is needed).
using System.Globalization;
using MedBench;
using MedBench.Benchmarks;
using Spectre.Console;

var endpoint = Environment.GetEnvironmentVariable("MEDBENCH_ENDPOINT");
var model = Environment.GetEnvironmentVariable("MEDBENCH_MODEL");
IModelClient subject = string.IsNullOrEmpty(endpoint) || string.IsNullOrEmpty(model)
    ? new LexicalReader()
    : new OpenAICompatibleClient(new OpenAICompatibleOptions
    {
        Endpoint = new Uri(endpoint),
        Model = model,
        ApiKey = Environment.GetEnvironmentVariable("MEDBENCH_API_KEY") is { Length: > 0 } ? ApiKey.FromEnvironment("MEDBENCH_API_KEY") : null,
    });

var plan = new EvaluationPlan
{
    Benchmarks = [new BenchmarkSelection(new MedBenchMini())],
    Strategies = OpenMedLm.Ladder(),
    Models = [subject],
};
var folder = Path.Combine("runs", string.Join('-', $"quickstart-{subject.Info.Id}".Split(Path.GetInvalidFileNameChars())));

AnsiConsole.WriteLine($"OpenMedLM's ladder on medbench-mini with {subject.Info.Id}");
var summary = await AnsiConsole.Progress().StartAsync(async context =>
{
    var bar = context.AddTask("samples");
    var progress = new Progress(report =>
    {
        bar.MaxValue = report.Total;
        bar.Value = report.Finished;
        bar.Description = Markup.Escape(report.Stage);
    });
    return await new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = folder, Progress = progress });
});

var table = new Table().AddColumns("rung", "accuracy", "95 % interval", "change to the rung before", "unparsed");
foreach (var cell in summary.Cells)
{
    table.AddRow(
        cell.Strategy,
        cell.Withheld is null ? Percent(cell.Score?.Estimate) : "withheld",
        cell.Score is { } score ? $"{Percent(score.Lower)} to {Percent(score.Upper)}" : "–",
        cell.VersusPrevious is { Difference: var change } ? $"{Points(change.Estimate)} ({Points(change.Lower)} to {Points(change.Upper)})" : "–",
        Percent(cell.UnparsedRate));
}

AnsiConsole.Write(table);
foreach (var cell in summary.Cells.Where(cell => cell.Withheld is not null))
{
    AnsiConsole.WriteLine($"The score of {cell.Strategy} is withheld, and so is every change from or to it: {cell.Withheld}");
}

AnsiConsole.WriteLine($"{summary.Cells[0].Samples} questions a rung; always giving the most frequent answer scores {Percent(summary.Cells[0].MajorityBaseline)}.");
AnsiConsole.WriteLine($"Run folder: {summary.Folder}");
return summary.IsComplete ? 0 : 3;

static string Percent(double? value) => value is { } number ? string.Create(CultureInfo.InvariantCulture, $"{100 * number:F1} %") : "–";
static string Points(double value) => string.Create(CultureInfo.InvariantCulture, $"{100 * value:+0.0;-0.0;0.0}");

/// <summary>Reports on the thread that finished a sample, so that the last report is not lost.</summary>
internal sealed class Progress(Action<RunProgress> report) : IProgress<RunProgress>
{
    public void Report(RunProgress value) => report(value);
}
