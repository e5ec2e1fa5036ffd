using System.IO.Enumeration;

namespace MedBench.Benchmarks.Tests;

/// <summary>What the cards say about fetching their data.</summary>
public sealed class DownloadsTests
{
    private static IEnumerable<BenchmarkCard> Cards => MedBenchCatalog.All.Benchmarks.Where(benchmark => benchmark.GetType().Assembly == typeof(MedQa).Assembly)
        .Select(benchmark => benchmark.Card).Where(card => card.Downloads.Count > 0).OrderBy(card => card.Id, StringComparer.Ordinal);

    private static IEnumerable<TestCaseData> Downloads => Cards.SelectMany(card => card.Downloads.Select(download => new TestCaseData(card, download).SetArgDisplayNames(card.Id, download.FileName)));

    private static IEnumerable<TestCaseData> Pinned => Cards.SelectMany(card => card.Downloads.Where(download => download.Sha256 is not null)
        .Select(download => new TestCaseData(card, download).SetArgDisplayNames(card.Id, download.Path.Length > 0 ? download.Path : download.Repository)));

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

    [TestCaseSource(nameof(Pinned))]
    public void A_hash_is_that_of_the_published_bytes(BenchmarkCard card, DataDownload download)
    {
        if (PublishedFiles.Sha256.Count == 0)
        {
            Assert.Ignore("The folder of published files is not beside the repository.");
        }

        if (!PublishedFiles.Sha256.Values.Contains(download.Sha256))
        {
            var path = PublishedFiles.FindByName(card, download);
            Assert.That(path, Is.Null, $"The card's hash is not that of {path}.");
            Assert.Ignore($"There is no copy of {download.Path} of {download.Repository} beside the repository.");
        }
    }

    // Verbatim copies and the cards that pin them: a hash that changes on one of these cards belongs to no file any more.
    [TestCase("aci-bench/clinicalnlp_taskB_test1.csv", "aci-bench")]
    [TestCase("aci-bench/clinicalnlp_taskB_test1_metadata.csv", "aci-bench")]
    [TestCase("aci-bench/clinicalnlp_taskC_test2.csv", "aci-bench")]
    [TestCase("aci-bench/clinicalnlp_taskC_test2_metadata.csv", "aci-bench")]
    [TestCase("aci-bench/valid.csv", "aci-bench")]
    [TestCase("aci-bench/valid_metadata.csv", "aci-bench")]
    [TestCase("agentclinic/agentclinic_medqa.jsonl", "agentclinic-medqa")]
    [TestCase("agentclinic/agentclinic_medqa_extended.jsonl", "agentclinic-medqa-extended")]
    [TestCase("agentclinic/agentclinic_nejm.jsonl", "agentclinic-nejm")]
    [TestCase("agentclinic/agentclinic_nejm_extended.jsonl", "agentclinic-nejm-extended")]
    [TestCase("caremedeval/questions.json", "caremedeval")]
    [TestCase("caremedeval/questions_en.json", "caremedeval-english")]
    [TestCase("caremedeval/questions_requires_context.json", "caremedeval")]
    [TestCase("k-qa/NLI_medical_annotator.csv", "k-qa")]
    [TestCase("k-qa/questions_w_answers.jsonl", "k-qa")]
    [TestCase("medagentsbench/medmcqa_test_hard.jsonl", "medagentsbench")]
    [TestCase("medagentsbench/medqa_test_hard.jsonl", "medagentsbench")]
    [TestCase("medagentsbench/mmlu-pro_test_hard.jsonl", "medagentsbench")]
    [TestCase("medagentsbench/mmlu_test_hard.jsonl", "medagentsbench")]
    [TestCase("medagentsbench/pubmedqa_test_hard.jsonl", "medagentsbench")]
    [TestCase("medcalc-bench/medcalc_v1_corrected_887.csv", "medcalc-bench")]
    [TestCase("medcalc-bench/one_shot_finalized_explanation.json", "medcalc-bench")]
    [TestCase("medec/MEDEC-MS-TestSet-with-GroundTruth-and-ErrorType.csv", "medec")]
    [TestCase("mediq/all_craft_md.jsonl", "mediq-icraftmd")]
    [TestCase("medmcqa/medmcqa_validation.jsonl", "medmcqa")]
    [TestCase("medqa/medqa_us_4opt_test.jsonl", "medqa")]
    [TestCase("medqa/medqa_us_5opt_test.jsonl", "medqa-5")]
    [TestCase("medxpertqa/medxpertqa_sampled_mm_input.jsonl", "medxpertqa-mm")]
    [TestCase("medxpertqa/medxpertqa_sampled_text_input.jsonl", "medxpertqa-text")]
    [TestCase("mmlu_medical/anatomy_test.csv", "mmlu-anatomy")]
    [TestCase("mmlu_medical/clinical_knowledge_test.csv", "mmlu-clinical-knowledge")]
    [TestCase("mmlu_medical/college_biology_test.csv", "mmlu-college-biology")]
    [TestCase("mmlu_medical/college_medicine_test.csv", "mmlu-college-medicine")]
    [TestCase("mmlu_medical/dev/anatomy_dev.csv", "mmlu-anatomy")]
    [TestCase("mmlu_medical/dev/clinical_knowledge_dev.csv", "mmlu-clinical-knowledge")]
    [TestCase("mmlu_medical/dev/college_biology_dev.csv", "mmlu-college-biology")]
    [TestCase("mmlu_medical/dev/college_medicine_dev.csv", "mmlu-college-medicine")]
    [TestCase("mmlu_medical/dev/medical_genetics_dev.csv", "mmlu-medical-genetics")]
    [TestCase("mmlu_medical/dev/professional_medicine_dev.csv", "mmlu-professional-medicine")]
    [TestCase("mmlu_medical/medical_genetics_test.csv", "mmlu-medical-genetics")]
    [TestCase("mmlu_medical/professional_medicine_test.csv", "mmlu-professional-medicine")]
    [TestCase("mmlu_medical/val/anatomy_val.csv", "mmlu-anatomy")]
    [TestCase("mmlu_medical/val/clinical_knowledge_val.csv", "mmlu-clinical-knowledge")]
    [TestCase("mmlu_medical/val/college_biology_val.csv", "mmlu-college-biology")]
    [TestCase("mmlu_medical/val/college_medicine_val.csv", "mmlu-college-medicine")]
    [TestCase("mmlu_medical/val/medical_genetics_val.csv", "mmlu-medical-genetics")]
    [TestCase("mmlu_medical/val/professional_medicine_val.csv", "mmlu-professional-medicine")]
    [TestCase("pubmedqa/ori_pqal.json", "pubmedqa")]
    [TestCase("pubmedqa/test_ground_truth.json", "pubmedqa")]
    public void A_copy_is_pinned_by_its_card(string path, string id)
    {
        if (!PublishedFiles.Sha256.TryGetValue(path, out var hash))
        {
            Assert.Ignore($"The published file {path} is not beside the repository.");
        }

        Assert.That(Cards.Where(card => card.Downloads.Any(download => download.Sha256 == hash)).Select(card => card.Id), Does.Contain(id));
    }
}
