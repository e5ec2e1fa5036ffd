using System.Runtime.CompilerServices;
using MedBench.Testing;

namespace MedBench.Docs.Tests;

#region own-benchmark
public sealed class WardQuestions : IBenchmark
{
    public BenchmarkCard Card { get; } = new()
    {
        Id = "ward-questions",
        Version = "1",
        Title = "Questions from our wards",
        Citation = "Internal, 2026",
        License = "internal",
        Splits = [new SplitInfo { Name = "test", Files = ["ward.jsonl", "ward*.csv"] }],
        PrimaryMetric = "accuracy",
        PromptFields = ["question", "options"],
    };

    public IPromptStrategy DefaultStrategy => OpenMedLm.ZeroShot();

    public IReadOnlyList<IScorer> Scorers { get; } = [new ChoiceScorer()];

    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var file = source.Find(split, Card.EvaluationSplit.Files)
            ?? throw new DatasetException("no file of the split was found", "Name it: test=FILE", Card.Id);
        await foreach (var row in DatasetReader.ReadAsync(file, cancellationToken: cancellationToken))
        {
            yield return new Sample
            {
                Input = new SampleInput { Id = row.GetString("id"), Stem = row.GetString("question"), Options = row.GetOptions("options") },
                Target = new ChoiceTarget(row.GetString("answer")),
                Tags = new Dictionary<string, string> { ["ward"] = row.GetString("ward") },
            };
        }
    }
}
#endregion

#region own-scorer
public sealed class WithinLimitsScorer : IScorer
{
    public ScorerInfo Info { get; } = new()
    {
        Id = "within-limits",
        Version = "1",
        Metric = "accuracy",
        DenominatorPolicy = "all samples; an answer that is no number counts as not right",
    };

    public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
    {
        var target = (NumberTarget)sample.Target;
        return ValueTask.FromResult(prediction is NumberPrediction { Value: var value }
            ? Score.Binary(value >= target.Lower && value <= target.Upper)
            : Score.None(Outcome.Unparsed));
    }
}
#endregion

#region own-specification
public sealed class WardQuestionsTests : BenchmarkSpecification
{
    protected override IBenchmark CreateBenchmark() => new WardQuestions();

    protected override IDatasetSource CreateSource() => DatasetSource.Folder(Path.Combine(TestContext.CurrentContext.TestDirectory, "data"));
}
#endregion
