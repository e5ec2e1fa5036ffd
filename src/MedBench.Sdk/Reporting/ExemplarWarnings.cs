using System.Globalization;

namespace MedBench.Running;

/// <summary>Counts the samples of a row that were shown other exemplars than asked for, by their notes: fewer, or of a pool without the question's subject.</summary>
internal sealed class ExemplarWarnings(CellKey row)
{
    public const string Missing = "exemplars-missing";
    public const string WithoutSubject = "pool-without-subject";

    private int samples;
    private int fewer;
    private int strange;

    public void Add(SampleResult result)
    {
        samples++;
        fewer += result.Notes.ContainsKey(Missing) ? 1 : 0;
        strange += result.Notes.ContainsKey(WithoutSubject) ? 1 : 0;
    }

    public IEnumerable<string> Find()
    {
        var name = $"{row.Strategy} on {row.Benchmark} with {row.Model}";
        if (fewer > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{fewer:N0} of {samples:N0} samples of {name} were shown fewer exemplars than asked for: the pool has too few of the question's subject, too few that are no duplicate of the question, or too few with a rationale; results.jsonl says how many are missing. Name a larger pool, or ask for fewer shots.");
        }

        // Where some questions have exemplars of their subject, a short list that serves all subjects is meant.
        if (strange == samples && samples > 0)
        {
            yield return $"No question of {name} has an exemplar of its subject in the pool, whose exemplars all name another. Check that it is the pool of this benchmark.";
        }
    }
}
