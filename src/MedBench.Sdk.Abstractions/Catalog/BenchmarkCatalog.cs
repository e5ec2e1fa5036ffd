namespace MedBench;

/// <summary>Lists benchmarks, strategies and scorers, and finds them by id.</summary>
/// <remarks>
/// A project that references MedBench gets one at build, <c>MedBenchCatalog.All</c>: it lists what the project and its packages define, and
/// nothing is searched at run time. The members of a list are created together when it is first read, and its ids are compared then.
/// Ids differ by more than case. Safe for concurrent use.
/// <code>
/// var benchmark = MedBenchCatalog.All.FindBenchmark("medqa");
/// var ours = new BenchmarkCatalog(benchmarks: [() => new WardQuestions("2026-03")]);
/// var both = BenchmarkCatalog.Combine(MedBenchCatalog.All, ours);
/// </code>
/// </remarks>
public sealed class BenchmarkCatalog
{
    private readonly CatalogList<IBenchmark> benchmarks;
    private readonly CatalogList<IPromptStrategy> strategies;
    private readonly CatalogList<IScorer> scorers;

    /// <summary>Initializes a catalogue from factories, each of which is called at most once.</summary>
    /// <param name="benchmarks">Create the benchmarks.</param>
    /// <param name="strategies">Create the strategies.</param>
    /// <param name="scorers">Create the scorers.</param>
    public BenchmarkCatalog(
        IEnumerable<Func<IBenchmark>>? benchmarks = null,
        IEnumerable<Func<IPromptStrategy>>? strategies = null,
        IEnumerable<Func<IScorer>>? scorers = null)
        : this(Creating(benchmarks), Creating(strategies), Creating(scorers))
    {
    }

    private BenchmarkCatalog(Func<IEnumerable<IBenchmark>> benchmarks, Func<IEnumerable<IPromptStrategy>> strategies, Func<IEnumerable<IScorer>> scorers)
    {
        this.benchmarks = new CatalogList<IBenchmark>("benchmark", benchmarks, CatalogKey.Of);
        this.strategies = new CatalogList<IPromptStrategy>("strategy", strategies, CatalogKey.Of);
        this.scorers = new CatalogList<IScorer>("scorer", scorers, CatalogKey.Of);
    }

    /// <summary>Gets the benchmarks, in the order of their factories.</summary>
    /// <exception cref="InvalidOperationException">Two benchmarks have one id.</exception>
    public IReadOnlyList<IBenchmark> Benchmarks => benchmarks.Items;

    /// <summary>Gets the strategies, in the order of their factories.</summary>
    /// <exception cref="InvalidOperationException">Two strategies have one id.</exception>
    public IReadOnlyList<IPromptStrategy> Strategies => strategies.Items;

    /// <summary>Gets the scorers, in the order of their factories.</summary>
    /// <exception cref="InvalidOperationException">Two scorers have one id.</exception>
    public IReadOnlyList<IScorer> Scorers => scorers.Items;

    /// <summary>Joins catalogues, for instance of an application and its plug-ins; what several of them list is listed once.</summary>
    /// <param name="catalogs">The catalogues, the first one's members first.</param>
    public static BenchmarkCatalog Combine(params IEnumerable<BenchmarkCatalog> catalogs)
    {
        BenchmarkCatalog[] all = [.. catalogs];
        return new BenchmarkCatalog(
            () => all.SelectMany(catalog => catalog.Benchmarks),
            () => all.SelectMany(catalog => catalog.Strategies),
            () => all.SelectMany(catalog => catalog.Scorers));
    }

    /// <summary>Returns the benchmark with an id.</summary>
    /// <param name="id">The id, in any case.</param>
    /// <exception cref="KeyNotFoundException">There is none; names the ids that are spelled alike.</exception>
    public IBenchmark FindBenchmark(string id) => benchmarks.Find(id);

    /// <summary>Returns the strategy with an id.</summary>
    /// <param name="id">The id, in any case.</param>
    /// <exception cref="KeyNotFoundException">There is none; names the ids that are spelled alike.</exception>
    public IPromptStrategy FindStrategy(string id) => strategies.Find(id);

    /// <summary>Returns the scorer with an id.</summary>
    /// <param name="id">The id, in any case.</param>
    /// <exception cref="KeyNotFoundException">There is none; names the ids that are spelled alike.</exception>
    public IScorer FindScorer(string id) => scorers.Find(id);

    private static Func<IEnumerable<T>> Creating<T>(IEnumerable<Func<T>>? factories)
    {
        Func<T>[] all = [.. factories ?? []];
        return () => all.Select(factory => factory());
    }
}
