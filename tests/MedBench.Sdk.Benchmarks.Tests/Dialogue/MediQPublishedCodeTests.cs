using System.Globalization;
using MedBench.Benchmarks.Tests.Exams;

namespace MedBench.Benchmarks.Tests.Dialogue;

/// <summary>Compares every message of a dialogue with those of the published code.</summary>
/// <remarks>
/// stellalisy/mediQ at faa2ce6 with Python 3.11: <c>src/expert.py</c> and <c>src/patient.py</c> run on the fixture with a <c>get_response</c> that gives the same replies. Hashed is, call by call,
/// model U+001F, then role U+001D text U+001F for each message, then U+001E.
/// </remarks>
public sealed class MediQPublishedCodeTests
{
    private const string Asks = "ATOMIC QUESTION: Do you have a fever?";
    private const string Fact = "2. She has palpitations.";

    [TestCase(MediQAbstention.Scale, false, MediQPatientSystem.FactSelect, "Somewhat Unconfident|B|Q|Very Confident|A", Fact, "6828979392fd245450a53836d6fa5c25ef775de9fb01918ea3208660c64db286")]
    [TestCase(MediQAbstention.Binary, false, MediQPatientSystem.Direct, "NO|B|Q|YES|A", "No.", "f683eb174ff99e34c72a853e61a9456bfe9d0eefdf8b4650f4a43d7e3f0305a6")]
    [TestCase(MediQAbstention.Binary, true, MediQPatientSystem.FactSelect, "REASON: r.\nDECISION: NO|B|Q|REASON: r.\nDECISION: YES|A", "No.", "786e25d80cbd1254c38335e534a0060ce60d835a5f8f42ffad01ccbf4b9163ea")]
    [TestCase(MediQAbstention.Numerical, false, MediQPatientSystem.FactSelect, "0.4|NO|B|Q|0.9|YES|A", "No.", "4de36a2638b452d388bdd8be755a1c6f71767ef810ee83e99b651145cc782f47")]
    [TestCase(MediQAbstention.Numerical, true, MediQPatientSystem.FactSelect, "REASON: r.\nSCORE: 0.4|NO|B|Q|REASON: r.\nSCORE: 0.9|YES|A", "No.", "7b6429997a8ff7a07f5b0cf1e207a233a17a569e156da60db5e631bad37b55a1")]
    [TestCase(MediQAbstention.NumericalCutOff, false, MediQPatientSystem.FactSelect, "0.4|B|Q|0.9|A", "No.", "5ac3734c6cd6107fda9f71ed008cf39dae4b138ad72a2ce81c9072710db237f6")]
    [TestCase(MediQAbstention.Implicit, false, MediQPatientSystem.FactSelect, "Do you have a fever?|B|A", "No.", "2a23204105772c24c064f0c86cab50eb77067cccc21c9684856cce0bbd20f597")]
    [TestCase(MediQAbstention.Implicit, true, MediQPatientSystem.FactSelect, "REASON: r.\nQUESTION: Do you have a fever?|B|REASON: r.\nANSWER: A", "No.", "b7399e0a940f1374960806ea117a2702fc91344f1a8e3f1df8a1eeaf19a96d0f")]
    public async Task A_dialogue_is_that_of_the_published_code(MediQAbstention abstention, bool reason, MediQPatientSystem patient, string doctor, string answer, string hash)
    {
        var (cast, prediction) = await RunAsync(new MediQExpertOptions { Abstention = abstention, StatesReason = reason }, patient, 0, doctor, answer);
        Assert.Multiple(() =>
        {
            Assert.That(Hash(cast), Is.EqualTo(hash));
            Assert.That(prediction.Notes["choices"], Is.EqualTo("B A"));
            Assert.That(((ChoicePrediction)prediction).Labels, Is.EqualTo(new[] { "A" }));
        });
    }

