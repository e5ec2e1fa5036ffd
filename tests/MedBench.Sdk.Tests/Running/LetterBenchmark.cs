using System.Globalization;
using System.Runtime.CompilerServices;

namespace MedBench.Tests.Running;

/// <summary>Numbered questions whose right letter follows from the number, with a pool of others.</summary>
internal sealed class LetterBenchmark(int count, string id = "letters", string version = "1", string stem = "Which letter belongs to case") : IBenchmark
{
    private int loaded;

    public int Loaded => loaded;

    public AccessTier Tier { get; init; }

    public IReadOnlyList<IScorer> Scorers { get; init; } = [new ChoiceScorer()];

    public Func<int, string>? IdOf { get; init; }

    public BenchmarkCard Card => new()
    {
        Id = id, Version = version, Title = "Letters", Citation = "none", License = "test licence", AccessTier = Tier,
        Splits = [new SplitInfo { Name = "test" }, new SplitInfo { Name = "other" }], PrimaryMetric = "accuracy", PromptFields = ["stem"],
    };

    public IPromptStrategy DefaultStrategy => OpenMedLm.ZeroShot();

    public static string RightLetter(int number) => "ABCD"[number * 7 % 4].ToString();

    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            Interlocked.Increment(ref loaded);
            yield return new Sample
            {
                Input = Input(IdOf?.Invoke(i) ?? $"s{i:D4}", i),
                Target = new ChoiceTarget(RightLetter(i)),
                Tags = new Dictionary<string, string> { ["parity"] = i % 2 == 0 ? "even" : "odd" },
            };
        }
    }

    public async IAsyncEnumerable<Exemplar> LoadExemplarsAsync(IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        for (var i = 1000; i < 1012; i++)
        {
            yield return new Exemplar { Input = Input($"e{i}", i), Answer = RightLetter(i), Rationale = $"Because {i} says so." };
        }

        yield return new Exemplar { Input = Input("twin-of-s0003", 3), Answer = RightLetter(3), Rationale = "A repeated question." };
    }

    private SampleInput Input(string id, int number) => new()
    {
        Id = id,
        Stem = string.Create(CultureInfo.InvariantCulture, $"{stem} {number:D4}, seen in ward {number * 31 % 97} on day {number * 17 % 89} with finding {number * 13 % 83}?"),
        Options = [.. "ABCD".Select(letter => new ChoiceOption(letter.ToString(), $"choice {letter} of {number}"))],
    };
}
