using MedBench.Benchmarks.Tests.Exams;
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

    [TestCase("""{"image_url":"https://images.example.org/x.jpg","patient_info":"p","physical_exams":"e","answers":[{"text":"a"},7]}""", "x.jsonl, line 1, field 'answers': 0 answers are marked as correct, where one with a text is.")]
    [TestCase("""{"image_url":"file:///etc/passwd","patient_info":"p","physical_exams":"e","answers":[{"text":"a","correct":true}]}""", "x.jsonl, line 1, field 'image_url': the value is no https address.")]
    [TestCase("""{"image_url":"https://images.example.org/x.jpg","patient_info":"p","physical_exams":"e","answers":"a"}""", "x.jsonl, line 1, field 'answers': the field is no JSON array.")]
    public async Task A_damaged_challenge_is_named(string line, string problem)
        => Assert.That(await ExamData.ErrorAsync(async () => await ExamData.LoadAsync(new AgentClinicNejm(), new OneFile(ExamData.File("x.jsonl", line)))), Does.StartWith($"agentclinic-nejm: {problem}"));

    [Test]
    public async Task A_damaged_case_is_named()
        => Assert.That(
            await ExamData.ErrorAsync(async () => await ExamData.LoadAsync(new AgentClinicMedQa(), new OneFile(ExamData.File("x.jsonl", """{"OSCE_Examination":{"Objective_for_Doctor":"o","Patient_Actor":{},"Physical_Examination_Findings":"f","Test_Results":{},"Correct_Diagnosis":"d"}}""")))),
            Does.StartWith("agentclinic-medqa: x.jsonl, line 1, field 'Physical_Examination_Findings': the field is no JSON object."));

    private sealed class OneFile(DatasetFile file) : IDatasetSource
    {
        public string Location => "memory";

        public DatasetFile? Find(string split, IReadOnlyList<string> patterns) => file;
    }
}
