using static MedBench.Benchmarks.Tests.Exams.ExamData;

namespace MedBench.Benchmarks.Tests.Exams;

public class PublishedSetsTests
{
    private static readonly TestCaseData[] Sets =
    [
        new(new MedQa(), "medqa", "A 353 B 309 C 346 D 265"),
        new(new MedQa5(), "medqa", "A 273 B 277 C 252 D 269 E 202"),
        new(new MedMcqa(), "medmcqa", "A 1348 B 1085 C 925 D 825"),
        new(new PubMedQa(), "pubmedqa", "A 276 B 169 C 55"),
        new(new MmluMedical(), "mmlu_medical", "A 235 B 254 C 248 D 352"),
        new(new MmluAnatomy(), "mmlu_medical", "A 25 B 34 C 45 D 31"),
        new(new MmluClinicalKnowledge(), "mmlu_medical", "A 57 B 71 C 58 D 79"),
        new(new MmluCollegeBiology(), "mmlu_medical", "A 37 B 32 C 37 D 38"),
        new(new MmluCollegeMedicine(), "mmlu_medical", "A 36 B 36 C 43 D 58"),
        new(new MmluMedicalGenetics(), "mmlu_medical", "A 30 B 26 C 20 D 24"),
        new(new MmluProfessionalMedicine(), "mmlu_medical", "A 50 B 55 C 45 D 122"),
    ];

    [TestCaseSource(nameof(Sets))]
    public async Task Counts_balance_and_baseline_are_those_of_the_published_files(IBenchmark benchmark, string set, string balance)
    {
        var samples = await LoadAsync(benchmark, Published(set));
        Assert.That(Balance(samples), Is.EqualTo(balance));
        Assert.That(samples, Has.Count.EqualTo(benchmark.Card.EvaluationSplit.Count));
        Assert.That(samples.Select(sample => sample.Input.Id), Is.Unique);
        Assert.That(benchmark.Card.MajorityBaseline, Is.EqualTo(samples.CountBy(Gold).Max(pair => pair.Value) / (double)samples.Count).Within(1e-12));
    }

    [Test]
    public async Task Single_choice_questions_are_the_published_subset_when_medmcqa_is_grouped_by_choice_type()
    {
        var samples = await LoadAsync(new MedMcqa(), Published("medmcqa"));
        Assert.That(Balance(samples.Where(sample => sample.Tags["choice-type"] == "single")), Is.EqualTo("A 950 B 735 C 617 D 514"));
    }

    [Test]
    public async Task Stray_quotes_are_removed_and_quoted_options_keep_theirs()
    {
        var four = await LoadAsync(new MedQa(), Published("medqa"));
        var five = await LoadAsync(new MedQa5(), Published("medqa"));
        Assert.That((CountDefect(four, "stray-quote"), CountDefect(five, "stray-quote")), Is.EqualTo((38, 52)));
        Assert.That(four.SelectMany(sample => sample.Input.Options), Has.None.Matches<ChoiceOption>(option => option!.Text.Contains('\n')));
        Assert.That(four[992].Input.Options[2].Text, Is.EqualTo("\"I'm sorry I was late today. I also didn't get any of the labs you asked for.\""));
        Assert.That((four[19].Input.Options[3].Text, four[554].Input.Options[0].Text), Is.EqualTo(("Benzodiazepine intoxication", "1 month of associated symptoms ")));
    }

    [Test]
    public async Task Duplicate_options_are_counted_and_kept()
    {
        var samples = await LoadAsync(new MedMcqa(), Published("medmcqa"));
        Assert.That(CountDefect(samples, "duplicate-options"), Is.EqualTo(21));
    }

    [Test]
    public async Task Pools_hold_the_development_questions_and_none_of_the_evaluated()
    {
        var pools = new[] { await LoadPoolAsync(new MedQa(), Published("medqa")), await LoadPoolAsync(new PubMedQa(), Published("pubmedqa")), await LoadPoolAsync(new MmluMedical(), Published("mmlu_medical")) };
        Assert.That(pools.Select(pool => pool.Count), Is.EqualTo(new[] { 1_272, 500, 30 + 123 }));
        Assert.That(pools.Select(pool => pool.Select(exemplar => exemplar.Input.Id)), Is.All.Unique);
        Assert.That(pools[1].Select(exemplar => exemplar.Rationale), Is.All.Not.Null);
        Assert.That(pools[2].Take(6).Select(exemplar => exemplar.Input.Id), Is.EqualTo(new[] { "anatomy-dev-00001", "anatomy-dev-00002", "anatomy-dev-00003", "anatomy-dev-00004", "anatomy-dev-00005", "anatomy-val-00001" }));
    }

    [Test]
    public async Task The_four_option_development_set_is_no_pool_for_five_options()
    {
        var source = Published("medqa");
        Assert.That(await ErrorAsync(() => LoadPoolAsync(new MedQa5(), source)), Is.EqualTo($"medqa-5: no worked examples were found in {source.Location}. Name a file with pool=FILE."));
    }
}
