using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Dialogue;

public sealed class AgentClinicModeratorTests
{
    private static readonly Sample Asked = new() { Input = new SampleInput { Id = "m", Stem = "Diagnose." }, Target = new TextTarget(["Gout"]) };

    [TestCase("Yes", Outcome.Correct, Outcome.Correct)]
    [TestCase("yes", Outcome.Correct, Outcome.Correct)]
    [TestCase("Yes.", Outcome.Correct, Outcome.Incorrect)]
    [TestCase("No", Outcome.Incorrect, Outcome.Incorrect)]
    [TestCase("No, yes would be wrong.", Outcome.Incorrect, Outcome.Incorrect)]
    [TestCase("They are the same: yes.", Outcome.Correct, Outcome.Incorrect)]
    [TestCase("Perhaps", Outcome.Failed, Outcome.Incorrect)]
    [TestCase("I know of nothing", Outcome.Failed, Outcome.Incorrect)]
    public async Task A_verdict_is_read(string reply, Outcome correct, Outcome published)
    {
        var models = new TestModelAccess { Models = { [ModelRole.Judge] = new ScriptedModelClient(_ => reply) } };
        var prediction = new TextPrediction("Gout");
        var strict = new AgentClinicModerator(new AgentClinicOptions { Compat = [AgentClinicCompat.StrictYes] });
        Assert.That((await new AgentClinicModerator().ScoreAsync(Asked, prediction, models)).Outcome, Is.EqualTo(correct));
        Assert.That((await strict.ScoreAsync(Asked, prediction, models)).Outcome, Is.EqualTo(published));
    }

    [Test]
    public async Task A_reply_without_a_verdict_is_asked_for_once_more()
    {
        var judge = new ScriptedModelClient("Perhaps", "No");
        var score = await new AgentClinicModerator().ScoreAsync(Asked, new TextPrediction("Gout"), new TestModelAccess { Models = { [ModelRole.Judge] = judge } });
        Assert.That((score.Outcome, string.Join(' ', judge.Requests.Select(request => request.Purpose))), Is.EqualTo((Outcome.Incorrect, "moderator moderator/again")));
    }

    [Test]
    public void Wrong_kinds_are_programming_errors_and_impossible_options_are_refused()
    {
        Assert.That(async () => await new AgentClinicModerator().ScoreAsync(Asked with { Target = new ChoiceTarget("A") }, new TextPrediction("Gout"), new TestModelAccess()), Throws.InvalidOperationException.With.Message.Contains("needs a TextTarget"));
        Assert.That(async () => await new AgentClinicModerator().ScoreAsync(Asked, new NumberPrediction(1), new TestModelAccess()), Throws.InvalidOperationException.With.Message.Contains("needs a TextPrediction"));
        foreach (var options in new[] { new AgentClinicOptions { DoctorBias = AgentClinicBias.SelfDiagnosis }, new AgentClinicOptions { PatientBias = AgentClinicBias.StatusQuo }, new AgentClinicOptions { Compat = ["no such"] } })
        {
            Assert.That(() => new AgentClinicMedQa(options), Throws.ArgumentException);
        }

        Assert.That(new AgentClinicMedQa(new AgentClinicOptions { PatientBias = AgentClinicBias.Race }).Card.Version, Is.EqualTo("1-patient-race"));
    }
}
