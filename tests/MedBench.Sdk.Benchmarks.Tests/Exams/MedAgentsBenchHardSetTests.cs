namespace MedBench.Benchmarks.Tests.Exams;

/// <summary>The choice of the published hard sets, made again from the runs of ten models over the whole sets.</summary>
/// <remarks>
/// The runs are 69,778 rows of gersteinlab/medagents-benchmark at f5e50b6, <c>output/SET/MODEL-SET-test-zero_shot.json</c>; MEDBENCH_MEDAGENTSBENCH names a folder with them as
/// <c>predictions_test_zero_shot.csv</c> (dataset, model, method, realidx, gold, predicted) and with the repository's <c>SET/test.jsonl</c> and <c>SET/test_hard.jsonl</c>. The order is that of the whole set: a hundred are the first hundred, not a sample.
/// </remarks>
public sealed class MedAgentsBenchHardSetTests
{
    [TestCase("medqa", 1_273, 156)]
    [TestCase("pubmedqa", 500, 104)]
    [TestCase("medmcqa", 2_816, 638)]
    [TestCase("medbullets", 308, 89)]
    [TestCase("mmlu", 1_089, 73)]
    [TestCase("mmlu-pro", 818, 255)]
    [TestCase("afrimedqa", 174, 32)]
    public async Task The_published_hard_set_is_the_first_hundred_that_qualify(string set, int questions, int qualifying)
    {
        if (Environment.GetEnvironmentVariable("MEDBENCH_MEDAGENTSBENCH") is not { Length: > 0 })
        {
            Assert.Ignore("MEDBENCH_MEDAGENTSBENCH names no folder with the runs over the whole sets.");
        }

        var source = ExamData.Published("medagentsbench", "MEDBENCH_MEDAGENTSBENCH");
        var predictions = await RecordedPredictions.ReadAsync([source.Find("", ["predictions_test_zero_shot.csv"])!]);
        var items = ItemDifficulty.Of(predictions, set);
        Assert.That((items.Count, new HardSubset().Choose(items).Count), Is.EqualTo((questions, qualifying)));

        var whole = new MemorySource((set, source.Find("", [$"{set}/test.jsonl"])!));
        var chosen = await new HardSubset { Most = 100 }.ApplyAsync(new MedAgentsBench(), whole, $"{set}-hard", items, set);
        Assert.That(await Ids(chosen, whole), Is.EqualTo(await Ids(new MedAgentsBench(), source)));

        Task<List<string>> Ids(IBenchmark benchmark, IDatasetSource files) => benchmark.LoadAsync(set, files).Select(sample => sample.Input.Id).ToListAsync().AsTask();
    }
}
