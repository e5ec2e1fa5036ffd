using Microsoft.Extensions.AI;

namespace MedBench.Running;

/// <summary>Names the scopes of what samples share, and adds up the journal's calls in them.</summary>
internal static class SharedCalls
{
    private const string Mark = "/shared/";

    public static string ScopeOf(string benchmark, string key) => $"{benchmark}{Mark}{key}";

    /// <summary>Adds up the shared calls by benchmark, role and model; those for vectors are of no benchmark.</summary>
    /// <param name="journal">The journal's path.</param>
    /// <param name="manifest">The run's manifest, which knows benchmarks and prices.</param>
    /// <param name="rows">The rows of the run: a model may be called "shared".</param>
    public static IReadOnlyList<SharedUsage> Read(string journal, RunManifest manifest, IReadOnlyList<CellKey> rows)
    {
        var parts = new SortedDictionary<(string Benchmark, string Role, string Model), Dictionary<CallKey, (long? Input, long? Output)>>(Order);
        using var stream = new FileStream(journal, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        for (var lines = new JournalLines(stream); lines.MoveNext();)
        {
            var line = lines.Current;
            if (MayBeShared(line) && JournalCall.TryRead(line, out var call) && FindBenchmark(call, manifest, rows) is { } benchmark)
            {
                if (!parts.TryGetValue((benchmark, call.Role, call.Model), out var calls))
                {
                    parts.Add((benchmark, call.Role, call.Model), calls = []);
                }

                // The last record of a call wins, as it does when the run continues.
                calls[call.Key] = ReadUsage(line, call);
            }
        }

        return [.. parts.Select(part => Sum(part.Key.Benchmark, part.Key.Role, part.Key.Model, part.Value.Values, manifest))];
    }

    private static Comparer<(string Benchmark, string Role, string Model)> Order { get; } = Comparer<(string Benchmark, string Role, string Model)>.Create((left, right) =>
        string.CompareOrdinal(left.Benchmark, right.Benchmark) is not 0 and var benchmark ? benchmark
        : string.CompareOrdinal(left.Role, right.Role) is not 0 and var role ? role
        : string.CompareOrdinal(left.Model, right.Model));

    private static SharedUsage Sum(string benchmark, string role, string model, IReadOnlyCollection<(long? Input, long? Output)> usages, RunManifest manifest)
    {
        var price = manifest.Prices.GetValueOrDefault(role == ModelRole.Subject ? $"models/{model}" : $"roles/{role}");
        var (input, output) = usages.Aggregate(((long?)0L, (long?)0L), (sum, usage) => (sum.Item1 + usage.Input, sum.Item2 + usage.Output));
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

    private static bool MayBeShared(ReadOnlySpan<byte> line) => line.IndexOf("/shared/"u8) >= 0 || line.IndexOf("\"scope\":\"embeddings\""u8) >= 0;

    private static string? FindBenchmark(in JournalCall call, RunManifest manifest, IReadOnlyList<CellKey> rows)
    {
        if (call.Scope == JournaledEmbeddings.Role)
        {
            return "";
        }

        var (scope, end) = (call.Scope, call.Scope.IndexOf(Mark, StringComparison.Ordinal));
        return end >= 0 && manifest.HasBenchmark(scope[..end]) && !rows.Any(row => scope.StartsWith($"{row.Benchmark}/{row.Model}/{row.Strategy}/", StringComparison.Ordinal)) ? scope[..end] : null;
    }

    /// <summary>Reads what a call took; a vector takes no reply tokens.</summary>
    private static (long? Input, long? Output) ReadUsage(ReadOnlySpan<byte> line, in JournalCall call)
    {
        var response = line.Slice((int)call.Response.Offset, call.Response.Length);
        var usage = response[0] switch
        {
            (byte)'{' => ResponseJson.Read(response.ToArray()).Usage,
            (byte)'[' => LogLikelihoodJson.UsageOf(LogLikelihoodJson.Read(response.ToArray())),
            _ => new UsageDetails { InputTokenCount = call.VectorTokens, OutputTokenCount = 0 },
        };
        return (usage?.InputTokenCount, usage?.OutputTokenCount);
    }
}
