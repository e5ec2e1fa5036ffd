namespace MedBench.Running;

/// <summary>Reports that nothing can be recorded any more, so that the run must stop.</summary>
internal sealed class JournalWriteException(string message, Exception innerException) : IOException(message, innerException);
