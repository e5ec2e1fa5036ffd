namespace MedBench;

/// <summary>Which option wins when several have the most votes.</summary>
public enum TieRule
{
    /// <summary>The one that reached the top count first, in the order of the votes.</summary>
    FirstToReachTopCount,

    /// <summary>The one that was voted for first.</summary>
    EarliestSeen,

    /// <summary>The one that stands first among the sample's options.</summary>
    FirstOption,
}
