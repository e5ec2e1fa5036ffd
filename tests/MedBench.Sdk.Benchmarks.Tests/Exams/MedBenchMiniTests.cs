using static MedBench.Benchmarks.Tests.Exams.ExamData;

namespace MedBench.Benchmarks.Tests.Exams;

public class MedBenchMiniTests
{
    [Test]
    public async Task The_card_counts_what_is_embedded()
    {
        var samples = await LoadAsync(new MedBenchMini(), DatasetSource.None);
        Assert.That(samples, Has.Count.EqualTo(new MedBenchMini().Card.EvaluationSplit.Count));
    }

    [Test]
    public async Task The_four_formats_are_read_and_every_question_has_its_own_id()
    {
        var samples = await LoadAsync(new MedBenchMini(), DatasetSource.None);
        Assert.That(samples.Select(sample => sample.Tags["format"]).Distinct(), Is.EqualTo(new[] { "medqa", "medmcqa", "pubmedqa", "mmlu" }));
        Assert.That(samples.Select(sample => sample.Input.Id), Is.Unique);
        Assert.That(samples.SelectMany(sample => sample.Defects), Is.Empty);
    }

    [Test]
    public async Task The_pool_is_the_union_of_the_four_with_a_rationale_each_and_none_of_the_evaluated()
    {
        var samples = await LoadAsync(new MedBenchMini(), DatasetSource.None);
        var pool = await LoadPoolAsync(new MedBenchMini(), DatasetSource.None);
        Assert.That(pool.Select(exemplar => exemplar.Input.Id), Is.Unique);
        Assert.That(pool.Select(exemplar => exemplar.Rationale), Is.All.Not.Null);
        Assert.That(pool.Select(exemplar => exemplar.Input.Stem).Intersect(samples.Select(sample => sample.Input.Stem)), Is.Empty);
    }

    [Test]
    public async Task The_embedded_files_are_recorded_when_the_source_records()
    {
        var source = new HashingDatasetSource(DatasetSource.None);
        await LoadAsync(new MedBenchMini(), source);
        Assert.That(source.Files.Select(file => file.Name), Has.Member("mini/medqa/test.jsonl").And.Member("mini/pubmedqa/test_ground_truth.json"));
    }
}
