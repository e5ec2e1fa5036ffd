using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.EndToEnd;

/// <summary>What every benchmark of this package must do beyond the specification for everybody's: its fixture lies where its id says, and it runs end to end over HTTP.</summary>
public abstract class PublishedBenchmarkSpecification : BenchmarkSpecification
{
    /// <summary>Gets the folder of the fixture, in the layout that the authors publish.</summary>
    protected virtual string FixtureFolder => Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", CreateBenchmark().Card.Id);

    /// <summary>Every role is played over HTTP by a server on this machine, and the run ends as it does in-process.</summary>
    [Test]
    public async Task The_benchmark_runs_end_to_end_over_http()
    {
        var samples = await CreateBenchmark().LoadAsync(CreateBenchmark().Card.EvaluationSplit.Name, CreateSource()).ToListAsync();
        var players = new Dictionary<string, IModelClient>(CreateRoles(samples)) { [ModelRole.Subject] = CreateOracle(samples) };
        await using var cast = await LoopbackCast.StartAsync(players, samples);
        var cell = await RunAsync(cast.Connect(ModelRole.Subject), CreateRoles(samples).Keys.ToDictionary(role => role, cast.Connect));
        Assert.Multiple(() =>
        {
            Assert.That(cell.Score?.Estimate, Is.EqualTo(MaximumScore).Within(1e-9));
            Assert.That(cell.Samples, Is.EqualTo(samples.Count));
            Assert.That(SilentRoles.Concat(players.Keys.Where(role => cast.Calls.GetValueOrDefault(role) > 0)), Is.EquivalentTo(players.Keys), "Somebody who plays a part was never asked.");
        });
    }

    /// <summary>The card says what a catalogue shows, and nothing is claimed that is not known.</summary>
    [Test]
    public void The_card_belongs_in_the_catalogue()
    {
        var card = CreateBenchmark().Card;
        Assert.Multiple(() =>
        {
            Assert.That(card.Kind, Is.Not.Empty);
            Assert.That(card.Citation, Does.Match("[12][0-9]{3}"), "The citation has no year.");
            Assert.That(card.Downloads.Where(download => download.Sha256 is { } hash && (hash.Length != 64 || hash.Any(digit => !char.IsAsciiHexDigitLower(digit)))), Is.Empty, "A hash is no SHA-256.");
            Assert.That(card.Downloads.Where(download => download.Revision is { } revision && !revision.All(char.IsAsciiHexDigitLower)), Is.Empty, "A revision is no commit.");
            Assert.That(card.Downloads.SelectMany(download => download.Splits).Except(card.Splits.Select(split => split.Name)).Except(AuxiliaryData), Is.Empty, "A download names a split that is not on the card.");
            Assert.That(File.Exists(Path.Combine(FixtureFolder, "SOURCES.md")), $"{FixtureFolder} does not say where its facts are from.");
        });
    }

    /// <summary>Gets the names of data that is no split, for instance <c>pool</c>.</summary>
    protected virtual IReadOnlyList<string> AuxiliaryData => ["pool"];

    /// <summary>Gets the roles that nobody need ask in a run of the oracle; none unless overridden.</summary>
    protected virtual IReadOnlyList<string> SilentRoles => [];

    protected override IDatasetSource CreateSource() => DatasetSource.Folder(FixtureFolder);
}
