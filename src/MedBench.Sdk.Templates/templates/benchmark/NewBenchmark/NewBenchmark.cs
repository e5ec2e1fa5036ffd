using System.Runtime.CompilerServices;
using MedBench;

namespace OurBenchmarks;

/// <summary>Questions of our own. The class is found when the project is built: it is in MedBenchCatalog.All.</summary>
public sealed class NewBenchmark : IBenchmark
{
    public BenchmarkCard Card { get; } = new()
    {
        Id = "new-benchmark",
        Version = "1", // Another version whenever a number may change.
        Title = "NewBenchmark",
        Citation = "Internal, 2026",
        License = "internal",
        Kind = BenchmarkKind.MultipleChoice,
        Languages = ["en"],
        Splits = [new SplitInfo { Name = "test", Files = ["new-benchmark.jsonl"] }],
        PrimaryMetric = "accuracy",
        PromptFields = ["question", "options"], // Nothing else of a record may reach a prompt.
    };

    public IPromptStrategy DefaultStrategy => OpenMedLm.ZeroShot();

    public IReadOnlyList<IScorer> Scorers { get; } = [new ChoiceScorer()];

    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var file = source.Find(split, Card.EvaluationSplit.Files)
            ?? throw new DatasetException("no file of the split was found", $"Name it with {split}=FILE", Card.Id);
        await foreach (var row in DatasetReader.ReadAsync(file, cancellationToken: cancellationToken))
        {
            yield return new Sample
            {
                Input = new SampleInput { Id = row.GetString("id"), Stem = row.GetString("question"), Options = row.GetOptions("options") },
                Target = new ChoiceTarget(row.GetString("answer")),
                Tags = new Dictionary<string, string> { ["topic"] = row.GetString("topic") },
            };
        }
    }
}
