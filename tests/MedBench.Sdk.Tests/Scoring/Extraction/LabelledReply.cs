namespace MedBench.Tests.Scoring.Extraction;

/// <summary>A hand-written reply and what a careful reader takes from it: a label, or one of the words below.</summary>
internal sealed record LabelledReply(string Expected, string Reply, ChoiceOption[]? Options = null)
{
    internal const string Unparsed = "unparsed";
    internal const string Abstained = "abstained";
    internal const string Refused = "refused";

    internal ChoiceOption[] Choices => Options ?? QuestionOptions.Thrombosis;

    internal bool IsAnswer => Expected is not (Unparsed or Abstained or Refused);

    public override string ToString() => $"{Expected} <- {Reply.ReplaceLineEndings("|")}";
}
