using System.Text.Json;
using System.Text.Json.Nodes;
using static MedBench.Benchmarks.Tests.Exams.ExamData;

namespace MedBench.Benchmarks.Tests.Exams;

/// <summary>Plants a mark in every field that a card does not declare, and looks for it in what a prompt may show.</summary>
public class LeakTests
{
    private const string Canary = "canary-7f3a";

    private static readonly TestCaseData[] Records =
    [
        new(new MedQa(), "test", "{\"question\":\"q\",\"answer\":\"*\",\"options\":{\"A\":\"w\",\"B\":\"x\",\"C\":\"y\",\"D\":\"z\"},\"meta_info\":\"*\",\"answer_idx\":\"C\",\"metamap_phrases\":[\"*\"],\"explanation\":\"*\",\"subject\":\"*\"}"),
        new(new MedQa(), "test", "{\"sent1\":\"q\",\"sent2\":\"\",\"ending0\":\"w\",\"ending1\":\"x\",\"ending2\":\"y\",\"ending3\":\"z\",\"label\":2,\"other\":\"*\"}"),
        new(new MedMcqa(), "validation", "{\"question\":\"q\",\"exp\":\"*\",\"cop\":4,\"opa\":\"w\",\"opb\":\"x\",\"opc\":\"y\",\"opd\":\"z\",\"subject_name\":\"*\",\"topic_name\":\"*\",\"choice_type\":\"*\"}"),
        new(new PubMedQa(), "test", "{\"pubid\":1,\"question\":\"q\",\"context\":{\"contexts\":[\"c\"],\"labels\":[\"l\"],\"meshes\":[\"*\"],\"reasoning_required_pred\":[\"*\"],\"reasoning_free_pred\":[\"*\"]},\"long_answer\":\"*\",\"final_decision\":\"yes\"}"),
        new(new PubMedQa(), "test", "{\"1\":{\"QUESTION\":\"q\",\"CONTEXTS\":[\"c\"],\"LABELS\":[\"l\"],\"MESHES\":[\"*\"],\"YEAR\":\"*\",\"reasoning_required_pred\":\"*\",\"reasoning_free_pred\":\"*\",\"final_decision\":\"yes\",\"LONG_ANSWER\":\"*\"}}"),
        new(new MmluAnatomy(), "test", "{\"question\":\"q\",\"choices\":[\"w\",\"x\",\"y\",\"z\"],\"answer\":1,\"source\":\"*\"}"),
        new(new JsonlMcq(), "test", "{\"question\":\"q\",\"options\":[\"w\",\"x\"],\"answer_idx\":1,\"explanation\":\"*\",\"source\":\"*\"}"),
    ];

    [TestCaseSource(nameof(Records))]
    public async Task Nothing_but_the_declared_fields_reaches_an_input(IBenchmark benchmark, string split, string record)
    {
        var file = File("a.json", record.Replace("*", Canary));
        var source = new MemorySource((split, file), ("ground-truth", File("test_ground_truth.json", "{\"1\":\"yes\"}")));
        var sample = (await LoadAsync(benchmark, source)).Single();
        Assert.That(Show(sample.Input), Does.Not.Contain(Canary).And.Contain("q"));

        var asPool = new MemorySource(("pool", file), ("ground-truth", File("test_ground_truth.json", "{\"2\":\"yes\"}")));
        var exemplar = (await LoadPoolAsync(benchmark, asPool)).Single();
        Assert.That(Show(exemplar.Input) + exemplar.Answer, Does.Not.Contain(Canary));
    }

    [TestCaseSource(nameof(Records))]
    public void The_card_declares_what_is_shown_and_no_answer(IBenchmark benchmark, string split, string record)
    {
        var marked = JsonNode.Parse(record)!.AsObject().Where(field => field.Value!.GetValueKind() == JsonValueKind.String && field.Value.GetValue<string>() == "*").Select(field => field.Key);
        var hidden = new[] { "answer_idx", "label", "cop", "final_decision", "answer", "explanation", "exp", "LONG_ANSWER" };
        Assert.That(benchmark.Card.PromptFields.Intersect(marked.Where(field => field != "subject").Concat(hidden)), Is.Empty);
    }

    private static string Show(SampleInput input)
        => string.Join("\n", [input.Id, input.Stem, input.Subject ?? "", .. input.Options.Select(option => option.ToString()), .. input.Context.Select(section => section.ToString())]);
}
