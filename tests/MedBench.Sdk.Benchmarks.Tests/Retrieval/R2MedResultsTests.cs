using MedBench.Benchmarks.Tests.Exams;

namespace MedBench.Benchmarks.Tests.Retrieval;

public sealed class R2MedResultsTests
{
    // The paper's abstract and leaderboard (arXiv 2505.14558, r2med.github.io) print these means over the eight sets, in per cent.
    [TestCase("base retriever/nv", 31.43)]
    [TestCase("base retriever/grit", 31.12)]
    [TestCase("base retriever/sfr", 30.65)]
    [TestCase("base retriever/openai", 28.57)]
    [TestCase("base retriever/bm25", 15.13)]
    [TestCase("base retriever/medcpt", 7.87)]
    [TestCase("gar/query2doc/gpt4/nv", 41.65)]
    public void The_printed_means_follow_from_the_published_files(string system, double printed)
        => Assert.That(Math.Round(100 * R2MedResults.Mean(Published().Where(result => result.System == system))!.Value, 2, MidpointRounding.AwayFromZero), Is.EqualTo(printed));

    [Test]
    public void All_568_files_of_71_systems_are_read_and_every_reference_is_what_they_say()
    {
        var results = Published();
        var systems = results.GroupBy(result => result.System).ToDictionary(group => group.Key, group => group.ToList());
        Assert.That((results.Count, systems.Count), Is.EqualTo((568, 71)));
        var means = ReferenceResults.Of("r2med").ToDictionary(reference => reference.Source);
        var sets = R2MedTests.Sets.SelectMany(set => ReferenceResults.Of(set.Card.Id)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(means, Has.Count.EqualTo(71));
            foreach (var (system, files) in systems)
            {
                Assert.That(means[$"mean of the eight files results/{system}"].Value, Is.EqualTo(R2MedResults.Mean(files)!.Value).Within(1e-6), system);
            }

            Assert.That(sets, Has.Count.EqualTo(240));
            foreach (var reference in sets)
            {
                var path = reference.Source["results/".Length..^".json".Length];
                var file = results.Single(result => $"{result.System}/{result.Set}" == path);
                Assert.That((reference.Value, reference.Benchmark), Is.EqualTo((file.Measures["ndcg@10"], $"r2med-{file.Set.ToLowerInvariant()}")), reference.Id);
            }
        });
    }

    [Test]
    public void A_mean_needs_every_set_once()
    {
        var whole = Published().Where(result => result.System == "base retriever/bm25").ToList();
        Assert.That(R2MedResults.Mean(whole.Skip(1)), Is.Null);
        Assert.That(R2MedResults.Mean(whole.Append(whole[0])), Is.Null);
        Assert.That(R2MedResults.Mean(whole, "ndcg@7"), Is.Null);
        Assert.That(R2MedResults.Mean(whole, "mrr"), Is.Not.Null);
    }

    [TestCase("{}")]
    [TestCase("nonsense")]
    [TestCase("""{"path":"a","dataset":"Biology"}""")]
    public void What_is_no_result_is_named(string line)
        => Assert.That(() => R2MedResults.Read(new StringReader($"\n{line}")), Throws.InstanceOf<InvalidDataException>().With.Message.StartsWith("Line 2 is no result of R2MED"));

    private static IReadOnlyList<R2MedResult> Published()
    {
        using var reader = new StreamReader(ExamData.Published("r2med").Find("results", ["published_results.jsonl"])!.OpenRead());
        return R2MedResults.Read(reader);
    }
}
