using System.Text.RegularExpressions;

namespace MedBench.PublicApi;

/// <summary>Keeps everything that is discovered alike, the outsiders of this project included.</summary>
public sealed partial class ConsistencyTests
{
    private static IEnumerable<TestCaseData> Benchmarks() => MedBenchCatalog.All.Benchmarks.Select(benchmark => new TestCaseData(benchmark).SetArgDisplayNames(benchmark.Card.Id));

    private static IEnumerable<TestCaseData> Strategies() => MedBenchCatalog.All.Strategies.Select(strategy => new TestCaseData(strategy).SetArgDisplayNames(strategy.Info.Id));

    private static IEnumerable<TestCaseData> Scorers() => MedBenchCatalog.All.Scorers.Concat(MedBenchCatalog.All.Benchmarks.SelectMany(benchmark => benchmark.Scorers))
        .DistinctBy(scorer => scorer.Info.Id).Select(scorer => new TestCaseData(scorer).SetArgDisplayNames(scorer.Info.Id));

    [TestCaseSource(nameof(Benchmarks))]
    public void A_benchmark_says_what_it_is(IBenchmark benchmark)
    {
        var card = benchmark.Card;
        Assert.Multiple(() =>
        {
            Assert.That(KebabCase().IsMatch(card.Id), card.Id);
            Assert.That(new[] { card.Version, card.Title, card.Citation, card.License, card.Modality, card.PrimaryMetric }, Has.None.Matches<string>(string.IsNullOrWhiteSpace));
            Assert.That(card.Splits.Select(split => split.Name), Is.Unique.And.Not.Empty);
            Assert.That(card.PromptFields, Is.Unique.And.Not.Empty.And.None.Matches<string>(string.IsNullOrWhiteSpace));
            Assert.That(card.Languages, Is.Unique.And.Not.Empty);
            Assert.That(card.MajorityBaseline, Is.Null.Or.InRange(0.0, 1.0));
            Assert.That(benchmark.GetType().IsSealed);
        });
    }

    [TestCaseSource(nameof(Benchmarks))]
    public void A_benchmark_scores_by_its_primary_metric(IBenchmark benchmark)
    {
        Assert.That(benchmark.Scorers.Select(scorer => scorer.Info.Id), Is.Unique.And.Not.Empty);
        Assert.That(benchmark.Scorers[0].Info.Metric, Is.EqualTo(benchmark.Card.PrimaryMetric));
    }

    [TestCaseSource(nameof(Benchmarks))]
    public void A_benchmarks_parts_are_the_same_each_time(IBenchmark benchmark)
    {
        var (first, second) = (Describe(benchmark), Describe(benchmark));
        Assert.That(second, Is.EqualTo(first));

        static string Describe(IBenchmark benchmark) => string.Join('\n', [
            benchmark.Card.Id, benchmark.Card.Version, benchmark.DefaultStrategy.Info.Id,
            .. benchmark.DefaultStrategy.Info.Parameters.Select(parameter => $"{parameter.Key}={parameter.Value}"),
            .. benchmark.Scorers.Select(scorer => scorer.Info.Id)]);
    }

    [TestCaseSource(nameof(Strategies))]
    public void A_strategy_says_what_it_is(IPromptStrategy strategy)
    {
        Assert.Multiple(() =>
        {
            Assert.That(KebabCase().IsMatch(strategy.Info.Id), strategy.Info.Id);
            Assert.That(strategy.Info.Version, Is.Not.Empty);
            Assert.That(strategy.Info.Parameters.Keys.All(KebabCase().IsMatch), string.Join(", ", strategy.Info.Parameters.Keys));
            Assert.That(strategy.GetType().IsSealed);
        });
    }

    [TestCaseSource(nameof(Scorers))]
    public void A_scorer_says_what_it_is(IScorer scorer)
    {
        Assert.Multiple(() =>
        {
            Assert.That(KebabCase().IsMatch(scorer.Info.Id), scorer.Info.Id);
            Assert.That(new[] { scorer.Info.Version, scorer.Info.Metric, scorer.Info.DenominatorPolicy }, Has.None.Matches<string>(string.IsNullOrWhiteSpace));
            Assert.That(scorer.GetType().IsSealed);
        });
    }

    [Test]
    public void Ids_are_unique_within_their_kind()
    {
        Assert.Multiple(() =>
        {
            Assert.That(MedBenchCatalog.All.Benchmarks.Select(benchmark => benchmark.Card.Id), Is.Unique);
            Assert.That(MedBenchCatalog.All.Strategies.Select(strategy => strategy.Info.Id), Is.Unique);
            Assert.That(MedBenchCatalog.All.Scorers.Select(scorer => scorer.Info.Id), Is.Unique);
        });
    }

    [Test]
    public void Classes_of_an_outsider_are_discovered_beside_those_of_the_packages()
    {
        Assert.Multiple(() =>
        {
            Assert.That(MedBenchCatalog.All.Benchmarks.Select(benchmark => benchmark.Card.Id), Is.SupersetOf(new[]
            {
                "medqa", "medbench-mini", "outside-text-exam", "outside-image-exam", "outside-counsel", "outside-passage-search",
                "outside-consultation", "outside-ward-orders", "outside-lung-outline",
            }));
            Assert.That(MedBenchCatalog.All.Strategies.Select(strategy => strategy.Info.Id), Is.SupersetOf(new[] { "zero-shot", "ensemble", "tool-loop", "history-taking" }));
            Assert.That(MedBenchCatalog.All.Scorers.Select(scorer => scorer.Info.Id), Is.SupersetOf(new[] { "choice", "dice", "rubric-judge" }));
        });
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.NonBacktracking)]
    private static partial Regex KebabCase();
}
