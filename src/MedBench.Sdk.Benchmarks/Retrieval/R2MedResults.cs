using System.Text.Json;

namespace MedBench.Benchmarks;

/// <summary>Reads published results of R2MED, and computes the mean over the eight sets by which systems are ranked.</summary>
public static class R2MedResults
{
    /// <summary>Reads results from JSON Lines: one object a line with <c>path</c> (as in the repository, below <c>results/</c>), <c>dataset</c> and the measures under either of the names that the files use.</summary>
    /// <param name="reader">The lines; empty ones are passed over.</param>
    /// <exception cref="InvalidDataException">A line is no result; the message names it.</exception>
    public static IReadOnlyList<R2MedResult> Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var results = new List<R2MedResult>();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                results.Add(Parse(line, number));
            }
        }

        return results;
    }

    /// <summary>Computes the unweighted mean of a measure over the eight sets.</summary>
    /// <param name="results">The results of one system.</param>
    /// <param name="measure">The measure's name; nDCG@10 by default.</param>
    /// <returns>The mean from 0 to 1; null unless each set stands there once, with the measure.</returns>
    public static double? Mean(IEnumerable<R2MedResult> results, string measure = "ndcg@10")
    {
        ArgumentNullException.ThrowIfNull(results);
        var values = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var result in results)
        {
            if (!result.Measures.TryGetValue(measure, out var value) || !values.TryAdd(result.Set, value))
            {
                return null;
            }
        }

        return values.Keys.Order(StringComparer.Ordinal).SequenceEqual(R2MedTask.All.Select(task => task.Set).Order(StringComparer.Ordinal)) ? values.Values.Average() : null;
    }

    /// <summary>Computes the mean of nDCG@10 over the eight sets from a run of all of them by one model and strategy.</summary>
    /// <param name="cells">The rows of the run.</param>
    /// <returns>The mean from 0 to 1; null unless each set stands there once, with a score.</returns>
    public static double? Mean(IEnumerable<CellSummary> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return Mean(cells.Where(cell => cell.Score is not null).Select(cell => new R2MedResult
        {
            System = cell.Strategy,
            Set = R2MedTask.All.FirstOrDefault(task => $"r2med-{task.Set.ToLowerInvariant()}" == cell.Benchmark)?.Set ?? cell.Benchmark,
            Measures = new Dictionary<string, double>(StringComparer.Ordinal) { ["ndcg@10"] = cell.Score!.Value.Estimate },
        }));
    }

    private static R2MedResult Parse(string line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var path = json.RootElement.GetProperty("path").GetString()!.Split('/');
            return new R2MedResult
            {
                System = string.Join('/', path[1..^1]),
                Set = json.RootElement.GetProperty("dataset").GetString()!,
                Measures = json.RootElement.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.Number).ToDictionary(property => Name(property.Name), property => property.Value.GetDouble(), StringComparer.Ordinal),
            };
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentOutOfRangeException or NullReferenceException)
        {
            throw new InvalidDataException(FormattableString.Invariant($"Line {number} is no result of R2MED: {exception.Message}"), exception);
        }
    }

    // The files say ndcg_at_10 or NDCG@10, precision_at_1 or P@1.
    private static string Name(string published)
    {
        var name = published.ToLowerInvariant().Replace("_at_", "@", StringComparison.Ordinal);
        return name.StartsWith("p@", StringComparison.Ordinal) ? $"precision{name[1..]}" : name;
    }
}
