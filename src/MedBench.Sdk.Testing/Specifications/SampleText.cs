using System.Globalization;

namespace MedBench.Testing;

/// <summary>Writes samples, exemplars and predictions out in full, so that two of them can be compared by value.</summary>
internal static class SampleText
{
    private static readonly IReadOnlyDictionary<string, double> NoProbabilities = new Dictionary<string, double>();

    public static string Of(Sample sample) => string.Join('\n',
    [
        Of(sample.Input),
        Of(sample.Target),
        sample.ClusterId ?? "",
        .. sample.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"),
        .. sample.Defects,
    ]);

    public static string Of(Exemplar exemplar) => string.Join('\n', Of(exemplar.Input), exemplar.Answer, exemplar.Rationale);

    public static string Of(Prediction prediction) => string.Join('\n',
    [
        Answer(prediction),
        prediction.Reply,
        Number(prediction.Confidence),
        .. prediction.Transcript.Select(message => $"{message.Role}: {message.Text}"),
        .. prediction.Notes.OrderBy(note => note.Key, StringComparer.Ordinal).Select(note => $"{note.Key}={note.Value}"),
    ]);

    private static string Of(SampleInput input) => string.Join('\n',
    [
        input.Id,
        input.Stem,
        input.Subject ?? "",
        input.Language ?? "",
        .. input.Options.Select(option => $"{option.Label}: {option.Text}"),
        .. input.Context.Select(section => $"{section.Label}: {section.Text}"),
        .. input.Conversation.Select(message => $"{message.Role}: {message.Text}"),
        .. input.Attachments,
        .. input.Media.Select(content => content is Microsoft.Extensions.AI.DataContent data ? data.Uri : content.ToString() ?? ""),
    ]);

    private static string Of(Target target) => target switch
    {
        ChoiceTarget choice => $"{string.Join(',', choice.Labels)} {Number(choice.Points)} {string.Join(',', choice.Essential)} {string.Join(',', choice.Prohibited)} {string.Join('|', choice.Alternatives.Select(set => string.Join(',', set)))} {choice.IsGivenToAll}",
        TextTarget text => string.Join('\n', text.References),
        NumberTarget number => $"{Number(number.Value)} {Number(number.Lower)} {Number(number.Upper)}",
        LabelsTarget labels => string.Join(',', labels.Labels),
        RankingTarget ranking => string.Join(',', ranking.Relevance.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={Number(entry.Value)}")),
        RubricTarget rubric => string.Join('\n', rubric.Criteria.Select(criterion => $"{Number(criterion.Points)} {criterion.Text} {string.Join(',', criterion.Tags)}").Concat(rubric.References)),
        StateTarget state => state.Expected.GetRawText(),
        SpansTarget spans => string.Join('\n', spans.Spans),
        MaskTarget mask => mask.Path,
        AbstentionTarget => "abstention",
        _ => throw new InvalidOperationException($"A {target.GetType().Name} cannot be compared."),
    };

    private static string Answer(Prediction prediction) => prediction switch
    {
        ChoicePrediction choice => string.Join('\n',
        [
            $"choice {string.Join(',', choice.Labels)}",
            .. (choice.Probabilities ?? NoProbabilities).OrderBy(option => option.Key, StringComparer.Ordinal).Select(option => $"{option.Key}={Number(option.Value)}"),
        ]),
        TextPrediction text => text.Text,
        NumberPrediction number => Number(number.Value),
        LabelsPrediction labels => string.Join(',', labels.Labels),
        RankingPrediction ranking => string.Join(',', ranking.Ids),
        SpansPrediction spans => string.Join('\n', spans.Spans),
        StatePrediction state => state.State.GetRawText(),
        MaskPrediction mask => mask.Path,
        Unanswered unanswered => $"unanswered {unanswered.Outcome}",
        _ => throw new InvalidOperationException($"A {prediction.GetType().Name} cannot be compared."),
    };

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
