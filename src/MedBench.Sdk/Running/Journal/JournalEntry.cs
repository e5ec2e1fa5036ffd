namespace MedBench.Running;

/// <summary>Where a journalled piece of JSON stands.</summary>
internal readonly record struct JournalEntry(long Offset, int Length);
