namespace MedBench.Testing;

/// <summary>What a <see cref="SimulatedExaminee"/> is like: everything about it is known, so that strategies and statistics can be tested against the truth.</summary>
public sealed record ExamineeProfile
{
    /// <summary>Gets the ability θ; 0 is average, and differences are in standard deviations of the population.</summary>
    public double Ability { get; init; }

    /// <summary>Gets the discrimination a: how steeply the chance of success rises with ability.</summary>
    public double Discrimination { get; init; } = 1;

    /// <summary>Gets the chance c of success without any knowledge, from 0 to 1; null for one over the number of options.</summary>
    public double? Guessing { get; init; }

    /// <summary>Gets the mean of the item difficulties.</summary>
    public double DifficultyMean { get; init; }

    /// <summary>Gets the standard deviation of the item difficulties.</summary>
    public double DifficultyDeviation { get; init; } = 1;

    /// <summary>Gets the difficulty b of an item; null draws it from the normal distribution by a hash of the stem, alike for all examinees.</summary>
    public Func<SampleInput, double>? Difficulty { get; init; }

    /// <summary>Gets what each displayed letter adds to the logarithm of the preference for the option behind it; letters left out add 0.</summary>
    public IReadOnlyDictionary<string, double> PositionBias { get; init; } = new Dictionary<string, double>();

    /// <summary>Gets the share of calls, from 0 to 1, that end in «I do not know».</summary>
    public double AbstentionRate { get; init; }

    /// <summary>Gets the share of the other calls, from 0 to 1, whose reply names no option.</summary>
    public double UnparsableRate { get; init; }

    /// <summary>Gets the share of calls, from 0 to 1, that are answered by a fresh draw in place of the examinee's settled opinion.</summary>
    /// <remarks>
    /// The fresh draw follows from the prompt and <see cref="Microsoft.Extensions.AI.ChatOptions.Seed"/>; temperature 0 turns it off. Either way the chance of
    /// success is the stated one, only the dependence between repeated calls changes.
    /// </remarks>
    public double Inconsistency { get; init; }

    /// <summary>Gets the ability that each known worked example in the prompt adds.</summary>
    public double ExemplarBoost { get; init; }

    /// <summary>Gets the ability that each known worked example adds on top, times the cosine of its question to the examined one.</summary>
    public double SimilarityBoost { get; init; }

    /// <summary>Gets ability that anything else about a request adds, for instance an instruction to reason; null for none.</summary>
    public Func<ModelRequest, double>? RequestBoost { get; init; }

    /// <summary>Gets the seed of the opinions; examinees of equal seed are right and wrong together as far as their abilities allow.</summary>
    public long Seed { get; init; }
}
