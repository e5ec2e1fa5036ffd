using MedBench;
using OurBenchmarks;

// The embedded reader answers; an endpoint is one line: new OpenAICompatibleClient(new() { Endpoint = new Uri("…/v1"), Model = "…" }).
var plan = new EvaluationPlan
{
    Benchmarks = [new BenchmarkSelection(new NewBenchmark(), DatasetSource.Folder(Path.Combine(AppContext.BaseDirectory, "data")))],
    Models = [new LexicalReader()],
};
var summary = await new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = "runs/new-benchmark" });
var row = summary.Cells[0];
Console.WriteLine(FormattableString.Invariant($"{row.Benchmark}: {100 * row.Score?.Estimate:F1} % of {row.Denominator}, 95 % interval {100 * row.Score?.Lower:F1} to {100 * row.Score?.Upper:F1}; see {summary.Folder}"));
