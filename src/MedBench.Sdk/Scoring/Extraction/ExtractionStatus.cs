namespace MedBench;

/// <summary>Says what a reply to a multiple-choice question amounts to.</summary>
public enum ExtractionStatus
{
    /// <summary>No single answer can be read off the reply: it is empty, cut off, ambiguous or contradicts itself.</summary>
    Unparsed,

    /// <summary>The reply commits itself to one option.</summary>
    Answered,

    /// <summary>The reply says that it does not know, or that no option fits.</summary>
    Abstained,

    /// <summary>The reply declines to answer.</summary>
    Refused,
}
