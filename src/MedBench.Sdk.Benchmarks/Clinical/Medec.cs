using System.Runtime.CompilerServices;

namespace MedBench.Benchmarks;

/// <summary>MEDEC (Ben Abacha et al. 2025): clinical texts that are right or have one error, to be found and mended.</summary>
/// <remarks>
/// Target and prediction are a <see cref="NoteError"/> as a state. The published test file has room for the 328 texts of the UW collection, which need a
/// data use agreement; its empty rows are passed over. A file in which they are filled in is read whole, with the tag <c>collection</c>.
/// </remarks>
public sealed class Medec : IBenchmark
{
    private const string Pool = "pool";
    private const string Repository = "abachaa/MEDEC";
    private const string Revision = "70268d24e3ce0cd6d0e099ff7bfd4966f2bbcc28";
    private const string TestFile = "MEDEC-MS-TestSet-with-GroundTruth-and-ErrorType.csv";
    private const string ValidationFile = "MEDEC-MS-ValidationSet-with-GroundTruth-and-ErrorType.csv";
    private const string TrainingFile = "MEDEC-Full-TrainingSet-with-ErrorType.csv";

    /// <summary>Initializes the benchmark with ROUGE-1 as the only measure of a correction.</summary>
    public Medec()
        : this([])
    {
    }

    /// <summary>Initializes the benchmark with further measures of a correction; the paper's are BERTScore and BLEURT.</summary>
    /// <param name="measures">The measures.</param>
    public Medec(params IReadOnlyList<ITextSimilarity> measures)
        => Scorers = [new ErrorCorrectionScorer(ErrorCorrectionTask.Flag), new ErrorCorrectionScorer(ErrorCorrectionTask.Sentence), new ErrorCorrectionScorer(ErrorCorrectionTask.Correction, measures)];

    /// <inheritdoc />
    public BenchmarkCard Card { get; } = new()
    {
        Id = "medec",
        Version = "1",
        Title = "MEDEC",
        Citation = "Ben Abacha A, Yim W, Fu Y, Sun Z, Yetisgen M, Xia F, Lin T. MEDEC: A Benchmark for Medical Error Detection and Correction in Clinical Notes. Findings of ACL 2025, pp. 22539-22550. arXiv:2412.19260",
        Kind = BenchmarkKind.ErrorCorrection,
        Status = BenchmarkStatus.Reproduced,
        License = "CC-BY-4.0",
        Splits =
        [
            new SplitInfo { Name = "test", Count = 597, Files = [TestFile] },
            new SplitInfo { Name = "validation", Count = 574, Files = [ValidationFile, "MEDIQA-CORR-2024-MS-ValidationSet-1.csv"] },
            new SplitInfo { Name = "test-uw", Count = 328, Files = ["MEDEC-UW*Test*.csv"] },
            new SplitInfo { Name = "validation-uw", Count = 160, Files = ["MEDEC-UW*Validation*.csv"] },
        ],
        Downloads =
        [
            DataDownload.GitHub(Repository, $"MEDEC-MS/{TestFile}", Revision) with { Splits = ["test"], Sha256 = "f35e2c3c1e4d98ca900394c4fcff14c2a84752e48ddc83698401da6a360c707e" },
            DataDownload.GitHub(Repository, $"MEDEC-MS/{ValidationFile}", Revision) with { Splits = ["validation"], Sha256 = "7571aec311e2fb88d9084082af2323aa579d102e1d5e1a06faf930fe4fd3977d" },
            DataDownload.GitHub(Repository, $"MEDEC-MS/{TrainingFile}", Revision) with { Splits = [Pool] },
        ],
        PrimaryMetric = "error flag accuracy",
        PromptFields = ["Sentences"],
        Remarks =
        [
            "The UW splits need a data use agreement (medec-uw@googlegroups.com): name the file, test-uw=FILE. The names of its files are not known here.",
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
    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in SplitFile.ReadAsync(Card, split, source, cancellationToken).ConfigureAwait(false))
        {
            if (MapInput(row) is not { } input)
            {
                continue;
            }

            var verdict = MapVerdict(row);
            var tags = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["error-type"] = verdict.IsError && row.TryGetString("Error Type", out var type) && type is not ("" or "NA") ? type : verdict.IsError ? "unknown" : "none",
                ["collection"] = input.Id.StartsWith("uw", StringComparison.OrdinalIgnoreCase) ? "UW" : "MS",
            };
            yield return ids.Add(input.Id) ? new Sample { Input = input, Target = new StateTarget(verdict.ToState()), Tags = tags } : throw row.Error("Text ID", $"the text '{input.Id}' occurs twice", "Download the file again");
        }

        if (ids.Count == 0)
        {
            throw new DatasetException($"the file of the split '{split}' holds no text", "Ask the authors for the texts whose rows are empty, or name the right file", Card.Id);
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<Exemplar> LoadExemplarsAsync(IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var file = source.Find(Pool, [TrainingFile]) ?? throw new DatasetException($"no worked examples were found in {source.Location}", $"Put {TrainingFile} there, or name a file with pool=FILE", Card.Id);
        await foreach (var row in DatasetReader.ReadAsync(file, new DatasetReadOptions { Benchmark = Card.Id }, cancellationToken).ConfigureAwait(false))
        {
            if (MapInput(row) is { } input)
            {
                var verdict = MapVerdict(row);
                yield return new Exemplar { Input = input, Answer = verdict.IsError ? $"{verdict.SentenceId} {verdict.Correction}" : "CORRECT" };
            }
        }
    }

    private static SampleInput? MapInput(DatasetRow row)
        => row.TryGetString("Text ID", out var id) && !string.IsNullOrWhiteSpace(id)
            ? new SampleInput { Id = id.Trim(), Stem = row.GetString("Sentences").ReplaceLineEndings("\n").Trim() }
            : null;

    private static NoteError MapVerdict(DatasetRow row) => row.GetInt32("Error Flag") switch
    {
        0 => NoteError.None,
        1 => new NoteError { IsError = true, SentenceId = row.GetInt32("Error Sentence ID").ToString(System.Globalization.CultureInfo.InvariantCulture), Correction = row.GetString("Corrected Sentence") },
        var flag => throw row.Error("Error Flag", $"the flag is {flag}, where 0 or 1 is expected", "Correct the value"),
    };
}
