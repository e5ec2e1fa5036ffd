namespace MedBench.Running;

/// <summary>What earlier sessions left in a journal: where each reply and each result stands.</summary>
internal sealed class JournalContent
{
    public Dictionary<CallKey, JournalEntry> Calls { get; } = [];

    public Dictionary<long, JournalEntry> Samples { get; } = [];

    /// <summary>Gets the last failure of each sample that has not ended otherwise.</summary>
    public Dictionary<long, JournalEntry> Failures { get; } = [];

    /// <summary>Gets or sets the number of bytes in whole lines.</summary>
    public long Length { get; set; }
}
