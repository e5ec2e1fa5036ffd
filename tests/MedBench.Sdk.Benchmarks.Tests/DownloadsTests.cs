using System.IO.Enumeration;
using System.Security.Cryptography;

namespace MedBench.Benchmarks.Tests;

/// <summary>What the cards say about fetching their data.</summary>
public sealed class DownloadsTests
{
    private static IEnumerable<BenchmarkCard> Cards => typeof(MedQa).Assembly.GetExportedTypes()
        .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IBenchmark)) && type.GetConstructor([]) is not null)
        .Select(type => ((IBenchmark)Activator.CreateInstance(type)!).Card).Where(card => card.Downloads.Count > 0).OrderBy(card => card.Id, StringComparer.Ordinal);

    private static IEnumerable<TestCaseData> Downloads => Cards.SelectMany(card => card.Downloads.Select(download => new TestCaseData(card, download).SetArgDisplayNames(card.Id, download.FileName)));

    private static IEnumerable<TestCaseData> Evaluated => Cards.Select(card => new TestCaseData(card).SetArgDisplayNames(card.Id));

    [TestCaseSource(nameof(Downloads))]
    public void A_download_is_whole(BenchmarkCard card, DataDownload download)
    {
        Assert.Multiple(() =>
        {
            Assert.That(download.Sha256, Is.Null.Or.Matches("^[0-9a-f]{64}$"));
            Assert.That(download.Revision, Is.Null.Or.Matches("^[0-9a-f]{40}$"), "a branch or a tag may move");
            Assert.That(download.FileName, Does.Not.Contain("..").And.Not.StartWith("/"));
            Assert.That(card.AccessTier, Is.Not.EqualTo(AccessTier.Restricted), "restricted data is never fetched");
            Assert.That(download.Repository, download.Host == DataHost.Web ? Does.StartWith("https://") : Does.Match("^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)?$"));
        });
    }

    [TestCaseSource(nameof(Evaluated))]
    public void The_evaluated_split_is_found_among_what_is_fetched(BenchmarkCard card)
    {
        var split = card.EvaluationSplit;
        var names = card.Downloads.Where(download => download.Splits.Count == 0 || download.Splits.Contains(split.Name)).Select(download => download.FileName).ToList();
        Assert.That(names, Is.Not.Empty, $"nothing is fetched for {split.Name}");
        if (split.Files.Count > 0 && names.All(name => Path.GetExtension(name) is not ("" or ".zip" or ".gz" or ".tgz" or ".tar")))
        {
            Assert.That(split.Files.Any(pattern => names.Any(name => FileSystemName.MatchesSimpleExpression(pattern, pattern.Contains('/', StringComparison.Ordinal) ? name : name[(name.LastIndexOf('/') + 1)..]))), $"{string.Join(", ", names)} is none of {string.Join(", ", split.Files)}");
        }
    }

    [TestCase("medqa", "medqa/medqa_us_4opt_test.jsonl", 0)]
    [TestCase("medqa-5", "medqa/medqa_us_5opt_test.jsonl", 0)]
    [TestCase("medmcqa", "medmcqa/medmcqa_validation.jsonl", 0)]
    [TestCase("pubmedqa", "pubmedqa/ori_pqal.json", 0)]
    [TestCase("pubmedqa", "pubmedqa/test_ground_truth.json", 1)]
    [TestCase("mmlu-anatomy", "mmlu_medical/anatomy_test.csv", 0)]
    [TestCase("mmlu-anatomy", "mmlu_medical/dev/anatomy_dev.csv", 1)]
    [TestCase("mmlu-anatomy", "mmlu_medical/val/anatomy_val.csv", 2)]
    [TestCase("mmlu-professional-medicine", "mmlu_medical/professional_medicine_test.csv", 0)]
    [TestCase("medagentsbench", "medagentsbench/medqa_test_hard.jsonl", 0)]
    [TestCase("medagentsbench", "medagentsbench/mmlu-pro_test_hard.jsonl", 5)]
    public void A_hash_is_that_of_the_published_bytes(string id, string path, int index)
    {
        var root = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "MedBench.Sdk.sln")))
        {
            root = root.Parent;
        }

        var file = root is null ? "" : Path.Combine(root.FullName, "..", "shared", "data", path);
        if (!File.Exists(file))
        {
            Assert.Ignore($"The published file {path} is not beside the repository.");
        }

        Assert.That(Cards.Single(card => card.Id == id).Downloads[index].Sha256, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))));
    }
}
