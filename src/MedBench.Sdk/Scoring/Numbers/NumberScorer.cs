using System.Globalization;
using MedBench.Scoring;

namespace MedBench;

/// <summary>Scores numbers by limits: right when the answer lies within those of the target, ends included.</summary>
/// <remarks>
/// The target says what is allowed: <see cref="NumberTarget.Within"/> a share of the value, <see cref="NumberTarget.Rounded"/> to a whole
/// number, or the limits that a data set stores. An answer that is not a number or infinite is wrong. Where the target is an
/// <see cref="AbstentionTarget"/>, abstaining is right and every number wrong.
/// </remarks>
public sealed class NumberScorer : IScorer
{
    /// <inheritdoc />
    public ScorerInfo Info { get; } = new()
    {
        Id = "number",
        Version = "1",
        Metric = "accuracy",
        DenominatorPolicy = "correct / (all samples - failed - unsupported); abstained, unparsed, refused and truncated count as not correct",
    };

    /// <inheritdoc />
    public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
    {
        if (prediction is not (NumberPrediction or Unanswered))
        {
            throw WrongKind.Prediction(sample, prediction, Info.Id, nameof(NumberPrediction));
        }

        return ValueTask.FromResult((sample.Target, prediction) switch
        {
            (NumberTarget target, NumberPrediction number) => Grade(number.Value, target),
            (NumberTarget target, Unanswered unanswered) => Score.None(unanswered.Outcome) with { Gold = Text(target.Value) },
            (AbstentionTarget, _) => Abstention.Grade(prediction, given => Text(((NumberPrediction)given).Value)),
            _ => throw WrongKind.Target(sample, Info.Id, nameof(NumberTarget)),
        });
    }

    internal static Score Grade(double answer, NumberTarget target) => Score.Binary(target.Lower <= answer && answer <= target.Upper) with
    {
        Gold = Text(target.Value),
        Predicted = Text(answer),
    };

    internal static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
