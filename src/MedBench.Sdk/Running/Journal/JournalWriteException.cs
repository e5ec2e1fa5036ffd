namespace MedBench.Running;

/// <summary>Reports that nothing can be recorded any more, so that the run must stop.</summary>
internal sealed class JournalWriteException(string message, Exception innerException) : IOException(message, innerException)
{
    /// <summary>Says the same to the user, with what is safe and how to go on.</summary>
    public RunStoppedException ToRunStopped() => new($"{Message} Every finished sample is safe; make room and run the plan again to continue.", this);
}
