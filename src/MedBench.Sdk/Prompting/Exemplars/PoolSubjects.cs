using System.Runtime.CompilerServices;

namespace MedBench;

/// <summary>Knows which subjects the questions of a pool are of.</summary>
internal static class PoolSubjects
{
    private static readonly ConditionalWeakTable<IExemplarPool, HashSet<string>> Known = [];

    /// <summary>Returns whether every exemplar names its subject, and none the question's.</summary>
    public static bool LacksSubjectOf(this IExemplarPool pool, SampleInput input)
        => input.Subject is { } subject && Known.GetValue(pool, Find) is { Count: > 0 } subjects && !subjects.Contains(subject);

    private static HashSet<string> Find(IExemplarPool pool)
        => pool.Exemplars.All(exemplar => exemplar.Input.Subject is not null) ? [.. pool.Exemplars.Select(exemplar => exemplar.Input.Subject!)] : [];
}
