namespace MedBench;

/// <summary>Reports that a run had to stop early. Every finished sample is on disk; running the plan again continues it.</summary>
public sealed class RunStoppedException : Exception
{
    /// <summary>Initializes the error.</summary>
    /// <param name="message">What stopped the run, what is safe, and how to go on.</param>
    /// <param name="innerException">The cause.</param>
    public RunStoppedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
