using MedBench.Benchmarks.Tests.Exams;

namespace MedBench.Benchmarks.Tests.Dialogue;

/// <summary>Compares every prompt of a consultation, the moderator's too, with those of the published code.</summary>
/// <remarks>
/// SamuelSchmidgall/AgentClinic at b6570ed with Python 3.11: <c>main</c> of <c>agentclinic.py</c> run on the fixture with a <c>query_model</c> that gives the same replies. Hashed is, call by
/// call, who was asked U+001F system U+001F prompt U+001E.
/// </remarks>
public sealed class AgentClinicPublishedCodeTests
{
    private static readonly string[] Replies = ["Good morning. What brings\n you here?", "I see. REQUEST TEST: Ultrasound", "Any fever?", "DIAGNOSIS READY: Acute appendicitis"];

    [TestCase(AgentClinicBias.None, AgentClinicBias.None, 0, 20, "55693e800a32e4893450a060c93d31eca1f33c12d4533a7c385bcee7571fd0b8")]
    [TestCase(AgentClinicBias.Confirmation, AgentClinicBias.SelfDiagnosis, 0, 4, "9bb94ad27f0e6e45a8b6b547126393093a8e2aa96c29d6c0ca92779a5fad2a49", Description = "The last turn is announced.")]
    [TestCase(AgentClinicBias.Education, AgentClinicBias.Education, 2, 20, "1774dd981779b5921c240f061328afe11e4eed75d7b4c7aafaebd2fcb0e4d510", Description = "Lists within records.")]
    [TestCase(AgentClinicBias.Recency, AgentClinicBias.Recency, 1, 20, "5149e0c7f3a5f8035caf9f0be75ddb4965ba112bd82d3ce453f8159a60fe18b0")]
    [TestCase(AgentClinicBias.Frequency, AgentClinicBias.Frequency, 1, 20, "edb9c85374b58fc0d579c62fa796050e0574720fdcfd350a252efad363d9e4a9")]
    [TestCase(AgentClinicBias.FalseConsensus, AgentClinicBias.FalseConsensus, 1, 20, "531f7eda6aa9ca22cac595aa9954109edbb69026b7f80dd055268d9b412ffc8c")]
    [TestCase(AgentClinicBias.StatusQuo, AgentClinicBias.SelfDiagnosis, 1, 20, "62b5ab91f255dec4224bd48279d60bd763c05874998534c03e329eabb5ae86ec")]
    [TestCase(AgentClinicBias.Gender, AgentClinicBias.Gender, 1, 20, "6326eb13247b6c195f73b40d8016cf16d381bce601d453ceba18083638d9e459")]
    [TestCase(AgentClinicBias.Race, AgentClinicBias.Race, 1, 20, "d877bdc360a0e9356211b07526c12b916fe12ad7c488ae9e1ea08be363275146")]
    [TestCase(AgentClinicBias.SexualOrientation, AgentClinicBias.SexualOrientation, 1, 20, "55df25849146b1cbda08e9b051f335add7fb0ba8455947f33829029a7b314ecc")]
    [TestCase(AgentClinicBias.Cultural, AgentClinicBias.Cultural, 1, 20, "e08b746c37e7d0229034594c0518b225e0285c1e85561b878aab9b07f70739a3")]
    [TestCase(AgentClinicBias.Education, AgentClinicBias.Education, 1, 20, "77fa78123b15dc9819adb462bfcbb1dc1d6f3521951f8eb42441aeb9e173c862")]
    [TestCase(AgentClinicBias.Religion, AgentClinicBias.Religion, 1, 20, "24a1cd1efe9eca2cb425971f9d4435ce870202017cd98e17678cf430324f46ad")]
    [TestCase(AgentClinicBias.Socioeconomic, AgentClinicBias.Socioeconomic, 1, 20, "d9b9aa7b9a68a9906c2fdcb7bc6d04f3dba78fad57d4cd5d9c786276957645ec")]
    public async Task A_consultation_is_that_of_the_published_code(AgentClinicBias doctor, AgentClinicBias patient, int index, int turns, string hash)
    {
        var options = new AgentClinicOptions { DoctorBias = doctor, PatientBias = patient, TotalInferences = turns };
        var cast = new ScriptedCast((ModelRole.Subject, Replies), (ModelRole.Patient, ["My belly hurts\non the right side.", "I felt warm."]), (ModelRole.Examiner, ["RESULTS: Non-compressible\n tubular structure"]), (ModelRole.Judge, ["Yes"]));
        var score = await RunAsync(new AgentClinicMedQa(options), index, cast);
        Assert.Multiple(() =>
        {
            Assert.That(Hash(cast), Is.EqualTo(hash));
            Assert.That(score.Outcome, Is.EqualTo(Outcome.Correct));
            Assert.That(score.Parts, Is.EquivalentTo(new Dictionary<string, double> { ["turns"] = 4, ["tests"] = 1, ["images"] = 0 }));
        });
    }

