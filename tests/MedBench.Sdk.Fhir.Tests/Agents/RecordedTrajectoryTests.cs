using System.Text.Json;
using MedBench.Benchmarks;
using MedBench.Testing;
using Microsoft.Extensions.AI;

namespace MedBench.Fhir.Tests.Agents;

/// <summary>Recorded dialogues with the verdicts of the reference graders, graded again from what the agent was shown.</summary>
public sealed class RecordedTrajectoryTests
{
    private const string Variable = "MEDBENCH_MEDAGENTBENCH_TRAJECTORIES";

    [Test]
    public async Task Recorded_verdicts_are_reached_again()
    {
        // rl_training/outputs/qwen_pipeline_v2/smoke/expert_trajectories.jsonl of rushilcs/MedAgentBench@e9793e8.
        var path = Environment.GetEnvironmentVariable(Variable);
        if (path is null || !File.Exists(path))
        {
            Assert.Ignore($"{Variable} names no file of recorded dialogues.");
        }

        var (agreed, compared) = (0, 0);
        var disagreements = new List<string>();
        foreach (var line in await File.ReadAllLinesAsync(path))
        {
            using var document = JsonDocument.Parse(line);
            var (root, task) = (document.RootElement, document.RootElement.GetProperty("task_data"));
            var messages = root.GetProperty("turns").EnumerateArray().Select(turn => new ChatMessage(turn.GetProperty("role").ValueEquals("user") ? ChatRole.User : ChatRole.Assistant, turn.GetProperty("content").GetString())).ToList();
            var id = root.GetProperty("task_id").GetString()!["train_".Length..];
            var patient = task.GetProperty("eval_MRN").GetString()!;
            string[] solution = id.StartsWith("task8_", StringComparison.Ordinal) ? [MedAgentTask.ReadQuoted(task.GetProperty("instruction").GetString()!)!]
                : task.TryGetProperty("sol", out var given) ? [.. given.EnumerateArray().Select(answer => answer.GetString()!)] : [];
            var store = new FhirStore();
            foreach (var resource in messages.SelectMany(Shown))
            {
                store.Add(resource);
            }

            await using var records = new EmbeddedFhirClient(store);
            var models = new TestModelAccess();
            models.Models.Add(ModelRole.Records, records);
            var sample = new Sample { Input = new SampleInput { Id = id, Stem = "?" }, Target = new MedAgentTask(MedAgentTask.ReadNumber(id)!.Value, patient, solution).ToTarget() };
            var scorer = new MedAgentBenchScorer(new MedAgentBenchOptions { Defects = MedAgentBenchDefects.Published });
            string verdict;
            try
            {
                var score = await scorer.ScoreAsync(sample, new StatePrediction(AgentRecord.Of(messages).ToJson()), models);
                verdict = $"{score.Outcome} {score.Explanation} {score.Gold} {score.Predicted}";
            }
            catch (ModelException)
            {
                continue; // The agent was never shown the patient, so that nothing here knows the answer.
            }

            compared++;
            var isRight = verdict.StartsWith("Correct", StringComparison.Ordinal);
            agreed += isRight == root.GetProperty("correct").GetBoolean() ? 1 : 0;
            if (isRight != root.GetProperty("correct").GetBoolean())
            {
                disagreements.Add($"{id}: {verdict}");
            }
        }

        TestContext.Out.WriteLine($"{agreed} of {compared}\n{string.Join('\n', disagreements)}");
        Assert.That((agreed, compared), Is.EqualTo((100, 100)));
    }

    private static IEnumerable<JsonElement> Shown(ChatMessage message)
    {
        const string Before = "Here is the response from the GET request:\n";
        if (message.Role != ChatRole.User || !message.Text.StartsWith(Before, StringComparison.Ordinal) || message.Text.LastIndexOf(". Please call FINISH", StringComparison.Ordinal) is not (> 0 and var end))
        {
            return [];
        }

        return JsonDocument.Parse(message.Text[Before.Length..end]).RootElement is { ValueKind: JsonValueKind.Object } bundle && bundle.TryGetProperty("entry", out var entries) ? entries.EnumerateArray().Select(entry => entry.GetProperty("resource")) : [];
    }
}
