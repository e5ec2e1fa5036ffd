namespace MedBench.Benchmarks;

/// <summary>MEDEC's UW collection (Ben Abacha et al. 2025): notes of three hospital systems that are right or have one error, under a data use agreement.</summary>
/// <remarks>Asked, read and scored as <see cref="Medec"/>. A file that holds both collections is read for the texts of this one alone.</remarks>
public sealed class MedecUw : IBenchmark
{
    /// <summary>Initializes the benchmark with ROUGE-1 as the only measure of a correction.</summary>
    public MedecUw()
        : this([])
    {
    }

    /// <summary>Initializes the benchmark with further measures of a correction; the paper's are BERTScore and BLEURT.</summary>
    /// <param name="measures">The measures.</param>
    public MedecUw(params IReadOnlyList<ITextSimilarity> measures) => Scorers = MedecRows.Scorers(measures);

    /// <inheritdoc />
    public BenchmarkCard Card { get; } = MedecCard.Create("medec-uw", "MEDEC, UW collection", "UW Data Usage Agreement",
    [
        new SplitInfo { Name = "test", Count = 328, Files = ["MEDEC-UW*Test*.csv"] },
        new SplitInfo { Name = "validation", Count = 160, Files = ["MEDEC-UW*Validation*.csv"] },
    ]) with
    {
        Status = BenchmarkStatus.Schema,
        AccessTier = AccessTier.Restricted,
        Terms = new Uri("https://github.com/abachaa/MEDEC"),
        Remarks =
        [
            "The texts need a data use agreement: ask medec-uw@googlegroups.com, as the authors' page says. Its words were not at hand; it may forbid what the access tier allows with your consent.",
            "Neither the names of the files nor the form of their identifiers is known here: name the file, test=FILE. Columns are those of the MS collection, and a row counts unless its identifier begins with ms, as every identifier of that collection does.",
            "The paper's test set is this one and that of medec, 925 texts together: weigh the two results by their sizes.",
            "Worked examples are of the MS collection, for no other training set was published; put its file beside these or name it, pool=FILE.",
            "What medec says of the measures holds here.",
        ],
    };

    /// <inheritdoc />
    public IPromptStrategy DefaultStrategy { get; } = MedecPrompting.First();

    /// <inheritdoc />
    public IReadOnlyList<IScorer> Scorers { get; }

    /// <inheritdoc />
    public IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default) => MedecRows.ReadAsync(Card, split, source, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<Exemplar> LoadExemplarsAsync(IDatasetSource source, CancellationToken cancellationToken = default) => MedecRows.ReadExemplarsAsync(Card, source, cancellationToken);
}
