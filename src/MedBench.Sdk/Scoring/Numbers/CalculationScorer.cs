using System.Globalization;
using MedBench.Metrics;
using MedBench.Scoring;

namespace MedBench;

/// <summary>Scores medical calculations by the rules of MedCalc-Bench: numbers by limits, dates and gestational ages by equality.</summary>
/// <remarks>
/// A <see cref="NumberTarget"/> is graded as <see cref="NumberScorer"/> does; an answer in text counts when it is one plain number, or a
/// gestational age that names its weeks, which is its days. A <see cref="TextTarget"/> holds a date (<c>09/23/2014</c>) or a gestational age
/// (<c>('14 weeks', '1 days')</c>), and the answer is read as one. Where the target is an <see cref="AbstentionTarget"/>, abstaining is right
/// and every answer wrong. An answer of another form is unparsed.
/// </remarks>
/// <param name="weeks">How a gestational age is read from an answer.</param>
public sealed class CalculationScorer(WeekReading weeks) : IScorer
{
    /// <summary>Initializes a scorer that reads a gestational age only where weeks and days are two numbers.</summary>
    public CalculationScorer()
        : this(WeekReading.Separated)
    {
    }

    /// <inheritdoc />
    public ScorerInfo Info { get; } = new()
    {
        Id = "calculation",
        Version = "2",
        Metric = "accuracy",
        DenominatorPolicy = "correct / (all samples - failed - unsupported); abstained, unparsed, refused and truncated count as not correct",
        Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["weeks"] = weeks is WeekReading.MedCalcBench ? "medcalc-bench" : "separated" },
    };

    /// <inheritdoc />
    public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
        => ValueTask.FromResult((sample.Target, prediction) switch
        {
            (NumberTarget target, NumberPrediction number) => NumberScorer.Grade(number.Value, target),
            (NumberTarget target, TextPrediction text) => GradeNumber(text.Text, target),
            (TextTarget target, TextPrediction text) => GradeText(sample, text.Text, target),
            (NumberTarget target, Unanswered unanswered) => Score.None(unanswered.Outcome) with { Gold = NumberScorer.Text(target.Value) },
            (TextTarget target, Unanswered unanswered) => Score.None(unanswered.Outcome) with { Gold = target.References[0] },
            (AbstentionTarget, NumberPrediction or TextPrediction or Unanswered) => Abstention.Grade(prediction, Describe),
            (NumberTarget or TextTarget or AbstentionTarget, _) => throw WrongKind.Prediction(sample, prediction, Info.Id, $"{nameof(NumberPrediction)} or {nameof(TextPrediction)}"),
            _ => throw WrongKind.Target(sample, Info.Id, $"{nameof(NumberTarget)} or {nameof(TextTarget)}"),
        });

    private static string Describe(Prediction prediction) => prediction is NumberPrediction number ? NumberScorer.Text(number.Value) : TextVerdict.Shown(((TextPrediction)prediction).Text) ?? "a long text";

    private Score GradeNumber(string answer, NumberTarget target)
        => double.TryParse(answer.AsSpan().Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? NumberScorer.Grade(number, target)
            : answer.Contains('w', StringComparison.OrdinalIgnoreCase) && GestationalAge.TryRead(answer, out var age, weeks) ? NumberScorer.Grade((7 * age.Weeks) + age.Days, target)
            : Score.None(Outcome.Unparsed, "The answer is not one plain number.") with { Gold = NumberScorer.Text(target.Value) };

    private Score GradeText(Sample sample, string answer, TextTarget target)
    {
        var gold = target.References[0];
        if (CalendarDate.TryRead(gold, out _))
        {
            return CalendarDate.TryRead(answer, out var date)
                ? Score.Binary(target.References.Any(reference => CalendarDate.TryRead(reference, out var right) && right == date)) with { Gold = gold, Predicted = date.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture) }
                : Score.None(Outcome.Unparsed, "The answer does not open with a date of the form month/day/year.") with { Gold = gold };
        }

        if (!GestationalAge.TryRead(gold, out _))
        {
            throw new InvalidOperationException($"The reference '{gold}' of sample '{sample.Input.Id}' is neither a date (month/day/year) nor a gestational age (weeks and days); the {Info.Id} scorer cannot compare it.");
        }

        return GestationalAge.TryRead(answer, out var age, weeks)
            ? Score.Binary(target.References.Any(reference => GestationalAge.TryRead(reference, out var right) && right == age)) with { Gold = gold, Predicted = age.ToString() }
            : Score.None(Outcome.Unparsed, "The answer does not state weeks and days.") with { Gold = gold };
    }
}
