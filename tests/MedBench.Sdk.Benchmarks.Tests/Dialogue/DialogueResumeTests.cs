using System.Security.Cryptography;
using MedBench.Benchmarks.Tests.Exams;
using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Dialogue;

/// <summary>Runs that are cancelled in the middle of dialogues, and continued.</summary>
public sealed class DialogueResumeTests
{
    private string root = "";

    [SetUp]
    public void CreateFolder() => root = Directory.CreateTempSubdirectory("medbench-dialogue-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(root, recursive: true);

    [Test]
    public Task A_consultation_cancelled_after_any_call_ends_like_one_never_cancelled_and_pays_nothing_twice() => ResumeAsync(
        new AgentClinicMedQa(), AgentClinicPlayers.Doctor, AgentClinicPlayers.Others);

    [Test]
    public Task A_dialogue_of_several_calls_a_turn_cancelled_after_any_call_ends_like_one_never_cancelled_and_pays_nothing_twice() => ResumeAsync(
        new MediQIMedQa(), MediQPlayers.Doctor, static (_, pay) => new Dictionary<string, IModelClient> { [ModelRole.Patient] = MediQPlayers.Patient(pay) });

    [Test]
    public async Task Facts_are_broken_up_once_for_all_turns_and_repetitions()
    {
        var (benchmark, patient) = (new InteractiveBenchmark(new MedBenchMini(), new InteractiveOptions { BreaksUpFacts = true }), MediQPlayers.Patient());
        var samples = await ExamData.LoadAsync(benchmark, DatasetSource.None);
        var plan = new EvaluationPlan
        {
            Benchmarks = [new BenchmarkSelection(benchmark, DatasetSource.None)],
            Models = [MediQPlayers.Doctor(samples)],
            Roles = new Dictionary<string, IModelClient> { [ModelRole.Patient] = patient },
            Strategies = [new MediQExpert(new MediQExpertOptions { Abstention = MediQAbstention.Fixed, MaxQuestions = 3 })],
            Limit = 2,
            Epochs = 2,
        };
        var summary = await new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = Path.Combine(root, "facts") });
        Assert.Multiple(() =>
        {
            Assert.That(summary.Cells[0].Score?.Estimate, Is.EqualTo(1));
            Assert.That(patient.Requests.Count(request => request.Purpose == "facts"), Is.EqualTo(2), "One list a case.");
            Assert.That(patient.Requests.Count(request => request.Purpose != "facts"), Is.EqualTo(2 * 2 * 3));
        });
    }

    [Test]
    public async Task A_moderator_without_a_verdict_fails_the_sample_and_is_asked_anew_with_nothing_else_paid_again()
    {
        var benchmark = new AgentClinicMedQa();
        var source = DatasetSource.Folder(Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", benchmark.Card.Id));
        var samples = await ExamData.LoadAsync(benchmark, source);
        var (unclear, clear, others) = (new ScriptedModelClient(_ => "Perhaps"), new ScriptedModelClient(_ => "Yes"), 0);
        var first = await RunAsync(unclear);
        var paid = others;
        var second = await RunAsync(clear);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((first.Failed, first.Cells[0].Outcomes[Outcome.Failed], unclear.Requests.Count), Is.EqualTo((1L, 1, 2)));
            Assert.That(RunReader.ReadResults(Path.Combine(root, "run")).Single().Outcome, Is.EqualTo(Outcome.Correct));
            Assert.That((second.IsComplete, clear.Requests.Count, others), Is.EqualTo((true, 1, paid)));
        }

        Task<RunSummary> RunAsync(IModelClient judge) => new EvaluationRunner().EvaluateAsync(
            new EvaluationPlan
            {
                Benchmarks = [new BenchmarkSelection(benchmark, source)],
                Models = [AgentClinicPlayers.Doctor(samples, () => Interlocked.Increment(ref others))],
                Roles = new Dictionary<string, IModelClient>(AgentClinicPlayers.Others(samples, () => Interlocked.Increment(ref others))) { [ModelRole.Judge] = judge },
                Limit = 1,
            },
            new RunOptions { Folder = Path.Combine(root, "run") });
    }

    private async Task ResumeAsync(IBenchmark benchmark, Func<IReadOnlyList<Sample>, Action?, ScriptedModelClient> doctor, Func<IReadOnlyList<Sample>, Action?, IReadOnlyDictionary<string, IModelClient>> others)
    {
        var source = DatasetSource.Folder(Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", benchmark.Card.Id));
        var samples = await ExamData.LoadAsync(benchmark, source);
        var all = 0;
        await RunAsync("whole", () => Interlocked.Increment(ref all), 4, default);
        Assert.That(all, Is.GreaterThan(15));
        for (var k = 1; k < all; k += 2)
        {
            using var cancellation = new CancellationTokenSource();
            var paid = 0;
            Assert.That(async () => await RunAsync($"k{k}", () => Pay(cancellation, k, ref paid), 1, cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
            await RunAsync($"k{k}", () => Interlocked.Increment(ref paid), 1, default);
            Assert.That((paid, Hash($"k{k}")), Is.EqualTo((all, Hash("whole"))), $"cancelled after call {k}");
        }

        Task RunAsync(string folder, Action pay, int concurrency, CancellationToken cancellationToken) => new EvaluationRunner().EvaluateAsync(
            new EvaluationPlan { Benchmarks = [new BenchmarkSelection(benchmark, source)], Models = [doctor(samples, pay)], Roles = others(samples, pay) },
            new RunOptions { Folder = Path.Combine(root, folder), Concurrency = concurrency },
            cancellationToken);
    }

    private static void Pay(CancellationTokenSource cancellation, int limit, ref int paid)
    {
        if (Interlocked.Increment(ref paid) == limit)
        {
            cancellation.Cancel();
        }
    }

    private string Hash(string folder)
        => Convert.ToHexString(SHA256.HashData([.. new[] { "results.jsonl", "summary.json", "report.md" }.SelectMany(file => File.ReadAllBytes(Path.Combine(root, folder, file)))]));
}
