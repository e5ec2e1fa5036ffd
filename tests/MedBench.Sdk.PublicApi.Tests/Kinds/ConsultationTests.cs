using Microsoft.Extensions.AI;

namespace MedBench.PublicApi;

public sealed class ConsultationTests : RunBench
{
    [Test]
    public async Task A_doctor_who_asks_finds_what_the_patient_knows()
    {
        var (doctor, patient) = (Doctor(), Wine());
        var result = (await RunAsync(Plan(new Consultation(), doctor, ModelRole.Patient, patient)))["p1"];
        Assert.Multiple(() =>
        {
            Assert.That(result.Scores.Select(score => score.Score.Value), Is.EqualTo(new double?[] { 1, 1 }));
            Assert.That((doctor.Requests.Count, patient.Requests.Count, result.Calls), Is.EqualTo((2, 1, 3)));
            Assert.That(doctor.Requests.Select(Everything), Has.None.Contains(Consultation.Secret));
            Assert.That(Everything(patient.Requests[0]), Does.Contain(Consultation.Secret).And.Not.Contain("You are a doctor"));
            Assert.That(patient.Requests[0].Messages[^1].Role, Is.EqualTo(ChatRole.User), "the patient hears the doctor as its user");
        });
    }

    [TestCase(2, 2, 2)]
    [TestCase(9, 4, 3)]
    public async Task A_consultation_ends_when_turns_or_patience_are_used_up(int maxTurns, int questions, int answers)
    {
        var (doctor, patient) = (ScriptedModel.Saying("endless", _ => "And what else?"), Wine());
        var plan = Plan(new Consultation(), doctor, ModelRole.Patient, patient) with { Strategies = [new HistoryTaking(maxTurns)] };
        var result = (await RunAsync(plan))["p1"];
        Assert.Multiple(() =>
        {
            Assert.That(result.Outcome, Is.EqualTo(Outcome.Truncated));
            Assert.That((doctor.Requests.Count, patient.Requests.Count), Is.EqualTo((questions, answers)));
            Assert.That(result.Scores[1].Score.Value, Is.EqualTo(questions));
        });
    }

    [Test]
    public async Task A_broken_consultation_goes_on_where_it_stopped()
    {
        var (line, patient) = (false, Wine());
        var doctor = new ScriptedModel("doctor", request => request.Messages.Count > 2 && !line ? ScriptedModel.Fail() : Examine(request));
        var plan = Plan(new Consultation(), doctor, ModelRole.Patient, patient);
        var broken = (await RunAsync(plan))["p1"];
        line = true;
        var whole = (await RunAsync(plan))["p1"];
        Assert.Multiple(() =>
        {
            Assert.That((broken.Outcome, whole.Outcome), Is.EqualTo((Outcome.Failed, Outcome.Correct)));
            Assert.That((doctor.Requests.Count, patient.Requests.Count), Is.EqualTo((3, 1)), "only the broken call is made again");
        });
    }

    [TestCase(ModelErrorKind.ContentFiltered)]
    [TestCase(ModelErrorKind.ContextOverflow)]
    public async Task A_patient_who_fails_is_never_held_against_the_doctor(ModelErrorKind kind)
    {
        var patient = new ScriptedModel("patient", _ => ScriptedModel.Fail(kind));
        var result = (await RunAsync(Plan(new Consultation(), Doctor(), ModelRole.Patient, patient)))["p1"];
        Assert.That(result.Outcome, Is.EqualTo(Outcome.Failed));
        Assert.That(result.Error, Does.StartWith("The patient gave no reply:"));
    }

    [Test]
    public async Task A_plan_without_a_patient_is_refused_before_any_call()
    {
        var exception = (await Assert.ThrowsAsync<PlanException>(() => RunAsync(Plan(new Consultation(), ScriptedModel.Silent("doctor")))))!;
        Assert.That(exception.Message, Does.Contain("benchmark 'outside-consultation'").And.Contain("'patient'"));
    }

    [Test]
    public async Task A_patient_with_another_story_is_another_run()
    {
        await RunAsync(Plan(new Consultation(), Doctor(), ModelRole.Patient, Wine()));
        var other = Plan(new OtherStory(), Doctor(), ModelRole.Patient, Wine());
        var exception = (await Assert.ThrowsAsync<RunConflictException>(() => RunAsync(other)))!;
        Assert.That(exception.Differences.Single(), Does.StartWith("benchmarks/outside-consultation/samples:"));
    }

    [Test]
    public Task A_second_run_sends_nothing() => AssertSecondRunSendsNothing(Plan(new Consultation(), Doctor(), ModelRole.Patient, Wine()), calls: 3);

    private static ScriptedModel Doctor() => new("doctor", Examine);

    private static ScriptedModel Wine() => ScriptedModel.Saying("patient", question => question.Contains("drink", StringComparison.Ordinal) ? "A bottle of wine." : "Nothing, doctor.");

    private static ChatResponse Examine(ModelRequest request) => ScriptedModel.Text(
        request.Messages.Count == 2 ? "What do you drink?" : request.Messages[^1].Text.Contains("wine", StringComparison.Ordinal) ? "DIAGNOSIS: alcoholic hepatitis" : "DIAGNOSIS: gallstones");

    private static string Everything(ModelRequest request) => string.Join('\n', request.Messages.Select(message => message.Text));

    [NotDiscoverable]
    private sealed class OtherStory : IBenchmark
    {
        private readonly Consultation consultation = new();

        public BenchmarkCard Card => consultation.Card;

        public IPromptStrategy DefaultStrategy => consultation.DefaultStrategy;

        public IReadOnlyList<IScorer> Scorers => consultation.Scorers;

        public IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default)
            => consultation.LoadAsync(split, source, cancellationToken).Select(sample => sample with { Input = sample.Input with { Environment = new Patient("You take a herbal tonic", 3) } });
    }
}
