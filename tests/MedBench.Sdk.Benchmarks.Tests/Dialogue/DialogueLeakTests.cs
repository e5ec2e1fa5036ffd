using MedBench.Benchmarks.Tests.Exams;
using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Dialogue;

/// <summary>Canaries in what one part knows, looked for in what the others are sent.</summary>
public sealed class DialogueLeakTests
{
    private const string Station =
        """{"OSCE_Examination":{"Objective_for_Doctor":"Assess the TASK-CANARY.","Patient_Actor":{"History":"HISTORY-CANARY"},"Physical_Examination_Findings":{"Skin":"FINDING-CANARY"},"Test_Results":{"Blood":"TEST-CANARY"},"Correct_Diagnosis":"GOLD-CANARY","Management_and_Follow_Up":{"Plan":"PLAN-CANARY"}}}""";

    private const string Challenge =
        """{"image_url":"https://images.example.org/x.jpg","question":"QUESTION-CANARY","patient_info":"HISTORY-CANARY","physical_exams":"FINDING-CANARY TEST-CANARY","answers":[{"text":"GOLD-CANARY","correct":true},{"text":"OPTION-CANARY","correct":false}],"type":["TYPE-CANARY"]}""";

    private const string Record =
        """{"id":1,"question":"Which is it?","context":["INITIAL-CANARY.","HIDDEN-CANARY."],"context_len":2,"options":{"A":"a","B":"b","C":"c","D":"d"},"answer":"b","answer_idx":"B","explanation":"EXPLANATION-CANARY","facts":["1. FACT-CANARY."],"patient":{"gender":"GENDER-CANARY","age":"AGE-CANARY","gpt_specialty":"SPECIALTY-CANARY"}}""";

    [Test]
    public async Task In_a_clinic_everybody_is_sent_what_is_theirs()
    {
        var sent = await ConsultAsync(new AgentClinicMedQa(), Station);
        Assert.Multiple(() =>
        {
            Assert.That(sent[ModelRole.Subject], Is.EquivalentTo(new[] { "TASK-CANARY" }));
            Assert.That(sent[ModelRole.Patient], Is.EquivalentTo(new[] { "HISTORY-CANARY" }));
            Assert.That(sent[ModelRole.Examiner], Is.EquivalentTo(new[] { "FINDING-CANARY", "TEST-CANARY" }));
            Assert.That(sent[ModelRole.Judge], Is.EquivalentTo(new[] { "GOLD-CANARY" }));
        });
    }

    [Test]
    public async Task In_a_challenge_everybody_is_sent_what_is_theirs()
    {
        var sent = await ConsultAsync(new AgentClinicNejm(), Challenge);
        Assert.Multiple(() =>
        {
            Assert.That(sent[ModelRole.Subject], Is.Empty);
            Assert.That(sent[ModelRole.Patient], Is.EquivalentTo(new[] { "HISTORY-CANARY" }));
            Assert.That(sent[ModelRole.Examiner], Is.EquivalentTo(new[] { "FINDING-CANARY", "TEST-CANARY" }));
            Assert.That(sent[ModelRole.Judge], Is.EquivalentTo(new[] { "GOLD-CANARY" }));
        });
    }

    [Test]
    public async Task What_was_said_reaches_the_doctor()
    {
        var cast = new ScriptedCast((ModelRole.Subject, ["Well?", "DIAGNOSIS READY: x"]), (ModelRole.Patient, ["It is the HISTORY-CANARY."]));
        await new AgentClinicMedQa().DefaultStrategy.PredictAsync((await LoadAsync(new AgentClinicMedQa(), Station)).Input, cast.Models);
        Assert.That(Found(cast, ModelRole.Subject), Is.EquivalentTo(new[] { "TASK-CANARY", "HISTORY-CANARY" }));
    }

    [TestCase(MediQPatientSystem.FactSelect, "FACT-CANARY")]
    [TestCase(MediQPatientSystem.Instruct, "INITIAL-CANARY HIDDEN-CANARY")]
    [TestCase(MediQPatientSystem.Direct, "INITIAL-CANARY")]
    public async Task A_doctor_is_sent_the_beginning_and_each_patient_what_it_answers_from(MediQPatientSystem system, string known)
    {
        var cast = new ScriptedCast((ModelRole.Subject, ["Somewhat Unconfident", "A", "Any pain?", "Very Confident", "B"]), (ModelRole.Patient, [MediQPatient.Refusal]));
        var sample = await LoadAsync(new MediQIMedQa(new MediQPatientOptions { System = system }), Record);
        await new MediQExpert(new MediQExpertOptions()).PredictAsync(sample.Input, cast.Models);
        Assert.Multiple(() =>
        {
            Assert.That(Found(cast, ModelRole.Subject), Is.EquivalentTo(new[] { "INITIAL-CANARY" }));
            Assert.That(Found(cast, ModelRole.Patient), Is.EquivalentTo(known.Split(' ')));
        });
    }

    private static async Task<Dictionary<string, string[]>> ConsultAsync(AgentClinicBenchmark benchmark, string line)
    {
        var cast = new ScriptedCast((ModelRole.Subject, ["Well?", "REQUEST TEST: all", "REQUEST IMAGES", "DIAGNOSIS READY: none"]), (ModelRole.Patient, ["No.", "No."]), (ModelRole.Examiner, ["RESULTS: none"]), (ModelRole.Judge, ["No"]));
        var sample = await LoadAsync(benchmark, line);
        await benchmark.Scorers[0].ScoreAsync(sample, await benchmark.DefaultStrategy.PredictAsync(sample.Input, cast.Models), cast.Models);
        return new[] { ModelRole.Subject, ModelRole.Patient, ModelRole.Examiner, ModelRole.Judge }.ToDictionary(role => role, role => Found(cast, role));
    }

    private static async Task<Sample> LoadAsync(IBenchmark benchmark, string line)
    {
        var folder = Directory.CreateTempSubdirectory("medbench-leak-").FullName;
        try
        {
            var path = Path.Combine(folder, "cases.jsonl");
            await File.WriteAllTextAsync(path, line + "\n");
            return (await ExamData.LoadAsync(benchmark, DatasetSource.Files([new(benchmark.Card.EvaluationSplit.Name, path)])))[0];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] Found(ScriptedCast cast, string role)
    {
        var sent = string.Join('\n', cast.Log.Where(entry => entry.Role == role).SelectMany(entry => entry.Request.Messages).Select(message => message.Text));
        return [.. new[] { "TASK", "HISTORY", "FINDING", "TEST", "GOLD", "PLAN", "QUESTION", "OPTION", "TYPE", "INITIAL", "HIDDEN", "FACT", "EXPLANATION", "GENDER", "AGE", "SPECIALTY" }.Select(name => $"{name}-CANARY").Where(canary => sent.Contains(canary, StringComparison.Ordinal))];
    }
}
