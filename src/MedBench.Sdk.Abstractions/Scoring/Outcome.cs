namespace MedBench;

/// <summary>How a sample ended. Every sample ends in exactly one way, and none of them is silently a zero.</summary>
public enum Outcome
{
    /// <summary>Answered, and right.</summary>
    Correct,

    /// <summary>Answered, and wrong.</summary>
    Incorrect,

    /// <summary>Answered, with a grade between or beyond right and wrong.</summary>
    Graded,

    /// <summary>The model declined to choose: it said that it does not know.</summary>
    Abstained,

    /// <summary>The model replied, but no single answer can be read off the reply.</summary>
    Unparsed,

    /// <summary>The model or its provider's filter refused.</summary>
    Refused,

    /// <summary>The reply was cut off before an answer.</summary>
    Truncated,

    /// <summary>No usable reply, or a strategy or scorer broke; never counted as wrong.</summary>
    Failed,

    /// <summary>The model lacks a power that the strategy needs, or the prompt does not fit; nothing was sent.</summary>
    Unsupported,
}
