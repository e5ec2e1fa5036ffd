namespace MedBench;

/// <summary>Reports that a run folder holds a run of another plan, or is in use.</summary>
public sealed class RunConflictException : Exception
{
    /// <summary>Initializes the error.</summary>
    /// <param name="message">What conflicts and what to do.</param>
    /// <param name="differences">The differing fields, one line each: <c>path: recorded → wanted</c>.</param>
    public RunConflictException(string message, IReadOnlyList<string> differences)
        : base(message) => Differences = differences;

    /// <summary>Gets the differing fields, one line each.</summary>
    public IReadOnlyList<string> Differences { get; }
}
