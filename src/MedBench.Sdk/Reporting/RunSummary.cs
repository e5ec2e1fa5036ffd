namespace MedBench;

/// <summary>What a run found; the content of <c>summary.json</c>. Nothing in it depends on time or concurrency.</summary>
public sealed record RunSummary
{
    /// <summary>Gets the run folder; not part of the file.</summary>
    public required string Folder { get; init; }

    /// <summary>Gets the samples of the plan, epochs counted each.</summary>
    public required long Total { get; init; }

    /// <summary>Gets the samples that ended in an outcome other than Failed.</summary>
    public required long Finished { get; init; }

    /// <summary>Gets the samples that failed; running the plan again tries them again.</summary>
    public required long Failed { get; init; }

    /// <summary>Gets why the run stopped early; null where it did not.</summary>
    public string? Stopped { get; init; }

    /// <summary>Gets what a reader must know before the numbers, a sentence each: of the judge (that it is the model under evaluation or of its family, or failed its qualification), of rows that say nothing about the model, of exemplars that were missing.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Gets who played parts beside the subject (<see cref="EvaluationPlan.Roles"/>): the model's id by role, for instance <c>judge</c>.</summary>
    public IReadOnlyDictionary<string, string> Roles { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets how the judge did in its qualification; null where the plan had no card (<see cref="EvaluationPlan.JudgeCard"/>).</summary>
    public JudgeCard? JudgeCard { get; init; }

    /// <summary>Gets the rows: one per benchmark, model and strategy, in the plan's order.</summary>
    public required IReadOnlyList<CellSummary> Cells { get; init; }

    /// <summary>Gets what the calls took that samples share, by benchmark, role and model; in no row's numbers, and empty where there were none.</summary>
    public IReadOnlyList<SharedUsage> Shared { get; init; } = [];

    /// <summary>Gets the model calls of the whole run: those of all rows and the <see cref="Shared"/> ones.</summary>
    public long Calls => Cells.Sum(cell => cell.Calls) + Shared.Sum(part => part.Calls);

    /// <summary>Gets the prompt tokens of the whole run; null where an endpoint did not report them.</summary>
    public long? InputTokens => Parts.Aggregate((long?)0, (sum, part) => sum + part.Input);

    /// <summary>Gets the reply tokens of the whole run; null where an endpoint did not report them.</summary>
    public long? OutputTokens => Parts.Aggregate((long?)0, (sum, part) => sum + part.Output);

    /// <summary>Gets what the whole run cost in US dollars; null where a price or the usage is unknown.</summary>
    public decimal? Cost => Parts.Aggregate((decimal?)0, (sum, part) => sum + part.Cost);

    /// <summary>Gets the comparisons of rows within each benchmark that has more than one; rows whose score is withheld are left out.</summary>
    public IReadOnlyList<BenchmarkComparison> Comparisons { get; init; } = [];

    /// <summary>Gets the comparisons of every row with every published number of its benchmark (<see cref="EvaluationPlan.References"/>), those that are refused too.</summary>
    public IReadOnlyList<ReferenceComparison> References { get; init; } = [];

    /// <summary>Gets whether every sample ended in an outcome other than Failed.</summary>
    public bool IsComplete => Finished == Total;

    private IEnumerable<(long? Input, long? Output, decimal? Cost)> Parts
        => Cells.Where(cell => cell.Calls > 0).Select(cell => (cell.InputTokens, cell.OutputTokens, cell.Cost)).Concat(Shared.Select(part => (part.InputTokens, part.OutputTokens, part.Cost)));
}