    [TestCase(AgentClinicImages.OnRequest, "7f79788d08338df9dafd48cdfb720ab6aa1782a23590bc61515d2d1679ceeac4")]
    [TestCase(AgentClinicImages.FromTheStart, "d249fd28d9d6ee9b3b05c3bcfed3a9b430ccd1bfbe2d4952d6657f84261f09d8")]
    public async Task A_challenge_is_that_of_the_published_code(AgentClinicImages images, string hash)
    {
        var cast = new ScriptedCast((ModelRole.Subject, ["Hello.", "REQUEST IMAGES", "DIAGNOSIS READY: Pneumothorax"]), (ModelRole.Patient, ["My chest hurts.", "Here you are."]), (ModelRole.Judge, ["yes"]));
        await RunAsync(new AgentClinicNejm(new AgentClinicOptions { Images = images }), 1, cast);
        Assert.That(Hash(cast), Is.EqualTo(hash));
    }

    [Test]
    public async Task Every_call_has_a_purpose_of_its_own_and_the_published_way_of_drawing()
    {
        var cast = new ScriptedCast((ModelRole.Subject, Replies), (ModelRole.Patient, ["It hurts.", "Yes."]), (ModelRole.Examiner, ["RESULTS: none"]), (ModelRole.Judge, ["Yes"]));
        await RunAsync(new AgentClinicMedQa(), 0, cast);
        Assert.That(cast.Log.Select(entry => $"{entry.Role} {entry.Request.Purpose} {entry.Request.Options!.MaxOutputTokens}"), Is.EqualTo(new[]
        {
            "subject turn/0 200", "patient patient/0 200", "subject turn/1 200", "examiner examiner/1 200", "subject turn/2 200", "patient patient/2 200", "subject turn/3 200", "judge moderator 200",
        }));
        Assert.That(cast.Log.Select(entry => entry.Request.Options!.Temperature), Is.All.EqualTo(0.05f));
    }

    [Test]
    public async Task A_consultation_without_a_diagnosis_is_not_correct()
    {
        var cast = new ScriptedCast((ModelRole.Subject, ["Well?", "And?"]), (ModelRole.Patient, ["It hurts.", "Yes."]));
        var score = await RunAsync(new AgentClinicMedQa(new AgentClinicOptions { TotalInferences = 2 }), 0, cast);
        Assert.That((score.Outcome, score.Parts["turns"]), Is.EqualTo((Outcome.Truncated, 2.0)));
    }

    private static string Hash(ScriptedCast cast) => cast.Hash((role, request) => $"{(role == ModelRole.Subject ? "doctor" : role)}\u001F{request.Messages[0].Text}\u001F{request.Messages[1].Text}");

    private static async Task<Score> RunAsync(AgentClinicBenchmark benchmark, int index, ScriptedCast cast)
    {
        var folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", benchmark.Card.Id);
        var sample = (await ExamData.LoadAsync(benchmark, DatasetSource.Folder(folder)))[index];
        return await benchmark.Scorers[0].ScoreAsync(sample, await benchmark.DefaultStrategy.PredictAsync(sample.Input, cast.Models), cast.Models);
    }
}
