namespace MedBench.Testing.Tests;

/// <summary>A benchmark that does everything right; tests spoil one thing at a time.</summary>
internal sealed class ExamBenchmark : IBenchmark
{
    public BenchmarkCard Card { get; init; } = new()
    {
        Id = "exam",
        Version = "1",
        Title = "An exam",
        Citation = "Nobody, An exam, Nowhere 2026",
        License = "CC0-1.0",
        Splits = [new SplitInfo { Name = "test" }],
        PrimaryMetric = "accuracy",
        PromptFields = ["question", "options"],
    };

    public IPromptStrategy DefaultStrategy { get; init; } = new LetterStrategy();

    public IReadOnlyList<IScorer> Scorers { get; init; } = [new LetterScorer()];

    public Func<IReadOnlyList<Sample>> Samples { get; init; } = () => [Questions.Scurvy, Questions.Diaphragm];

    public bool IgnoresCancellation { get; init; }

    public IReadOnlyList<Exemplar> Exemplars { get; init; } = [new() { Input = Questions.Create("gout", "Which crystals cause gout?", "A", "Urate", "Oxalate").Input, Answer = "A" }];

    public DatasetException? PoolProblem { get; init; }

    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        foreach (var sample in Samples())
        {
            if (!IgnoresCancellation)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            yield return sample;
        }
    }

    public IAsyncEnumerable<Exemplar> LoadExemplarsAsync(IDatasetSource source, CancellationToken cancellationToken = default) => PoolProblem is null ? Exemplars.ToAsyncEnumerable() : throw PoolProblem;
}
