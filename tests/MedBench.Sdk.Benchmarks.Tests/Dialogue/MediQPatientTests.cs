using MedBench.Testing;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks.Tests.Dialogue;

public sealed class MediQPatientTests
{
    private static readonly MediQCase Record = new() { InitialInformation = "First.", Sentences = ["First.", "Second.", "Third."], Facts = ["1. First.", "2. Second."] };

    [Test]
    public async Task By_its_defect_the_patient_has_published_facts_broken_up_all_the_same()
    {
        var cast = new ScriptedCast((ModelRole.Patient, ["1. x", "1. x"]));
        await AskAsync(new MediQPatient(Record, new MediQPatientOptions { Compat = [MediQCompat.FactsKey] }), cast.Models);
        Assert.That(cast.Log.Select(entry => (entry.Request.Purpose, entry.Request.Options!.MaxOutputTokens)), Is.EqualTo(new[] { ("facts", (int?)1000), ("patient/0", (int?)50) }));
        Assert.That(cast.Log[1].Request.Messages[1].Text, Does.StartWith("List of facts:\n1. x\n\nQuestion from the doctor: \"Well?\""));
    }

    [Test]
    public async Task By_its_defect_every_reply_may_have_256_tokens()
    {
        var cast = new ScriptedCast((ModelRole.Patient, ["1. x", "1. x"]));
        await AskAsync(new MediQPatient(Record with { Facts = [] }, new MediQPatientOptions { Compat = [MediQCompat.ReplyLimit] }), cast.Models);
        Assert.That(cast.Log.Select(entry => entry.Request.Options!.MaxOutputTokens), Is.All.EqualTo(256));
    }

    [Test]
    public async Task The_random_patient_refuses_about_every_second_question_and_asks_no_model()
    {
        var patient = new MediQPatient(Record, new MediQPatientOptions { System = MediQPatientSystem.Random });
        var answers = new List<string>();
        for (var seed = 0; seed < 400; seed++)
        {
            answers.Add(await AskAsync(patient, new TestModelAccess { Seed = seed }));
        }

        Assert.Multiple(() =>
        {
            Assert.That(answers.Count(answer => answer == MediQPatient.Refusal), Is.InRange(160, 240));
            Assert.That(answers.Distinct(), Is.EquivalentTo(new[] { MediQPatient.Refusal, "First.", "Second.", "Third." }));
        });
        Assert.That(await AskAsync(patient, new TestModelAccess { Seed = 7 }), Is.EqualTo(answers[7]));
    }

    [Test]
    public void The_fingerprint_tells_what_the_patient_knows_and_how_it_answers()
    {
        var patients = new[] { new MediQPatient(Record), new MediQPatient(Record with { Sentences = ["First."] }), new MediQPatient(Record, new MediQPatientOptions { System = MediQPatientSystem.Direct }), new MediQPatient(Record with { Facts = [] }) };
        Assert.That(patients.Select(patient => patient.Fingerprint), Is.Unique);
        Assert.That(new MediQIMedQa(new MediQPatientOptions { System = MediQPatientSystem.Random }).Card.RequiredRoles, Is.Empty);
        Assert.That(() => new MediQPatient(Record, new MediQPatientOptions { Compat = ["no such defect"] }), Throws.ArgumentException);
    }

    private static async Task<string> AskAsync(MediQPatient patient, IModelAccess models)
        => (await patient.RespondAsync([new ChatMessage(ChatRole.Assistant, "Well?")], models))!.Text;
}
