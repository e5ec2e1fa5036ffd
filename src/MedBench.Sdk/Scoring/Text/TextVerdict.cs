using System.Globalization;
using MedBench.Metrics;

namespace MedBench;

/// <summary>What all scorers of free text do alike: they demand the right kinds, pass on what was not answered, and cut texts without end.</summary>
internal static class TextVerdict
{
    internal const string Denominator = "all samples - failed - unsupported; abstained, unparsed, refused and truncated count as 0";

    internal const string DenominatorOfCounts = "all samples - failed - unsupported; abstained, unparsed, refused and truncated count as empty texts";

    /// <summary>The most UTF-16 units of a text that are graded: some 20,000 words.</summary>
    internal const int Longest = 100_000;

    private const int LongestShown = 200;

    /// <summary>Grades a text against the sample's references, at least one.</summary>
    internal static ValueTask<Score> Grade(Sample sample, Prediction prediction, string scorer, Func<string, IReadOnlyList<string>, Score> grade)
        => GradeAsync(sample, prediction, scorer, (text, references) => ValueTask.FromResult(grade(text, references)));

    /// <summary>Grades alike, and gives a sample without an answer the parts of an empty text, so that silence does not shrink a corpus.</summary>
    internal static ValueTask<Score> GradeCounts(Sample sample, Prediction prediction, string scorer, Func<string, IReadOnlyList<string>, Score> grade)
        => prediction is Unanswered { Outcome: not (Outcome.Failed or Outcome.Unsupported) } unanswered
            ? Grade(sample, new TextPrediction(""), scorer, (text, references) => Score.None(unanswered.Outcome) with { Parts = grade(text, references).Parts })
            : Grade(sample, prediction, scorer, grade);

    /// <summary>Grades a text against the sample's references, at least one.</summary>
    internal static async ValueTask<Score> GradeAsync(Sample sample, Prediction prediction, string scorer, Func<string, IReadOnlyList<string>, ValueTask<Score>> grade)
    {
        var expected = sample.Target switch
        {
            TextTarget text => text.References,
            RubricTarget rubric => rubric.References,
            var other => throw new InvalidOperationException($"Sample '{sample.Input.Id}' has a {other.GetType().Name}; the {scorer} scorer needs a TextTarget."),
        };
        if (expected.Count == 0)
        {
            throw new InvalidOperationException($"Sample '{sample.Input.Id}' has no reference text; the {scorer} scorer needs at least one.");
        }

        var gold = Shown(expected[0]);
        switch (prediction)
        {
            case TextPrediction answer:
                var cut = answer.Text.Length > Longest || expected.Any(reference => reference.Length > Longest);
                var score = await grade(Cut(answer.Text), cut ? [.. expected.Select(Cut)] : expected).ConfigureAwait(false);
                return score with { Gold = gold, Predicted = score.Value is null ? null : Shown(answer.Text), Explanation = cut ? Explain(score.Explanation) : score.Explanation };
            case Unanswered unanswered:
                return Score.None(unanswered.Outcome) with { Gold = gold };
            default:
                throw new InvalidOperationException($"Sample '{sample.Input.Id}' was answered by a {prediction.GetType().Name}; the {scorer} scorer needs a TextPrediction.");
        }
    }

    /// <summary>Creates the verdict of an overlap: F1 as the value, the other two as parts.</summary>
    internal static Score OfOverlap(OverlapScore overlap) => Score.Graded(overlap.F1) with
    {
        Parts = new Dictionary<string, double>(StringComparer.Ordinal) { ["precision"] = overlap.Precision, ["recall"] = overlap.Recall },
    };

    private static string Explain(string? explanation)
        => string.Create(CultureInfo.InvariantCulture, $"{explanation}{(explanation is null ? "" : " ")}Only the first {Longest} characters of each text were graded.");

    private static string Cut(string text) => text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];

    /// <summary>Returns a text that is short enough for a row of results; null for a longer one.</summary>
    internal static string? Shown(string text) => text.Length <= LongestShown ? text : null;
}
