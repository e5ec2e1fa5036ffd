using System.Text.Json;
using MedBench.Running;

namespace MedBench;

/// <summary>Compares the files of a replay with the bundled ones.</summary>
internal sealed class ReplayComparison
{
    private const int MaxKept = 1_000;

    private readonly List<ReplayDifference> differences = [];

    public IReadOnlyList<ReplayDifference> Differences => differences;

    public long Count { get; private set; }

    public long Samples { get; private set; }

    public void CompareResults(string recorded, string replayed)
    {
        using var left = File.OpenText(recorded);
        using var right = File.OpenText(replayed);
        while (left.ReadLine() is var was && right.ReadLine() is var now && (was is not null || now is not null))
        {
            Samples++;
            if (was != now)
            {
                CompareLines(was, now);
            }
        }
    }

    public void CompareSummaries(byte[] recorded, byte[] replayed)
    {
        if (!recorded.AsSpan().SequenceEqual(replayed))
        {
            using var was = JsonDocument.Parse(recorded);
            using var now = JsonDocument.Parse(replayed);
            if (was.RootElement.TryGetProperty(SummaryJson.Shared, out _))
            {
                AddAll(null, was.RootElement, now.RootElement);
                return;
            }

            // An older version wrote no totals of the run: there is nothing to compare them with, and its bytes are others.
            foreach (var difference in JsonDifference.Find(was.RootElement, now.RootElement, "").Where(difference => difference.Recorded is not null || !SummaryJson.Totals.Contains(difference.Field, StringComparer.Ordinal)))
            {
                Add(difference);
            }
        }
    }

    private void CompareLines(string? was, string? now)
    {
        using var recorded = was is null ? null : JsonDocument.Parse(was);
        using var replayed = now is null ? null : JsonDocument.Parse(now);
        var (before, after) = (NameOf(recorded), NameOf(replayed));
        if (before != after)
        {
            Add(new ReplayDifference { Sample = before ?? after, Field = "(sample)", Recorded = before, Replayed = after });
            return;
        }

        AddAll(before, recorded!.RootElement, replayed!.RootElement);
    }

    private void AddAll(string? sample, JsonElement was, JsonElement now)
    {
        var count = Count;
        foreach (var difference in JsonDifference.Find(was, now, ""))
        {
            Add(difference with { Sample = sample });
        }

        if (Count == count)
        {
            Add(new ReplayDifference { Sample = sample, Field = "(bytes)", Recorded = "the same values, written otherwise" });
        }
    }

    private void Add(ReplayDifference difference)
    {
        Count++;
        if (differences.Count < MaxKept)
        {
            differences.Add(difference);
        }
    }

    private static string? NameOf(JsonDocument? result) => result?.RootElement is { } root
        ? SampleResult.ScopeOf(root.GetProperty("benchmark").GetString()!, root.GetProperty("model").GetString()!, root.GetProperty("strategy").GetString()!, root.GetProperty("id").GetString()!, root.GetProperty("epoch").GetInt32())
        : null;
}
