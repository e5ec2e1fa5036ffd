namespace MedBench.Running;

/// <summary>A sample that was answered, and where its result stands in the journal.</summary>
internal sealed record FinishedSample(WorkItem Item, SampleResult Result, JournalEntry Entry);
