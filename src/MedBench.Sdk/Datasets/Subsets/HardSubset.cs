using System.Globalization;

namespace MedBench;

/// <summary>Chooses the questions that most models got wrong, as MedAgentsBench does of seven sets.</summary>
/// <remarks>
/// Tang et al., arXiv 2503.07459, and gersteinlab/medagents-benchmark, plots/figure2_hardset.ipynb: a question is hard where the share of right answers is
/// below one half; of each set the published files hold the first hundred such questions in the order of the set. Scores of the models that
/// chose are biased downwards, and against them every other model looks better than it is: compare models none of which had a part in the choice.
/// </remarks>
/// <example>
/// <code>
/// var answers = ItemDifficulty.Of(await RecordedPredictions.ReadAsync([file]), "medqa");
/// var hard = await new HardSubset { Most = 100 }.ApplyAsync(new MedQa(), source, "medqa-hard", answers);
/// </code>
/// </example>
public sealed record HardSubset
{
    /// <summary>Gets the share of right answers below which a question is hard, above 0 and at most 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside these limits.</exception>
    public double Below
    {
        get;
        init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Give a share above 0 and at most 1.");
    } = 0.5;

    /// <summary>Gets how many questions are taken at most, the first in the order given; null takes all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public int? Most
    {
        get;
        init => field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Take at least 1 question, or all.");
    }

    /// <summary>Gets how many answers a question needs to be judged by; those with fewer are never hard.</summary>
    public int FewestAnswers { get; init; } = 1;

    /// <summary>Chooses the hard ones of many questions.</summary>
    /// <param name="items">How the questions were answered, in the order of the set.</param>
    /// <returns>The ids, in the same order.</returns>
    public IReadOnlyList<string> Choose(IEnumerable<ItemDifficulty> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return [.. items.Where(item => item.Answers >= FewestAnswers && item.Share < Below).Take(Most ?? int.MaxValue).Select(item => item.Id)];
    }

    /// <summary>Says in a sentence by which rule questions are chosen, for the card of the subset.</summary>
    /// <param name="items">How the questions were answered.</param>
    public string Describe(IEnumerable<ItemDifficulty> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var answers = items.Select(item => item.Answers).DefaultIfEmpty().Max();
        return string.Create(CultureInfo.InvariantCulture, $"The questions of which less than {100 * Below:0.##} % of up to {answers} recorded answers were right{(Most is { } most ? $", the first {most} of them" : "")}. Scores of models that had a part in the choice are biased downwards.");
    }

    /// <summary>Makes a benchmark of the hard ones among a benchmark's questions.</summary>
    /// <param name="benchmark">The whole benchmark.</param>
    /// <param name="source">Where its files are; null for a benchmark that brings its own.</param>
    /// <param name="id">The new benchmark's id: kebab-case, never renamed.</param>
    /// <param name="items">How the questions were answered, in any order: that of the benchmark counts. A question without answers is not hard.</param>
    /// <param name="split">The split; null means the one that the benchmark evaluates.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentException">No question is hard.</exception>
    /// <exception cref="DatasetException">The data is missing or damaged.</exception>
    public async Task<SubsetBenchmark> ApplyAsync(IBenchmark benchmark, IDatasetSource? source, string id, IEnumerable<ItemDifficulty> items, string? split = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(benchmark);
        ArgumentNullException.ThrowIfNull(items);
        var known = items.ToDictionary(item => item.Id, StringComparer.Ordinal);
        var ordered = new List<ItemDifficulty>(known.Count);
        await foreach (var sample in benchmark.LoadAsync(split ?? benchmark.Card.EvaluationSplit.Name, source ?? DatasetSource.None, cancellationToken).ConfigureAwait(false))
        {
            if (known.TryGetValue(sample.Input.Id, out var item))
            {
                ordered.Add(item);
            }
        }

        return new SubsetBenchmark(benchmark, id, Choose(ordered), Describe(ordered), split);
    }
}
