namespace MedBench.PublicApi.Tests;

public class DiscoveryTests
{
    [Test]
    public void A_benchmark_is_in_the_catalogue_of_its_project_without_being_registered()
        => Assert.That(MedBenchCatalog.All.FindBenchmark("discovered-ward"), Is.InstanceOf<DiscoveredWard>());

    [Test]
    public void What_a_referenced_package_defines_is_in_the_catalogue_too()
        => Assert.That(MedBenchCatalog.All.FindScorer("choice"), Is.InstanceOf<ChoiceScorer>());

    private static IEnumerable<string> TypesOfTheCatalogue() => MedBenchCatalog.All.Benchmarks.Cast<object>()
        .Concat(MedBenchCatalog.All.Strategies).Concat(MedBenchCatalog.All.Scorers).Select(member => member.GetType().Assembly.GetName().Name!);

    [Test]
    public void Fakes_are_not_in_the_catalogue()
        => Assert.That(TypesOfTheCatalogue(), Has.None.EqualTo("MedBench.Sdk.Testing"));

    internal sealed class DiscoveredWard : IBenchmark
    {
        public BenchmarkCard Card { get; } = new()
        {
            Id = "discovered-ward",
            Version = "1",
            Title = "Questions of one ward",
            Citation = "none",
            License = "MIT",
            Splits = [new SplitInfo { Name = "test" }],
            PrimaryMetric = "accuracy",
            PromptFields = ["question"],
        };

        public IPromptStrategy DefaultStrategy => OpenMedLm.ZeroShot();

        public IReadOnlyList<IScorer> Scorers => [new ChoiceScorer()];

        public IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default)
            => AsyncEnumerable.Empty<Sample>();
    }
}
