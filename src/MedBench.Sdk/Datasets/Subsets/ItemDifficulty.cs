namespace MedBench;

/// <summary>How many of several models answered one question rightly.</summary>
/// <param name="Id">The question's id.</param>
/// <param name="Right">How many answered rightly.</param>
/// <param name="Answers">How many answered at all, a reply that could not be read included.</param>
public sealed record ItemDifficulty(string Id, int Right, int Answers)
{
    /// <summary>Gets the share of right answers, from 0 to 1.</summary>
    public double Share => (double)Right / Answers;

    /// <summary>Counts the recorded predictions of every question, in the order in which the questions first occur.</summary>
    /// <param name="predictions">The predictions; every model and method is one answer.</param>
    /// <param name="dataset">The data set; needed where several use the same ids.</param>
    /// <param name="method">The method; null counts all of them.</param>
    public static IReadOnlyList<ItemDifficulty> Of(RecordedPredictions predictions, string? dataset = null, string? method = null)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        return Count(predictions.Items.Where(item => (dataset is null || item.Dataset == dataset) && (method is null || item.Method == method)).Select(item => (item.Id, (bool?)item.IsRight)));
    }

    /// <summary>Counts the results of every question in run folders, in the order in which the questions first occur.</summary>
    /// <param name="folders">The folders; every model, strategy and epoch is one answer.</param>
    /// <param name="benchmark">The benchmark's id.</param>
    /// <remarks>A sample that failed or was unsupported is no answer. Of a graded score only the full mark is right.</remarks>
    /// <exception cref="InvalidDataException">A folder holds no run.</exception>
    public static IReadOnlyList<ItemDifficulty> OfRuns(IEnumerable<string> folders, string benchmark)
    {
        ArgumentNullException.ThrowIfNull(folders);
        return Count(folders.SelectMany(RunReader.ReadResults)
            .Where(result => result.Benchmark == benchmark)
            .Select(result => (result.Id, result.Scores is [{ Score: { Outcome: not (Outcome.Failed or Outcome.Unsupported) } score }, ..] ? score.Value >= 1 : (bool?)null)));
    }

    /// <summary>Counts answers; one that is null is none, and only keeps the question's place.</summary>
    private static ItemDifficulty[] Count(IEnumerable<(string Id, bool? IsRight)> answers)
    {
        var counts = new OrderedDictionary<string, ItemDifficulty>(StringComparer.Ordinal);
        foreach (var (id, isRight) in answers)
        {
            var known = counts.GetValueOrDefault(id) ?? new ItemDifficulty(id, 0, 0);
            counts[id] = known with { Right = known.Right + (isRight is true ? 1 : 0), Answers = known.Answers + (isRight is null ? 0 : 1) };
        }

        return [.. counts.Values.Where(item => item.Answers > 0)];
    }
}
