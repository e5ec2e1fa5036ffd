using System.Globalization;

namespace MedBench.Testing;

/// <summary>States what a sample's target asks for, as a reply and as a prediction.</summary>
internal static class RightAnswer
{
    /// <summary>Returns the right answer as a model would write it after reading the prompt.</summary>
    public static string AsText(FoundQuestion question) => question.Sample.Target switch
    {
        ChoiceTarget choice => string.Join(", ", choice.Labels.Select(question.Name).Order(StringComparer.Ordinal)),
        TextTarget text => text.References[0],
        NumberTarget number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        LabelsTarget labels => string.Join(", ", labels.Labels),
        RankingTarget ranking => string.Join(", ", Rank(ranking)),
        RubricTarget rubric => string.Join(' ', Wanted(rubric)),
        StateTarget state => state.Expected.GetRawText(),
        SpansTarget spans => string.Join('\n', spans.Spans.Select(span => $"{span.Label}: {question.Sample.Input.Stem[span.Start..span.End]}")),
        MaskTarget mask => mask.Path,
        AbstentionTarget => AbstentionTarget.Label,
        var other => throw Unknown(other),
    };

    /// <summary>Returns the prediction of a strategy that is right; a rubric's is the text of all wanted criteria.</summary>
    public static Prediction AsPrediction(Sample sample) => sample.Target switch
    {
        ChoiceTarget choice => new ChoicePrediction { Labels = choice.Labels },
        TextTarget text => new TextPrediction(text.References[0]),
        NumberTarget number => new NumberPrediction(number.Value),
        LabelsTarget labels => new LabelsPrediction(labels.Labels),
        RankingTarget ranking => new RankingPrediction([.. Rank(ranking)]),
        RubricTarget rubric => new TextPrediction(string.Join(' ', Wanted(rubric))),
        StateTarget state => new StatePrediction(state.Expected),
        SpansTarget spans => new SpansPrediction(spans.Spans),
        MaskTarget mask => new MaskPrediction(mask.Path),
        AbstentionTarget => new Unanswered(Outcome.Abstained),
        var other => throw Unknown(other),
    };

    private static IEnumerable<string> Rank(RankingTarget target) => target.Relevance
        .Where(entry => entry.Value > 0)
        .OrderByDescending(entry => entry.Value)
        .ThenBy(entry => entry.Key, StringComparer.Ordinal)
        .Select(entry => entry.Key);

    private static IEnumerable<string> Wanted(RubricTarget target) => target.Criteria.Where(criterion => criterion.Points > 0).Select(criterion => criterion.Text);

    private static InvalidOperationException Unknown(Target target) => new($"No right answer can be written for a {target.GetType().Name}.");
}
