using MedBench.Metrics;
using MedBench.Testing;

namespace MedBench.Tests.Scoring.Notes;

public sealed class ClinicalNoteScorerTests : ScorerSpecification
{
    private const string Knee = "CHIEF COMPLAINT\n\nRight knee pain.\n\nHISTORY OF PRESENT ILLNESS\n\nAnna reports knee pain after a fall one week ago, with mild swelling.\n\nPHYSICAL EXAM\n\nMild effusion of the right knee.\n\nRESULTS\n\nX-ray of the right knee shows no fracture.\n\nASSESSMENT AND PLAN\n\nContusion of the right knee. Ibuprofen as needed. Follow up in two weeks.";
    private const string KneePrediction = "CHIEF COMPLAINT\n\nKnee pain.\n\nPHYSICAL EXAM\n\nMild swelling of the right knee.\n\nASSESSMENT AND PLAN\n\nBruise of the right knee. Take ibuprofen. Return in two weeks.";
    private const string Cystitis = "Mary reports burning with urination.\n\nRESULTS\n\nUrine culture grew Escherichia coli.\n\nIMPRESSION\n\nUncomplicated cystitis. Nitrofurantoin for five days.";
    private const string CystitisPrediction = "Mary has dysuria.\n\nRESULTS\n\nUrine culture: Escherichia coli.\n\nIMPRESSION\n\nCystitis. Nitrofurantoin for five days.";

    // ROUGE-1, ROUGE-2 and ROUGE-L by the authors' own section tagger (wyim/aci-bench, baselines/sectiontagger.py, commit b909b2b) and an independent
    // implementation of rouge_score 0.1.2 without stemming, Python 3.11; published is with their __lf1__ and #####EMPTY#####, plain with the texts as they stand.
    [TestCase("subjective", 0.421052631579, 0.333333333333, 0.307692307692, 0.166666666667)]
    [TestCase("objective-exam", 0.916666666667, 0.818181818182, 0.875, 0.714285714286)]
    [TestCase("objective-results", 0, 0, 0, 0)]
    [TestCase("assessment-and-plan", 0.764705882353, 0.5625, 0.733333333333, 0.5)]
    public async Task Divisions_are_compared_as_texts_and_on_request_as_published(string division, double published1, double published2, double plain1, double plain2)
    {
        var published = await ScoreAsync(NoteScoring.AciBench, KneePrediction, Knee);
        var plain = await ScoreAsync(NoteScoring.Plain, KneePrediction, Knee);
        Assert.Multiple(() =>
        {
            Assert.That(published.Parts[$"{division}-rouge1"], Is.EqualTo(published1).Within(1e-12));
            Assert.That(published.Parts[$"{division}-rouge2"], Is.EqualTo(published2).Within(1e-12));
            Assert.That(plain.Parts[$"{division}-rouge1"], Is.EqualTo(plain1).Within(1e-12));
            Assert.That(plain.Parts[$"{division}-rouge2"], Is.EqualTo(plain2).Within(1e-12));
        });
    }

    [Test]
    public async Task The_whole_note_is_compared_alike_either_way()
    {
        foreach (var scoring in Enum.GetValues<NoteScoring>())
        {
            var score = await ScoreAsync(scoring, KneePrediction, Knee);
            Assert.Multiple(() =>
            {
                Assert.That(score.Parts["rouge1"], Is.EqualTo(0.5609756097560976).Within(1e-15));
                Assert.That(score.Parts["rouge2"], Is.EqualTo(0.375).Within(1e-15));
                Assert.That(score.Parts["rougeL"], Is.EqualTo(0.5365853658536585).Within(1e-15));
                Assert.That(score.Parts["rougeLsum"], Is.EqualTo(0.5609756097560976).Within(1e-15));
                Assert.That(score.Value, Is.EqualTo((0.5609756097560976 + 0.375 + 0.5609756097560976) / 3).Within(1e-15));
            });
        }
    }

    [Test]
    public async Task A_division_that_nobody_wrote_is_not_graded_and_as_published_agrees_by_one_measure_and_not_by_another()
    {
        var published = await ScoreAsync(NoteScoring.AciBench, CystitisPrediction, Cystitis);
        var plain = await ScoreAsync(NoteScoring.Plain, CystitisPrediction, Cystitis);
        Assert.That((published.Parts["objective-exam-rouge1"], published.Parts["objective-exam-rouge2"], published.Parts["objective-exam-rougeL"]), Is.EqualTo((1.0, 0.0, 1.0)));
        Assert.That(plain.Parts.Keys, Has.None.StartsWith("objective-exam"));
        Assert.That(plain.Parts["assessment-and-plan-rouge1"], Is.EqualTo(0.923076923077).Within(1e-12));
    }

    [Test]
    public async Task Further_measures_are_terms_of_the_average_of_equal_weight()
    {
        var scorer = new ClinicalNoteScorer(NoteScoring.Plain, new ConceptSimilarity(new DictionaryConceptExtractor("own", [new("knee", "C1"), new("ibuprofen", "C2"), new("contusion", "C3")])), new Half());
        var score = await scorer.ScoreAsync(Sample(Knee), new TextPrediction(KneePrediction), new TestModelAccess());
        var rouge = (score.Parts["rouge1"] + score.Parts["rouge2"] + score.Parts["rougeLsum"]) / 3;
        Assert.Multiple(() =>
        {
            Assert.That(score.Parts["concept-f1"], Is.EqualTo(0.8).Within(1e-15));
            Assert.That(score.Value, Is.EqualTo((rouge + 0.8 + 0.5) / 3).Within(1e-15));
            Assert.That((score.Parts["subjective-half"], score.Parts["objective-results-half"]), Is.EqualTo((0.5, 0.0)), "A missing division is not sent to a measure.");
            Assert.That(scorer.Info.Metric, Is.EqualTo("mean of ROUGE, concept-f1, half"));
            Assert.That(scorer.Info.Parameters["concept-f1"], Is.EqualTo("own"));
        });
    }

    [Test]
    public async Task A_measure_without_a_number_fails_the_sample()
        => Assert.That((await new ClinicalNoteScorer(NoteScoring.Plain, new Half(double.NaN)).ScoreAsync(Sample(Knee), new TextPrediction("x"), new TestModelAccess())).Outcome, Is.EqualTo(Outcome.Failed));

    [Test]
    public async Task A_sample_without_a_note_counts_as_an_empty_one_in_every_part()
    {
        var score = await new ClinicalNoteScorer().ScoreAsync(Sample(Knee), new Unanswered(Outcome.Refused), new TestModelAccess());
        Assert.That((score.Outcome, score.Parts.Count, score.Parts.Values.Sum()), Is.EqualTo((Outcome.Refused, 20, 0.0)));
    }

    protected override IScorer CreateScorer() => new ClinicalNoteScorer();

    protected override Sample CreateSample() => Sample(Knee);

    protected override Prediction CreateWrongPrediction(Sample sample) => new TextPrediction("Unrelated words.");

    private static Sample Sample(string note) => new() { Input = new SampleInput { Id = "1", Stem = "[doctor] hi" }, Target = new TextTarget([note]) };

    private static async Task<Score> ScoreAsync(NoteScoring scoring, string prediction, string reference)
        => await new ClinicalNoteScorer(scoring).ScoreAsync(Sample(reference), new TextPrediction(prediction), new TestModelAccess());

    private sealed class Half(double value = 0.5) : ITextSimilarity
    {
        public string Name => "half";

        public string Description => "always the same";

        public ValueTask<double> CompareAsync(string prediction, string reference, CancellationToken cancellationToken = default) => ValueTask.FromResult(value);
    }
}
