namespace MedBench.Scoring.Extraction;

/// <summary>What the predicate of a sentence says about an option.</summary>
internal enum Verdict
{
    /// <summary>Nothing that settles it.</summary>
    None,

    /// <summary>That it is correct.</summary>
    Right,

    /// <summary>That it is incorrect.</summary>
    Wrong,

    /// <summary>That it is correct too.</summary>
    Shared,

    /// <summary>That it is the most of something, which may or may not be what was asked.</summary>
    Foremost,
}
