namespace MedBench.Benchmarks;

/// <summary>What a grader found.</summary>
/// <param name="IsRight">Whether the task was done.</param>
/// <param name="Gold">The expected answer, as JSON; null where the answer is not graded.</param>
/// <param name="Fault">What was wrong, for a reader; null where nothing was.</param>
internal sealed record MedAgentVerdict(bool IsRight, string? Gold, string? Fault)
{
    public static MedAgentVerdict Of(string? gold, string? fault) => new(fault is null, gold, fault);
}
