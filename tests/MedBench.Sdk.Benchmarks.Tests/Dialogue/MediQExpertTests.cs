using MedBench.Testing;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks.Tests.Dialogue;

public sealed class MediQExpertTests : PromptStrategySpecification
{
    private static readonly MediQCase Record = new()
    {
        InitialInformation = "A man coughs.",
        Sentences = ["A man coughs.", "He smokes."],
        Facts = ["1. He coughs.", "2. He smokes."],
    };

    private static SampleInput Case => new()
    {
        Id = "c",
        Stem = "What is it?",
        Context = [new ContextSection(null, "A man coughs.")],
        Options = [new("A", "Cold"), new("B", "Cancer"), new("C", "Asthma")],
        Environment = new MediQPatient(Record),
    };

    [TestCase(null, "Somewhat Confident", false)]
    [TestCase(null, "Somewhat Unconfident", true)]
    [TestCase(4.5, "Somewhat Confident", true)]
    public async Task The_threshold_of_the_scale_is_four_unless_given(double? threshold, string rating, bool asks)
        => Assert.That(await AsksAsync(new MediQExpertOptions { AbstainBelow = threshold }, rating), Is.EqualTo(asks));

    [Test]
    public async Task As_published_the_scale_asks_only_after_what_it_cannot_read()
    {
        var options = new MediQExpertOptions { Compat = [MediQCompat.ScaleThreshold, MediQCompat.RatingAnywhere] };
        Assert.That((await AsksAsync(options, "Very Unconfident"), await AsksAsync(options, "hm")), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task The_letters_offered_are_those_of_the_sample()
    {
        var cast = new ScriptedCast((ModelRole.Subject, ["Very Confident", "B"]));
        await new MediQExpert(new MediQExpertOptions()).PredictAsync(Case, cast.Models);
        Assert.That(cast.Log[1].Request.Messages[1].Text, Does.Contain("OPTIONS: A: Cold, B: Cancer, C: Asthma\n").And.Contain("correct letter choice (A, B, or C) and"));
    }

    [Test]
    public async Task Every_call_has_a_purpose_of_its_own_and_the_published_way_of_drawing()
    {
        var cast = new ScriptedCast((ModelRole.Subject, ["Somewhat Unconfident", "A", "Any pain?", "Very Confident", "B"]), (ModelRole.Patient, ["2. He smokes."]));
        await new MediQExpert(new MediQExpertOptions()).PredictAsync(Case, cast.Models);
        Assert.Multiple(() =>
        {
            Assert.That(cast.Log.Select(entry => entry.Request.Purpose), Is.EqualTo(new[] { "turn/0/confidence/0", "turn/0/answer", "turn/0/question", "patient/0", "turn/1/confidence/0", "turn/1/answer" }));
            Assert.That(cast.Log.Select(entry => (entry.Request.Options!.Temperature, entry.Request.Options.TopP, entry.Request.Options.MaxOutputTokens)), Is.EqualTo(Enumerable.Repeat(((float?)0.6f, (float?)0.9f, (int?)256), 3).Append((0.6f, 0.9f, 50)).Concat(Enumerable.Repeat(((float?)0.6f, (float?)0.9f, (int?)256), 2))));
        });
    }

    [Test]
    public async Task Answers_of_every_turn_can_be_done_without()
    {
        var cast = new ScriptedCast((ModelRole.Subject, ["Somewhat Unconfident", "Any pain?", "Very Confident", "B"]), (ModelRole.Patient, ["2. He smokes."]));
        var prediction = await new MediQExpert(new MediQExpertOptions { AnswersEveryTurn = false }).PredictAsync(Case, cast.Models);
        Assert.That((prediction.Notes["choices"], ((ChoicePrediction)prediction).Labels[0]), Is.EqualTo(("- B", "B")));
    }

    [Test]
    public async Task A_model_of_the_questioner_words_the_questions()
    {
        var cast = new ScriptedCast((ModelRole.Subject, ["Somewhat Unconfident", "A", "Very Confident", "B"]), (MediQExpert.QuestionerRole, ["Any pain?"]), (ModelRole.Patient, ["No."]));
        var prediction = await new MediQExpert(new MediQExpertOptions()).PredictAsync(Case, cast.Models);
        Assert.That(prediction.Transcript.Select(message => message.Text), Is.EqualTo(new[] { "Any pain?", "No.", "B" }));
    }

    [Test]
    public async Task An_even_split_asks_and_the_majority_answers()
    {
        var split = new ScriptedCast((ModelRole.Subject, ["Any pain?", "B", "A", "B", "A", "B"]), (ModelRole.Patient, ["No."]));
        var prediction = await new MediQExpert(new MediQExpertOptions { Abstention = MediQAbstention.Implicit, SelfConsistency = 2 }).PredictAsync(Case, split.Models);
        Assert.That((prediction.Notes["confidences"], prediction.Notes["choices"], prediction.Confidence), Is.EqualTo(("0.5 1", "A B", (double?)1)));
    }

    [Test]
    public async Task An_answer_that_cannot_be_read_is_unparsed_and_keeps_the_dialogue()
    {
        var cast = new ScriptedCast((ModelRole.Subject, ["Very Confident", "There is much to say."]));
        var prediction = await new MediQExpert(new MediQExpertOptions()).PredictAsync(Case, cast.Models);
        Assert.That((((Unanswered)prediction).Outcome, prediction.Transcript.Count, prediction.Notes["choices"]), Is.EqualTo((Outcome.Unparsed, 1, "-")));
    }

    [Test]
    public async Task The_score_says_what_the_dialogue_took()
    {
        var cast = new ScriptedCast((ModelRole.Subject, ["Somewhat Unconfident", "A", "Does he smoke?", "Somewhat Unconfident", "B", "And drink?", "Very Confident", "B"]), (ModelRole.Patient, ["2. He smokes.\n3. He drinks.", MediQPatient.Refusal]));
        var sample = new Sample { Input = Case, Target = new ChoiceTarget("B") };
        var score = await new MediQScorer().ScoreAsync(sample, await new MediQExpert(new MediQExpertOptions()).PredictAsync(Case, cast.Models), cast.Models);
        Assert.Multiple(() =>
        {
            Assert.That(score.Outcome, Is.EqualTo(Outcome.Correct));
            Assert.That(score.Parts, Is.EquivalentTo(new Dictionary<string, double> { ["questions"] = 2, ["timeout"] = 0, ["refusals"] = 1, ["initial"] = 0, ["verbatim"] = 0.5 }));
        });
    }

    [Test]
    public void Unknown_defects_and_impossible_numbers_are_refused()
    {
        Assert.That(() => new MediQExpert(new MediQExpertOptions { Compat = ["mediq-facts-key"] }), Throws.ArgumentException);
        Assert.That(() => new MediQExpert(new MediQExpertOptions { SelfConsistency = 0 }), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(new MediQExpert(new MediQExpertOptions { Compat = [MediQCompat.YesAnywhere] }).Info.Parameters["compat"], Is.EqualTo("mediq-yes-anywhere"));
    }

    protected override IPromptStrategy CreateStrategy() => new MediQExpert();

    private static async Task<bool> AsksAsync(MediQExpertOptions options, string rating)
    {
        var cast = new ScriptedCast((ModelRole.Subject, [rating, "A", "Any pain?", "Very Confident", "B"]), (ModelRole.Patient, ["No."]));
        return (await new MediQExpert(options with { MaxQuestions = 1 }).PredictAsync(Case, cast.Models)).Transcript.Any(message => message.Role == ChatRole.User);
    }
}
