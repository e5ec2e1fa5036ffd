namespace MedBench.Tests;

public class BenchmarkCatalogTests
{
    private static readonly BenchmarkCatalog Catalog = new(
        [() => new FakeBenchmark("medqa"), () => new FakeBenchmark("medmcqa"), () => new FakeBenchmark("pubmedqa"), () => new FakeBenchmark("mmlu-anatomy")],
        [() => new FakeStrategy("openmedlm-zero-shot")],
        [() => new FakeScorer("choice")]);

    [Test]
    public void Members_are_listed_in_the_order_of_their_factories_and_found_in_any_case()
    {
        Assert.That(Catalog.Benchmarks.Select(benchmark => benchmark.Card.Id), Is.EqualTo(["medqa", "medmcqa", "pubmedqa", "mmlu-anatomy"]));
        Assert.That(Catalog.FindBenchmark("MedQA"), Is.SameAs(Catalog.Benchmarks[0]));
        Assert.That(Catalog.FindStrategy("openmedlm-zero-shot"), Is.SameAs(Catalog.Strategies[0]));
        Assert.That(Catalog.FindScorer("choice"), Is.SameAs(Catalog.Scorers[0]));
    }

    [TestCase("medaq", "No benchmark has the id 'medaq'. Did you mean 'medqa'? `medbench list` prints every id.", TestName = "Swapped_letters_are_near")]
    [TestCase("medcqa", "No benchmark has the id 'medcqa'. Did you mean 'medmcqa' or 'medqa'? `medbench list` prints every id.", TestName = "Several_can_be_near")]
    [TestCase("PubMedQ", "No benchmark has the id 'PubMedQ'. Did you mean 'pubmedqa'? `medbench list` prints every id.", TestName = "A_missing_letter_is_near_in_any_case")]
    [TestCase("anatomy", "No benchmark has the id 'anatomy'. Did you mean 'mmlu-anatomy'? `medbench list` prints every id.", TestName = "A_part_of_a_name_is_near")]
    [TestCase("medcalc-bench", "No benchmark has the id 'medcalc-bench'. `medbench list` prints every id.", TestName = "Nothing_is_near")]
    [TestCase("xy", "No benchmark has the id 'xy'. `medbench list` prints every id.", TestName = "Nothing_is_near_a_few_letters")]
    public void An_unknown_id_names_the_nearest(string id, string message)
        => Assert.That(() => Catalog.FindBenchmark(id), Throws.InstanceOf<KeyNotFoundException>().With.Message.EqualTo(message));

    [Test]
    public void An_unknown_strategy_or_scorer_is_named_as_such()
    {
        Assert.That(() => Catalog.FindStrategy("openmedlm-zeroshot"), Throws.InstanceOf<KeyNotFoundException>().With.Message.EqualTo(
            "No strategy has the id 'openmedlm-zeroshot'. Did you mean 'openmedlm-zero-shot'? `medbench list` prints every id."));
        Assert.That(() => Catalog.FindScorer("choise"), Throws.InstanceOf<KeyNotFoundException>().With.Message.EqualTo(
            "No scorer has the id 'choise'. Did you mean 'choice'? `medbench list` prints every id."));
    }

    [Test]
    public void An_empty_catalogue_says_so()
        => Assert.That(() => new BenchmarkCatalog().FindStrategy("cot"), Throws.InstanceOf<KeyNotFoundException>().With.Message.EqualTo(
            "No strategy has the id 'cot': the catalogue has no strategies. Reference a package that defines some, or define one."));

    [Test]
    public void One_id_for_several_benchmarks_is_one_error_that_names_them_all()
    {
        var catalog = new BenchmarkCatalog([
            () => new FakeBenchmark("medqa"), () => new OtherBenchmark("MedQA"), () => new FakeBenchmark("ward"), () => new FakeBenchmark("ward", "2")]);

        Assert.That(() => catalog.Benchmarks, Throws.InvalidOperationException.With.Message.EqualTo(
            "The catalogue has several benchmarks with one id: 'medqa' (MedBench.Tests.FakeBenchmark, MedBench.Tests.OtherBenchmark); "
            + "'ward' (MedBench.Tests.FakeBenchmark, MedBench.Tests.FakeBenchmark). "
            + "Ids name cache entries and report rows: give each its own, or mark a class [NotDiscoverable]."));
    }

    [Test]
    public void Factories_are_called_once_and_only_for_the_list_that_is_read()
    {
        var calls = 0;
        var catalog = new BenchmarkCatalog([() => throw new InvalidOperationException("broken")], scorers: [Create]);

        Assert.That(calls, Is.Zero);
        Assert.That(catalog.FindScorer("choice"), Is.SameAs(catalog.Scorers[0]));
        Assert.That(calls, Is.EqualTo(1));

        IScorer Create()
        {
            calls++;
            return new FakeScorer("choice");
        }
    }

    [Test]
    public void Joined_catalogues_list_once_what_several_of_them_list()
    {
        var plugin = new BenchmarkCatalog([() => new FakeBenchmark("ward"), () => new FakeBenchmark("medqa")], [() => new FakeStrategy("openmedlm-zero-shot")]);
        var joined = BenchmarkCatalog.Combine(Catalog, plugin);

        Assert.That(joined.Benchmarks.Select(benchmark => benchmark.Card.Id), Is.EqualTo(["medqa", "medmcqa", "pubmedqa", "mmlu-anatomy", "ward"]));
        Assert.That(joined.FindBenchmark("medqa"), Is.SameAs(Catalog.Benchmarks[0]));
        Assert.That(joined.Strategies, Has.Count.EqualTo(1));
    }

    [Test]
    public void Joined_catalogues_whose_parameters_differ_under_one_id_are_refused()
    {
        var joined = BenchmarkCatalog.Combine(
            new BenchmarkCatalog(strategies: [() => new FakeStrategy("few-shot", "5")]),
            new BenchmarkCatalog(strategies: [() => new FakeStrategy("few-shot", "10")]));

        Assert.That(() => joined.Strategies, Throws.InvalidOperationException.With.Message.StartsWith("The catalogue has several strategies with one id: 'few-shot' ("));
    }

    [Test]
    public void An_id_is_needed()
        => Assert.That(() => Catalog.FindBenchmark(" "), Throws.ArgumentException);
}