    [Test]
    public async Task Several_draws_continue_from_the_reply_nearest_to_the_mean()
    {
        var options = new MediQExpertOptions { StatesReason = true, SelfConsistency = 3 };
        var (cast, prediction) = await RunAsync(options, MediQPatientSystem.Instruct, 0, "REASON: r.\nDECISION: Somewhat Unconfident|REASON: r.\nDECISION: Very Unconfident|REASON: s.\nDECISION: Somewhat Confident|B|Q|DECISION: Very Confident|DECISION: Very Confident|DECISION: Very Confident|A", "No.");
        Assert.That((Hash(cast), prediction.Notes["confidences"]), Is.EqualTo(("c50382cd333779a3bcc77d5adf10270767ef690637b06ce20dc3aab5ffae8649", "0.3333 1")));
    }

    [Test]
    public async Task Independent_modules_ask_in_a_conversation_of_their_own()
    {
        var (cast, _) = await RunAsync(new MediQExpertOptions { Abstention = MediQAbstention.NumericalCutOff, HasIndependentModules = true }, MediQPatientSystem.FactSelect, 0, "0.4|B|Q|0.9|A", "No.");
        Assert.That(Hash(cast), Is.EqualTo("f12a27a8b961a5d7fd4c5851f35e3d045773e2875dad31223f826fc3bd335641"));
    }

    [Test]
    public async Task A_record_without_facts_is_broken_up_first()
    {
        var (cast, _) = await RunAsync(new MediQExpertOptions(), MediQPatientSystem.FactSelect, 1, "Somewhat Unconfident|B|Q|Very Confident|A", "1. a\n2. b|2. b");
        Assert.That(Hash(cast), Is.EqualTo("6bad9fb1174c01dd6ccecfb8affe5f0a861d38f3a2f2d664bc53a1b66e804b9f"));
    }

    [Test]
    public async Task The_fixed_strategy_puts_its_answer_before_the_demand_for_a_question_unless_the_defect_is_asked_for()
    {
        var options = new MediQExpertOptions { Abstention = MediQAbstention.Fixed, MaxQuestions = 1 };
        var (published, _) = await RunAsync(options with { Compat = [MediQCompat.FixedTurns] }, MediQPatientSystem.FactSelect, 0, "B|Q|A", "No.");
        var (correct, prediction) = await RunAsync(options, MediQPatientSystem.FactSelect, 0, "B|Q|A", "No.");
        Assert.Multiple(() =>
        {
            Assert.That(Hash(published), Is.EqualTo("0e1a08594152e58e35a45dcee6b9d1f886ef4270f536a099edadda8115d80920"));
            Assert.That(correct.Log[1].Request.Messages.Select(message => message.Role.Value), Is.EqualTo(new[] { "system", "user", "assistant", "user" }));
            Assert.That((prediction.Confidence, prediction.Notes.ContainsKey("timeout")), Is.EqualTo((default(double?), true)));
        });
    }

    [Test]
    public async Task A_forced_answer_costs_no_question()
    {
        var (cast, prediction) = await RunAsync(new MediQExpertOptions { MaxQuestions = 1 }, MediQPatientSystem.FactSelect, 0, "Somewhat Unconfident|B|Q|Somewhat Unconfident|A", Fact);
        Assert.Multiple(() =>
        {
            Assert.That(cast.Log, Has.Count.EqualTo(6), "The published code makes a seventh call, whose question nobody hears.");
            Assert.That(prediction.Notes["timeout"], Is.EqualTo("the questions were used up"));
            Assert.That(prediction.Confidence, Is.EqualTo(0.25));
        });
    }

    private static string Hash(ScriptedCast cast) => cast.Hash((role, request) => role + "\u001F" + string.Concat(request.Messages.Select(message => $"{message.Role.Value}\u001D{message.Text}\u001F")));

    private static async Task<(ScriptedCast Cast, Prediction Prediction)> RunAsync(MediQExpertOptions options, MediQPatientSystem system, int index, string doctor, string patient)
    {
        var folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", "mediq-imedqa");
        var samples = await ExamData.LoadAsync(new MediQIMedQa(new MediQPatientOptions { System = system }), DatasetSource.Folder(folder));
        var sample = samples.Single(sample => sample.Input.Id == index.ToString(CultureInfo.InvariantCulture));

        var cast = new ScriptedCast((ModelRole.Subject, [.. doctor.Split('|').Select(reply => reply == "Q" ? Asks : reply)]), (ModelRole.Patient, patient.Split('|')));
        return (cast, await new MediQExpert(options).PredictAsync(sample.Input, cast.Models));
    }
}
