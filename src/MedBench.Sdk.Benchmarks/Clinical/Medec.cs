namespace MedBench.Benchmarks;

/// <summary>MEDEC (Ben Abacha et al. 2025): clinical texts that are right or have one error, to be found and mended.</summary>
/// <remarks>
/// Target and prediction are a <see cref="NoteError"/> as a state. This is the open collection, MS: the published test file has room for the 328 texts of the UW
/// collection, and whatever stands in those rows is passed over. They are <see cref="MedecUw"/>.
/// </remarks>
public sealed class Medec : IBenchmark
{
    private const string Repository = "abachaa/MEDEC";
    private const string Revision = "70268d24e3ce0cd6d0e099ff7bfd4966f2bbcc28";
    private const string TestFile = "MEDEC-MS-TestSet-with-GroundTruth-and-ErrorType.csv";
    private const string ValidationFile = "MEDEC-MS-ValidationSet-with-GroundTruth-and-ErrorType.csv";

    /// <summary>Initializes the benchmark with ROUGE-1 as the only measure of a correction.</summary>
    public Medec()
        : this([])
    {
    }

    /// <summary>Initializes the benchmark with further measures of a correction; the paper's are BERTScore and BLEURT.</summary>
    /// <param name="measures">The measures.</param>
    public Medec(params IReadOnlyList<ITextSimilarity> measures) => Scorers = MedecRows.Scorers(measures);

    /// <inheritdoc />
    public BenchmarkCard Card { get; } = MedecCard.Create("medec", "MEDEC", "CC-BY-4.0",
    [
        new SplitInfo { Name = "test", Count = 597, Files = [TestFile] },
        new SplitInfo { Name = "validation", Count = 574, Files = [ValidationFile, "MEDIQA-CORR-2024-MS-ValidationSet-1.csv"] },
    ]) with
    {
        Status = BenchmarkStatus.Reproduced,
        Downloads =
        [
            DataDownload.GitHub(Repository, $"MEDEC-MS/{TestFile}", Revision) with { Splits = ["test"], Sha256 = "f35e2c3c1e4d98ca900394c4fcff14c2a84752e48ddc83698401da6a360c707e" },
            DataDownload.GitHub(Repository, $"MEDEC-MS/{ValidationFile}", Revision) with { Splits = ["validation"], Sha256 = "7571aec311e2fb88d9084082af2323aa579d102e1d5e1a06faf930fe4fd3977d" },
            DataDownload.GitHub(Repository, $"MEDEC-MS/{MedecRows.TrainingFile}", Revision) with { Splits = [MedecRows.Pool] },
        ],
        Remarks =
        [
            "The paper's test set has 328 texts more, of the UW collection, which need a data use agreement: they are medec-uw, and are never read here, even from a file that holds both.",
            "The test file has 925 rows, of which 328 are empty placeholders of the UW texts. The authors' script reads them as texts, and their flags as 1.0 and 0.0, which equal no prediction: take the empty rows out before using it.",
            "Report the composite before the AggregateScore: the latter averages over the texts that both correct, and so rewards leaving hard texts alone. Parts that end in -composite count every text.",
            "The published ROUGE is that of the package rouge, which counts an n-gram once and keeps case and punctuation: parts set-rouge1, set-rouge2, set-rougeL. BERTScore and BLEURT are further measures of yours.",
            "MedHELM's sentence accuracy takes the reference, a number and a sentence, for a number: no found sentence can be right there, and its figure is the share of texts rightly left alone (metrics/medec_metrics.py).",
            "A run published with the shared task's script was scored again: data/baseline-run-1.txt against the 574 validation texts gives the eight printed numbers to 15 digits.",
            "Some sentences are broken over lines, in the text as in the reference; references are kept as they are, for the package rouge counts the blank after a full stop as a word.",
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
