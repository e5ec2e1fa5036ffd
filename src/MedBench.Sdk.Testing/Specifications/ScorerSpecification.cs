using NUnit.Framework;

namespace MedBench.Testing;

/// <summary>What every scorer must do. Inherit it once per scorer; the tests come with it.</summary>
/// <example>
/// <code>
/// public sealed class MyScorerTests : ScorerSpecification
/// {
///     protected override IScorer CreateScorer() => new MyScorer();
///     protected override Sample CreateSample() => new() { Input = new() { Id = "1", Stem = "2 + 2 = ?" }, Target = new NumberTarget(4, 4, 4) };
///     protected override Prediction CreateWrongPrediction(Sample sample) => new NumberPrediction(5);
/// }
/// </code>
/// </example>
[TestFixture]
public abstract class ScorerSpecification
{
    /// <summary>Creates the scorer.</summary>
    protected abstract IScorer CreateScorer();

    /// <summary>Creates a sample of the kind that the scorer grades.</summary>
    protected abstract Sample CreateSample();

    /// <summary>Creates a prediction that is wrong.</summary>
    /// <param name="sample">The sample of <see cref="CreateSample"/>.</param>
    protected abstract Prediction CreateWrongPrediction(Sample sample);

    /// <summary>Creates a prediction that is right; override it where the target alone does not tell.</summary>
    /// <param name="sample">The sample of <see cref="CreateSample"/>.</param>
    protected virtual Prediction CreateRightPrediction(Sample sample) => RightAnswer.AsPrediction(sample);

    /// <summary>Creates the model that judges; null for scorers that need none.</summary>
    protected virtual IModelClient? CreateJudge() => null;

    /// <summary>The scorer says what it measures and how it counts samples without an answer.</summary>
    [Test]
    public void The_info_is_complete() => DemandCompleteInfo(CreateScorer().Info);

    /// <summary>The info is the same for every instance.</summary>
    [Test]
    public void The_info_is_stable()
    {
        var (first, second) = (CreateScorer().Info, CreateScorer().Info);
        Assert.That((second.Id, second.Version, second.Metric), Is.EqualTo((first.Id, first.Version, first.Metric)), "Two instances identify themselves differently.");
        Assert.That(second.Parameters, Is.EquivalentTo(first.Parameters), "Two instances state different parameters.");
    }

    /// <summary>What is right scores higher than what is wrong.</summary>
    [Test]
    public async Task A_right_prediction_scores_higher_than_a_wrong_one()
    {
        var sample = CreateSample();
        var right = await ScoreAsync(sample, CreateRightPrediction(sample));
        var wrong = await ScoreAsync(sample, CreateWrongPrediction(sample));
        Assert.That(right.Value > wrong.Value, "The right prediction does not score higher than the wrong one.");
    }

    /// <summary>Grading again, in any culture, gives the same verdict.</summary>
    [Test]
    public async Task The_same_prediction_scores_the_same_again()
    {
        var sample = CreateSample();
        foreach (var prediction in Predictions(sample))
        {
            var first = await ScoreAsync(sample, prediction);
            var second = await Expect.InForeignCulture(() => ScoreAsync(sample, prediction));
            Assert.That(second with { Parts = first.Parts }, Is.EqualTo(first), "The same prediction was scored otherwise the second time.");
            Assert.That(second.Parts, Is.EquivalentTo(first.Parts), "The same prediction was given other parts the second time.");
        }
    }

    /// <summary>A sample without an answer keeps the reason as its outcome and has no value.</summary>
    /// <param name="outcome">Why there is no answer.</param>
    [TestCase(Outcome.Abstained)]
    [TestCase(Outcome.Unparsed)]
    [TestCase(Outcome.Refused)]
    [TestCase(Outcome.Truncated)]
    [TestCase(Outcome.Unsupported)]
    public async Task An_unanswered_sample_keeps_its_outcome(Outcome outcome)
    {
        var score = await ScoreAsync(CreateSample(), new Unanswered(outcome));
        Assert.That((score.Outcome, score.Value), Is.EqualTo((outcome, default(double?))), "A sample without an answer was given a verdict.");
    }

    /// <summary>Every value is a finite number that fits its outcome and the range that the scorer states.</summary>
    [Test]
    public async Task Values_fit_their_outcomes()
    {
        var range = CreateScorer().Info.Range;
        var sample = CreateSample();
        foreach (var prediction in Predictions(sample))
        {
            var score = await ScoreAsync(sample, prediction);
            var fits = score.Outcome switch
            {
                Outcome.Correct => score.Value == 1,
                Outcome.Incorrect => score.Value == 0,
                Outcome.Graded => score.Value is { } value && double.IsFinite(value) && (range is not { } bounds || (bounds.Lower <= value && value <= bounds.Upper)),
                _ => score.Value is null,
            };
            Assert.That(fits, FormattableString.Invariant($"The value {score.Value} does not fit the outcome {score.Outcome}{(range is null ? "" : $", or the range {range.Value.Lower} to {range.Value.Upper}")}."));
        }
    }

    /// <summary>The model under evaluation is never asked to grade.</summary>
    [Test]
    public async Task The_subject_is_never_called()
    {
        var sample = CreateSample();
        var subject = new ScriptedModelClient(_ => "Answer: A");
        var models = CreateModelAccess();
        models.Models[ModelRole.Subject] = subject;
        foreach (var prediction in Predictions(sample))
        {
            await CreateScorer().ScoreAsync(sample, prediction, models);
        }

        Assert.That(subject.Requests, Is.Empty, "The scorer called the model under evaluation.");
    }

    internal static void DemandCompleteInfo(ScorerInfo info)
    {
        Expect.KebabCase(info.Id, "scorer id");
        Expect.Text(info.Version, $"version of scorer '{info.Id}'");
        Expect.Text(info.Metric, $"metric of scorer '{info.Id}'");
        Expect.Text(info.DenominatorPolicy, $"denominator policy of scorer '{info.Id}'");
        Expect.Parameters(info.Parameters, $"scorer '{info.Id}'");
    }

    private TestModelAccess CreateModelAccess()
    {
        var models = new TestModelAccess();
        if (CreateJudge() is { } judge)
        {
            models.Models.Add(ModelRole.Judge, judge);
        }

        return models;
    }

    private async Task<Score> ScoreAsync(Sample sample, Prediction prediction) => await CreateScorer().ScoreAsync(sample, prediction, CreateModelAccess());

    private IReadOnlyList<Prediction> Predictions(Sample sample) => [CreateRightPrediction(sample), CreateWrongPrediction(sample), new Unanswered(Outcome.Unparsed)];
}
