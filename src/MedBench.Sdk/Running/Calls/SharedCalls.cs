using Microsoft.Extensions.AI;

namespace MedBench.Running;

/// <summary>Names the scopes of what samples share, and adds up the journal's calls in them.</summary>
internal static class SharedCalls
{
    private const string Mark = "/shared/";

    public static string ScopeOf(string benchmark, string key) => $"{benchmark}{Mark}{key}";

    /// <summary>Adds up the shared calls by benchmark, role and model.</summary>
    /// <param name="journal">The journal's path.</param>
    /// <param name="manifest">The run's manifest, which knows benchmarks and prices.</param>
    /// <param name="rows">The rows of the run: a model may be called "shared".</param>
    public static IReadOnlyList<SharedUsage> Read(string journal, RunManifest manifest, IReadOnlyList<CellKey> rows)
    {
        var calls = new Dictionary<CallKey, (string Benchmark, string Role, string Model, UsageDetails? Usage)>();
        using var stream = new FileStream(journal, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        for (var lines = new JournalLines(stream); lines.MoveNext();)
        {
            var line = lines.Current;
            if (line.IndexOf("/shared/"u8) >= 0 && JournalCall.TryRead(line, out var call) && FindBenchmark(call.Scope, manifest, rows) is { } benchmark)
            {
                // The last record of a call wins, as it does when the run continues.
                calls[call.Key] = (benchmark, call.Role, call.Model, ReadUsage(line, call.Response));
            }
        }

        return [.. calls.Values.GroupBy(call => (call.Benchmark, call.Role, call.Model)).OrderBy(part => part.Key.Benchmark, StringComparer.Ordinal).ThenBy(part => part.Key.Role, StringComparer.Ordinal).ThenBy(part => part.Key.Model, StringComparer.Ordinal)
            .Select(part => Sum(part.Key.Benchmark, part.Key.Role, part.Key.Model, [.. part.Select(call => call.Usage)], manifest))];
    }

    private static SharedUsage Sum(string benchmark, string role, string model, IReadOnlyList<UsageDetails?> usages, RunManifest manifest)
    {
        var price = manifest.Prices.GetValueOrDefault(role == ModelRole.Subject ? $"models/{model}" : $"roles/{role}");
        var (input, output) = usages.Aggregate(((long?)0L, (long?)0L), (sum, usage) => (sum.Item1 + usage?.InputTokenCount, sum.Item2 + usage?.OutputTokenCount));
        return new SharedUsage
        {
            Benchmark = benchmark,
            Role = role,
            Model = model,
            Calls = usages.Count,
            InputTokens = input,
            OutputTokens = output,
            Cost = input is { } asked && output is { } replied ? price?.Of(asked, replied) : null,
        };
    }

    private static string? FindBenchmark(string scope, RunManifest manifest, IReadOnlyList<CellKey> rows)
    {
        var end = scope.IndexOf(Mark, StringComparison.Ordinal);
        return end >= 0 && manifest.HasBenchmark(scope[..end]) && !rows.Any(row => scope.StartsWith($"{row.Benchmark}/{row.Model}/{row.Strategy}/", StringComparison.Ordinal)) ? scope[..end] : null;
    }

    private static UsageDetails? ReadUsage(ReadOnlySpan<byte> line, JournalEntry response)
        => line[(int)response.Offset] == (byte)'{' ? ResponseJson.Read(line.Slice((int)response.Offset, response.Length).ToArray()).Usage : null;
}
