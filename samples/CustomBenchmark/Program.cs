// A hospital's own questions, in one file: describe the set, read its rows, run it.
using System.Runtime.CompilerServices;
using MedBench;

var plan = new EvaluationPlan
{
    Benchmarks = [new BenchmarkSelection(new HospitalQuestions(), DatasetSource.Folder(AppContext.BaseDirectory))],
    Models = [new LexicalReader()],
};
var summary = await new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = "runs/custom-benchmark" });
var row = summary.Cells[0];
Console.WriteLine(FormattableString.Invariant($"{row.Benchmark}: {100 * row.Score?.Estimate:F1} % of {row.Denominator}, 95 % interval {100 * row.Score?.Lower:F1} to {100 * row.Score?.Upper:F1}; see {summary.Folder}"));

internal sealed class HospitalQuestions : IBenchmark
{
    public BenchmarkCard Card { get; } = new()
    {
        Id = "hospital-questions",
        Version = "1",
        Title = "Questions of our own departments",
        Citation = "Internal, 2026",
        License = "internal",
        Splits = [new SplitInfo { Name = "test", Files = ["questions.csv"] }],
        PrimaryMetric = "accuracy",
        PromptFields = ["question", "A", "B", "C", "D"],
    };

    public IPromptStrategy DefaultStrategy => OpenMedLm.ZeroShot();

    public IReadOnlyList<IScorer> Scorers { get; } = [new ChoiceScorer()];

    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var file = source.Find(split, Card.EvaluationSplit.Files)
            ?? throw new DatasetException("questions.csv is missing", "Put it beside the program", Card.Id);
        await foreach (var row in DatasetReader.ReadAsync(file, cancellationToken: cancellationToken))
        {
            yield return new Sample
            {
                Input = new SampleInput
                {
                    Id = row.GetString("id"),
                    Stem = row.GetString("question"),
                    Options = [.. "ABCD".Select(letter => new ChoiceOption($"{letter}", row.GetString($"{letter}")))],
                },
                Target = new ChoiceTarget(row.GetString("answer")),
                Tags = new Dictionary<string, string> { ["department"] = row.GetString("department") },
            };
        }
    }
}
