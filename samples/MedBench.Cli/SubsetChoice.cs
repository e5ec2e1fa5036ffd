using System.Globalization;

namespace MedBench.Cli;

/// <summary>Runs over the same questions, of which the hard ones are chosen.</summary>
internal sealed class SubsetChoice
{
    private readonly IReadOnlyList<string> folders;
    private readonly IReadOnlyDictionary<string, string> fingerprint;

    /// <param name="folders">The run folders.</param>
    /// <param name="benchmark">The benchmark's id; null where the runs have one in common.</param>
    /// <exception cref="ArgumentException">A run is named twice, or nothing says which of several benchmarks is meant.</exception>
    /// <exception cref="InvalidDataException">A folder holds no run that has ended, or the runs are not over the same questions.</exception>
    public SubsetChoice(IReadOnlyList<string> folders, string? benchmark)
    {
        this.folders = folders;
        if (folders.CountBy(Path.GetFullPath).FirstOrDefault(pair => pair.Value > 1).Key is { } twice)
        {
            throw new ArgumentException($"The run '{twice}' is named twice, so that its answers would count twice. Name it once.");
        }

        Benchmark = FindBenchmark(benchmark);
        fingerprint = RunReader.ReadFingerprint(folders[0]);
        foreach (var folder in folders)
        {
            RequireSame(folder);
            RequireEnded(folder);
        }

        Items = ItemDifficulty.OfRuns(folders, Benchmark);
    }

    /// <summary>Gets the id of the benchmark.</summary>
    public string Benchmark { get; }

    /// <summary>Gets how the questions were answered.</summary>
    public IReadOnlyList<ItemDifficulty> Items { get; }

    /// <summary>Chooses the questions.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="id">The subset's id.</param>
    /// <exception cref="ArgumentException">There are too few answers, or no question is hard.</exception>
    public Subset Choose(HardSubset rule, string id)
    {
        var answers = Items.Select(item => item.Answers).DefaultIfEmpty().Max();
        if (answers < rule.FewestAnswers)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The rule asks for {rule.FewestAnswers} answers to a question, and these runs have {answers} at most. Name runs of further models, or lower --fewest-answers."));
        }

        var chosen = rule.Choose(Items);
        return chosen.Count == 0
            ? throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Of the {Items.Count} questions of '{Benchmark}' none was answered rightly by less than {100 * rule.Below:0.##} %. Raise --below, or name runs of further models."))
            : new Subset
            {
                Id = id,
                Benchmark = Benchmark,
                Version = fingerprint[$"benchmarks/{Benchmark}/version"],
                Split = fingerprint[$"benchmarks/{Benchmark}/split"],
                Rule = $"{rule.Describe(Items)} They are {string.Join(", ", Rows().Select(row => $"{row.Model} ({row.Strategy})").Distinct(StringComparer.Ordinal))}.",
                Files = [.. folders.SelectMany(folder => RunReader.ReadFingerprint(folder)).Where(pair => pair.Key.StartsWith($"benchmarks/{Benchmark}/files/", StringComparison.Ordinal)).Select(pair => pair.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                Ids = chosen,
            };
    }

    private IEnumerable<CellSummary> Rows() => folders.SelectMany(folder => RunReader.ReadSummary(folder).Cells).Where(cell => cell.Benchmark == Benchmark);

    private string FindBenchmark(string? named)
    {
        var benchmarks = folders.Select(folder => (Folder: folder, Ids: RunReader.ReadCards(folder).Select(card => card.Id).ToList())).ToList();
        var common = benchmarks[0].Ids.Where(id => benchmarks.TrueForAll(run => run.Ids.Contains(id)) && (named ?? id) == id).ToList();
        return common switch
        {
            [var only] => only,
            [] => throw new InvalidDataException($"The runs have {(named is null ? "no benchmark" : $"no '{named}'")} in common: {string.Join("; ", benchmarks.Select(run => $"'{run.Folder}' is over {string.Join(", ", run.Ids)}"))}. Name runs over one benchmark."),
            _ => throw new ArgumentException($"The runs have several benchmarks in common: {string.Join(", ", common)}. Say which with --benchmark ID."),
        };
    }

    private void RequireSame(string folder)
    {
        var other = RunReader.ReadFingerprint(folder);
        foreach (var key in new[] { "version", "split", "count", "samples" }.Select(name => $"benchmarks/{Benchmark}/{name}"))
        {
            if (fingerprint[key] != other[key])
            {
                throw new InvalidDataException($"'{folders[0]}' and '{folder}' are not over the same questions: {key} is {fingerprint[key]} and {other[key]}. Name runs over the same data, split and limit.");
            }
        }
    }

    private void RequireEnded(string folder)
    {
        var summary = RunReader.ReadSummary(folder);
        if (summary.Finished + summary.Failed < summary.Total)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"Of the run in '{folder}' {summary.Finished + summary.Failed} of {summary.Total} samples have ended. Continue it with: medbench resume {folder}"));
        }

        if (summary.Cells.FirstOrDefault(cell => cell.Benchmark == Benchmark && cell.Withheld is not null) is { } cell)
        {
            throw new InvalidDataException($"The score of {cell.Model} ({cell.Strategy}) in '{folder}' is withheld, and its answers choose nothing: {cell.Withheld}");
        }
    }
}
