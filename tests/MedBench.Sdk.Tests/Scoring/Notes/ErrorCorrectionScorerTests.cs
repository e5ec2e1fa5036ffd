using System.Text.Json;
using MedBench.Testing;

namespace MedBench.Tests.Scoring.Notes;

public sealed class ErrorCorrectionScorerTests : ScorerSpecification
{
    private static readonly NoteError Gold = new() { IsError = true, SentenceId = "2", Correction = "Patient is diagnosed with primary syphilis." };

    [TestCase(true, "2", Outcome.Correct, Outcome.Correct)]
    [TestCase(true, "1", Outcome.Correct, Outcome.Incorrect)]
    [TestCase(false, "-1", Outcome.Incorrect, Outcome.Incorrect)]
    public async Task A_flag_and_a_sentence_are_right_or_wrong(bool isError, string sentence, Outcome flag, Outcome found)
    {
        var given = new NoteError { IsError = isError, SentenceId = sentence, Correction = isError ? "x" : null };
        Assert.That((await GradeAsync(ErrorCorrectionTask.Flag, Gold, given)).Outcome, Is.EqualTo(flag));
        Assert.That((await GradeAsync(ErrorCorrectionTask.Sentence, Gold, given)).Outcome, Is.EqualTo(found));
    }

    [Test]
    public async Task A_text_rightly_left_alone_is_right_in_all_three()
    {
        foreach (var task in Enum.GetValues<ErrorCorrectionTask>())
        {
            Assert.That((await GradeAsync(task, NoteError.None, NoteError.None)).Value, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task The_composite_counts_every_text_and_the_aggregate_those_alone_that_both_correct()
    {
        var both = await GradeAsync(ErrorCorrectionTask.Correction, Gold, Gold with { Correction = "Patient is diagnosed with syphilis." });
        var missed = await GradeAsync(ErrorCorrectionTask.Correction, Gold, NoteError.None);
        var needless = await GradeAsync(ErrorCorrectionTask.Correction, NoteError.None, Gold);
        Assert.Multiple(() =>
        {
            // Five of five and five of six words: F1 = 10/11; the package rouge adds 1e-8 to the denominator of F1.
            Assert.That(both.Value, Is.EqualTo(10 / 11.0).Within(1e-15));
            Assert.That((both.Parts["rouge1"], both.Parts["aggregate"], both.Parts["aggregate-composite"]), Is.EqualTo((both.Value, both.Value, both.Value)));
            Assert.That(both.Parts["set-rouge1"], Is.EqualTo(0.9090909041322315).Within(1e-15));
            Assert.That((missed.Value, needless.Value), Is.EqualTo((0.0, 0.0)));
            Assert.That(missed.Parts.Keys, Has.All.EndsWith("-composite"));
        });
    }

    [Test]
    public async Task Further_measures_are_cut_to_the_unit_interval_and_averaged_with_rouge()
    {
        var scorer = new ErrorCorrectionScorer(ErrorCorrectionTask.Correction, new Constant("bert-score", 1.5), new Constant("bleurt", -0.2));
        var score = await scorer.ScoreAsync(Sample(Gold), new StatePrediction(Gold.ToState()), new TestModelAccess());
        Assert.That((score.Value, score.Parts["bert-score"], score.Parts["bleurt"]), Is.EqualTo((2 / 3.0, 1.0, 0.0)));
        Assert.That(scorer.Info.Metric, Is.EqualTo("composite of ROUGE-1, bert-score, bleurt"));
    }

    [Test]
    public async Task A_text_without_a_verdict_counts_nothing_in_the_composite()
    {
        var score = await new ErrorCorrectionScorer(ErrorCorrectionTask.Correction).ScoreAsync(Sample(NoteError.None), new Unanswered(Outcome.Unparsed), new TestModelAccess());
        Assert.That((score.Outcome, score.Value, score.Parts["aggregate-composite"]), Is.EqualTo((Outcome.Unparsed, default(double?), 0.0)));
    }

    [Test]
    public void A_verdict_survives_being_written_as_a_state()
    {
        foreach (var verdict in new[] { NoteError.None, Gold, Gold with { Correction = null }, Gold with { Correction = "\"quoted\"\n– and long" } })
        {
            Assert.That(NoteError.FromState(verdict.ToState()), Is.EqualTo(verdict));
        }
    }

    [TestCase("[]")]
    [TestCase("""{"error":"yes"}""")]
    public void A_state_of_another_shape_is_an_error_of_the_benchmark(string json)
    {
        using var document = JsonDocument.Parse(json);
        Assert.That(() => NoteError.FromState(document.RootElement), Throws.InvalidOperationException.With.Message.Contains("NoteError.ToState"));
    }

    protected override IScorer CreateScorer() => new ErrorCorrectionScorer(ErrorCorrectionTask.Correction);

    protected override Sample CreateSample() => Sample(Gold);

    protected override Prediction CreateWrongPrediction(Sample sample) => new StatePrediction(NoteError.None.ToState());

    private static Sample Sample(NoteError gold) => new() { Input = new SampleInput { Id = "1", Stem = "0 text" }, Target = new StateTarget(gold.ToState()) };

    private static async Task<Score> GradeAsync(ErrorCorrectionTask task, NoteError gold, NoteError given)
        => await new ErrorCorrectionScorer(task).ScoreAsync(Sample(gold), new StatePrediction(given.ToState()), new TestModelAccess());

    private sealed class Constant(string name, double value) : ITextSimilarity
    {
        public string Name => name;

        public string Description => "always the same";

        public ValueTask<double> CompareAsync(string prediction, string reference, CancellationToken cancellationToken = default) => ValueTask.FromResult(value);
    }
}
