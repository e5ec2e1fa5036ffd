using System.Globalization;
using System.Text.Json;
using MedBench.Benchmarks;
using MedBench.Testing;

namespace MedBench.Fhir.Tests;

/// <summary>Small charts, and dialogues over them.</summary>
internal static class Records
{
    public const string Patient = """{"resourceType":"Patient","id":"S1","identifier":[{"value":"S1"}],"name":[{"family":"Lindqvist","given":["Ada"]}],"birthDate":"1950-11-13"}""";

    public static FhirStore Store(params IEnumerable<string> resources)
    {
        var store = new FhirStore();
        foreach (var resource in resources)
        {
            store.Add(JsonDocument.Parse(resource).RootElement);
        }

        return store;
    }

    public static string Observation(string id, string code, string time, double value, string patient = "S1")
        => string.Create(CultureInfo.InvariantCulture, $$"""{"resourceType":"Observation","id":"{{id}}","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"{{code}}"}],"text":"{{code}}"},"subject":{"reference":"Patient/{{patient}}"},"effectiveDateTime":"{{time}}","valueQuantity":{"value":{{value}} } }""");

    /// <summary>Lets an agent do a task over the records of a source.</summary>
    public static async Task<Prediction> PlayAsync(Sample sample, Func<ModelRequest, string> agent, IDatasetSource source)
    {
        var benchmark = new MedAgentBench();
        var models = new TestModelAccess(new ScriptedModelClient(agent));
        await using var records = (EmbeddedFhirClient)(await benchmark.CreateRolesAsync("v2", source))[ModelRole.Records];
        models.Models.Add(ModelRole.Records, records);
        return await benchmark.DefaultStrategy.PredictAsync(sample.Input, models);
    }

    /// <summary>Lets an agent say a list of things about one task and grades it.</summary>
    public static async Task<Score> GradeAsync(int task, FhirStore store, IReadOnlyList<string> replies, MedAgentBenchDefects defects = MedAgentBenchDefects.None)
    {
        var options = new MedAgentBenchOptions { Defects = defects };
        await using var records = new EmbeddedFhirClient(store);
        var models = new TestModelAccess(new ScriptedModelClient(replies));
        models.Models.Add(ModelRole.Records, records);
        var sample = new Sample
        {
            Input = new SampleInput
            {
                Id = FormattableString.Invariant($"task{task}_1"),
                Stem = "?",
                Context = [new("api base", options.ApiBase.AbsoluteUri), new("functions", "[]"), new("context", "")],
                Environment = new MedAgentEnvironment(options.ApiBase, defects),
            },
            Target = new MedAgentTask(task, "S1", task switch { 1 => ["S1"], 8 => [PerfectAgent.Letter], _ => [] }).ToTarget(),
        };
        var prediction = await new MedAgentBench(options).DefaultStrategy.PredictAsync(sample.Input, models);
        return await new MedAgentBenchScorer(options).ScoreAsync(sample, prediction, models);
    }
}
