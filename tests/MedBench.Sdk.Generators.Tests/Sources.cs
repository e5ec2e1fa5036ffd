namespace MedBench.Generators.Tests;

/// <summary>Source texts that implement the abstractions in the fewest words.</summary>
internal static class Sources
{
    /// <summary>The members that every benchmark needs.</summary>
    public const string BenchmarkBody = """
        public BenchmarkCard Card => throw null!;
        public IPromptStrategy DefaultStrategy => throw null!;
        public IReadOnlyList<IScorer> Scorers => throw null!;
        public IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default) => throw null!;
        """;

    /// <summary>The members that every strategy needs.</summary>
    public const string StrategyBody = """
        public StrategyInfo Info => throw null!;
        public Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default) => throw null!;
        """;

    /// <summary>The members that every scorer needs.</summary>
    public const string ScorerBody = """
        public ScorerInfo Info => throw null!;
        public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default) => throw null!;
        """;

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using MedBench;

        """;

    /// <summary>Returns a class of the global namespace that implements <c>IBenchmark</c>.</summary>
    /// <param name="name">The class.</param>
    /// <param name="modifiers">Its modifiers.</param>
    /// <param name="members">Members beyond the interface's, for instance constructors.</param>
    public static string Benchmark(string name, string modifiers = "public sealed", string members = "")
        => $"{modifiers} class {name} : IBenchmark {{ {members} {BenchmarkBody} }}\n";

    /// <summary>Returns a class of the global namespace that implements <c>IPromptStrategy</c>.</summary>
    public static string Strategy(string name, string modifiers = "public sealed", string members = "")
        => $"{modifiers} class {name} : IPromptStrategy {{ {members} {StrategyBody} }}\n";

    /// <summary>Returns a class of the global namespace that implements <c>IScorer</c>.</summary>
    public static string Scorer(string name, string modifiers = "public sealed")
        => $"{modifiers} class {name} : IScorer {{ {ScorerBody} }}\n";

    /// <summary>Returns a file with the usual usings.</summary>
    public static string File(params IEnumerable<string> declarations) => Usings + string.Concat(declarations);
}
