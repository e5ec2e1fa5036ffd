namespace MedBench.Scoring.Extraction;

/// <summary>How firmly a statement settles the answer.</summary>
internal enum ClaimStrength
{
    /// <summary>Names one option only, where a conclusion is expected.</summary>
    Hint,

    /// <summary>Points at an option without naming it the answer.</summary>
    Weak,

    /// <summary>Calls an option the answer.</summary>
    Stated,

    /// <summary>Gives an option in the place reserved for the answer: a box, a field, a line of its own.</summary>
    Final,
}

/// <summary>What a statement says about its option.</summary>
internal enum ClaimPolarity
{
    /// <summary>It is the answer.</summary>
    Accepts,

    /// <summary>It is not the answer.</summary>
    Rejects,

    /// <summary>It may be the answer, or another may.</summary>
    Wavers,
}

/// <summary>One statement about one option.</summary>
/// <param name="Option">The option.</param>
/// <param name="Polarity">What is said about it.</param>
/// <param name="Strength">How firmly.</param>
/// <param name="Token">Where the option is named.</param>
/// <param name="Rule">The rule that recognised the statement.</param>
/// <param name="IsConcluding">Whether the sentence draws a conclusion.</param>
internal readonly record struct Claim(int Option, ClaimPolarity Polarity, ClaimStrength Strength, int Token, string Rule, bool IsConcluding = false);
