namespace MedBench;

/// <summary>Options of <see cref="JudgeQualification"/>.</summary>
public sealed record JudgeQualificationOptions
{
    /// <summary>Gets how the judge is asked; its roles do not matter. Qualify a judge as it is going to be used.</summary>
    public JudgePanel Panel { get; init; } = new();

    /// <summary>Gets by which prompt labelled answers are judged, with the places <c>{conversation}</c> and <c>{criterion}</c>, or <c>{question}</c>, <c>{answer}</c> and <c>{claim}</c>; null means that of <see cref="RubricScorer"/>.</summary>
    public JudgePrompt? Prompt { get; init; }

    /// <summary>Gets what the lower end of each 95 % interval of a share of right, preferred or consistent verdicts must reach, from 0 to 1; 0.7. Of 24 items, 22 must then be right.</summary>
    public double LeastAgreement { get; init; } = 0.7;

    /// <summary>Gets what the upper end of the 95 % interval of a net gain may be that the worse answer has from padding, or from the judge's own words; 0.2. Of 24 pairs, a net gain of one is then let pass.</summary>
    public double MostGain { get; init; } = 0.2;
}
