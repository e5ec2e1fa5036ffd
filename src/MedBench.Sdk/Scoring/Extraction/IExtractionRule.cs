namespace MedBench.Scoring.Extraction;

/// <summary>One way to settle what a reply amounts to.</summary>
internal interface IExtractionRule
{
    /// <summary>Returns the outcome, or null to leave the reply to the next rule.</summary>
    ChoiceExtraction? Apply(ReplyContext reply);
}
