using System.Globalization;
using System.Runtime.CompilerServices;

namespace MedBench.Chaos;

/// <summary>Numbered questions, and as many worked examples as the strategies show.</summary>
/// <param name="count">How many.</param>
/// <param name="padding">Text that makes them longer.</param>
internal sealed class NumberedQuestions(int count, string padding = "") : IBenchmark
{
    public BenchmarkCard Card { get; } = new()
    {
        Id = "numbered", Version = "1", Title = "Numbered questions", Citation = "none", License = "none",
        Splits = [new SplitInfo { Name = "test" }], PrimaryMetric = "accuracy", PromptFields = ["stem"],
    };

    public IPromptStrategy DefaultStrategy => OpenMedLm.ZeroShot();

    public IReadOnlyList<IScorer> Scorers { get; } = [new ChoiceScorer()];

    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        for (var i = 0; i < count; i++)
        {
            yield return new Sample { Input = CreateInput("s", i), Target = new ChoiceTarget("ABCD"[i % 4].ToString()) };
        }
    }

    public async IAsyncEnumerable<Exemplar> LoadExemplarsAsync(IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        for (var i = 0; i < 12; i++)
        {
            yield return new Exemplar { Input = CreateInput("e", i), Answer = "ABCD"[i % 4].ToString(), Rationale = "It follows from the number." };
        }
    }

    private SampleInput CreateInput(string kind, int number) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{kind}{number:D7}"),
        Stem = string.Create(CultureInfo.InvariantCulture, $"Question {kind} {number}: which of four findings fits ward {number * 31 % 97} on day {number * 17 % 89}?{padding}"),
        Options = [.. "ABCD".Select(letter => new ChoiceOption(letter.ToString(), $"finding {letter}{number}"))],
    };
}
