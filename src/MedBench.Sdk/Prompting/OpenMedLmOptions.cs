namespace MedBench;

/// <summary>The parameters of OpenMedLM's ladder, with the paper's values as defaults.</summary>
/// <remarks>
/// Values come from the released code (repository fortahealth/OpenMedLM-Project) unless a property says that paper and code are silent. Nori et
/// al.'s Medprompt (arXiv 2311.16452) fills such gaps where it can.
/// </remarks>
public sealed record OpenMedLmOptions
{
    /// <summary>Gets how many exemplars a prompt shows: five.</summary>
    public int Shots { get; init; } = 5;

    /// <summary>Gets how many nearest exemplars are fetched, so that enough remain when rationales are dropped: ten.</summary>
    public int Candidates { get; init; } = 10;

    /// <summary>Gets whether the nearest exemplar stands last. Paper and code are silent; Medprompt orders from least to most similar.</summary>
    public bool NearestLast { get; init; } = true;

    /// <summary>Gets how many rounds a teacher is asked for a rationale: five.</summary>
    public int TeacherRounds { get; init; } = 5;

    /// <summary>Gets where rationales come from; null means a teacher model as in the paper.</summary>
    public IRationaleSource? Rationales { get; init; }

    /// <summary>Gets how often a reply without a valid answer is asked again, the first time included: five.</summary>
    public int MaxTrials { get; init; } = 5;

    /// <summary>Gets how many answers vote in the ensemble. Paper and code are silent; Medprompt uses five.</summary>
    public int Votes { get; init; } = 5;

    /// <summary>Gets whether each vote of the ensemble sees the options in another order. Paper and code are silent; Medprompt does so.</summary>
    public bool PermuteOptions { get; init; } = true;

    /// <summary>Gets which option wins a tied vote. Paper and code are silent.</summary>
    public TieRule TieRule { get; init; } = TieRule.FirstToReachTopCount;

    /// <summary>Gets how tokens are drawn: temperature 0.8, top-p 0.8, top-k 5, at most 500 new tokens.</summary>
    public SamplingOptions Sampling { get; init; } = new();

    /// <summary>Gets how answers are read off replies. The released code looks for one letter in brackets after the word Answer; the default reads every common form.</summary>
    public IAnswerExtractor Extractor { get; init; } = new ChoiceExtractor();
}
