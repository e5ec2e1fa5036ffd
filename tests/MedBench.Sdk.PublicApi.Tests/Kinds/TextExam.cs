namespace MedBench.PublicApi;

/// <summary>A text exam: the kind for which everything but the questions exists.</summary>
internal sealed class TextExam : IBenchmark
{
    public BenchmarkCard Card { get; } = Cards.Create("outside-text-exam", "accuracy", "question", "options");

    public IPromptStrategy DefaultStrategy => OpenMedLm.ZeroShot();

    public IReadOnlyList<IScorer> Scorers { get; } = [new ChoiceScorer()];

    public IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default)
        => new[] { Question("q1", "Which vitamin prevents scurvy?", "B"), Question("q2", "Which vitamin prevents rickets?", "C") }.ToAsyncEnumerable();

    private static Sample Question(string id, string stem, string answer) => new()
    {
        Input = new SampleInput { Id = id, Stem = stem, Options = [new("A", "Vitamin A"), new("B", "Vitamin C"), new("C", "Vitamin D")] },
        Target = new ChoiceTarget(answer),
    };
}
