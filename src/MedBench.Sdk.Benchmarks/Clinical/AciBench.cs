using System.Runtime.CompilerServices;

namespace MedBench.Benchmarks;

/// <summary>ACI-BENCH (Yim et al. 2023): the clinical note to a conversation between doctor and patient.</summary>
/// <remarks>
/// Reads the authors' <c>data/challenge_data</c>, and the variants of the transcripts in <c>data/src_experiment_data</c> as splits of their own. Metadata beside a file
/// gives groups. Pass measures such as <see cref="BertScoreSimilarity"/> and <see cref="ConceptSimilarity"/> to get more of the paper's average than ROUGE.
/// </remarks>
public sealed class AciBench : IBenchmark
{
    private const int LongDialogue = 512;
    private const string Pool = "pool";

    private static readonly (string Name, string Key, int Count)[] Sets = [("test1", "clinicalnlp_taskB_test1", 40), ("test2", "clinicalnlp_taskC_test2", 40), ("test3", "clef_taskC_test3", 40), ("valid", "valid", 20)];

    private static readonly (string Name, int Test, int Valid)[] Transcripts = [("aci_asr", 22, 11), ("aci_asrcorr", 22, 11), ("virtscribe_asr", 8, 4), ("virtscribe_humantrans", 8, 4)];

    /// <summary>Initializes the benchmark with ROUGE alone.</summary>
    public AciBench()
        : this([])
    {
    }

    /// <summary>Initializes the benchmark with further measures of a note.</summary>
    /// <param name="measures">The measures, for instance BERTScore, BLEURT and concepts.</param>
    public AciBench(params IReadOnlyList<ITextSimilarity> measures)
    {
        var scorer = new ClinicalNoteScorer(NoteScoring.Plain, measures);
        (Scorers, Card) = ([scorer], CreateCard(scorer.Info.Metric));
    }

    /// <inheritdoc />
    public BenchmarkCard Card { get; }

    /// <inheritdoc />
    public IPromptStrategy DefaultStrategy { get; } = AciBenchPrompting.FullNote();

    /// <inheritdoc />
    public IReadOnlyList<IScorer> Scorers { get; }

    /// <inheritdoc />
    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var file = SplitFile.Find(Card, split, source);
        var metadata = await AciBenchMetadata.ReadAsync(source.Find("metadata", Names(split, $"{Key(split)}_metadata.csv")), Card.Id, cancellationToken).ConfigureAwait(false);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in DatasetReader.ReadAsync(file, new DatasetReadOptions { Benchmark = Card.Id }, cancellationToken).ConfigureAwait(false))
        {
            var input = MapInput(row);
            if (!ids.Add(input.Id))
            {
                throw row.Error("encounter_id", $"the encounter '{input.Id}' occurs twice", "Download the file again");
            }

            var tags = new Dictionary<string, string>(metadata.GetValueOrDefault(input.Id) ?? new Dictionary<string, string>(), StringComparer.Ordinal)
            {
                ["collection"] = row.GetString("dataset"),
                ["dialogue"] = input.Stem.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= LongDialogue ? "at most 512 words" : "more than 512 words",
            };
            yield return new Sample { Input = input, Target = new TextTarget([row.GetString("note")]), Tags = tags };
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<Exemplar> LoadExemplarsAsync(IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var file = source.Find(Pool, Names(Pool, "train.csv")) ?? throw new DatasetException($"no worked examples were found in {source.Location}", "Put train.csv there, or name a file with pool=FILE", Card.Id);
        await foreach (var row in DatasetReader.ReadAsync(file, new DatasetReadOptions { Benchmark = Card.Id }, cancellationToken).ConfigureAwait(false))
        {
            yield return new Exemplar { Input = MapInput(row), Answer = row.GetString("note") };
        }
    }

    private static SampleInput MapInput(DatasetRow row) => new() { Id = AciBenchMetadata.Id(row), Stem = row.GetString("dialogue") };

    private static string Key(string split) => Array.Find(Sets, set => set.Name == split) is { Key: { } key } ? key : split.Replace('-', '_');

    // A clone of the repository holds tables of the same names one level below its root.
    private static string[] Names(string split, string file) => [$"data/{(split.Contains('-', StringComparison.Ordinal) ? "src_experiment_data" : "challenge_data")}/{file}", file];

    private static IEnumerable<(string Name, string Key, int Count)> ListTranscripts()
        => from set in Sets from transcript in Transcripts select ($"{set.Name}-{transcript.Name.Replace('_', '-')}", $"{set.Name}_{transcript.Name}", set.Name == "valid" ? transcript.Valid : transcript.Test);

    private static BenchmarkCard CreateCard(string metric) => new()
    {
        Id = "aci-bench",
        Version = "1",
        Title = "ACI-BENCH",
        Citation = "Yim W, Fu Y, Ben Abacha A, Snider N, Lin T, Yetisgen M. Aci-bench: a Novel Ambient Clinical Intelligence Dataset for Benchmarking Automatic Visit Note Generation. Scientific Data 2023;10:586. doi:10.1038/s41597-023-02487-3",
        Kind = BenchmarkKind.Generation,
        Status = BenchmarkStatus.Reproduced,
        License = "CC-BY-4.0",
        Splits = [.. Sets.Concat(ListTranscripts()).Select(set => new SplitInfo { Name = set.Name, Count = set.Count, Files = Names(set.Name, $"{set.Key}.csv") })],
        Downloads =
        [
            Download("test1", "clinicalnlp_taskB_test1.csv", "5cc4008e68545f84913744a8e493a58bdf17ba7e1b7a0be46d6943d6bfca9471"),
            Download("test1", "clinicalnlp_taskB_test1_metadata.csv", "6960581701816c6dbe1aea8a53df6cff2f1ca92b24b036f6303242ca681cbafd"),
            Download("test2", "clinicalnlp_taskC_test2.csv", "599e3330a14e25a0e056aee1365ffac7ebe50058f15821eae42a5513c2bb5a4f"),
            Download("test2", "clinicalnlp_taskC_test2_metadata.csv", "60e799ee5033767e9f5c2e9c3d84f64366628e2aae8637cd5d96ca29ba01b83c"),
            Download("test3", "clef_taskC_test3.csv", "d3c18362a42124ea2bd1b2b4b66ba76a11bb123dfdb416471ae3b5924d1428ec"),
            Download("test3", "clef_taskC_test3_metadata.csv", "e1bec9323b2bed8e544ead77fae6251c4709bc9ffe2d0de346d843334760736b"),
            Download("valid", "valid.csv", "6629e89e3fb409d2b3eceab60dc7b32fe1d3fb8d4e07795039284965522aa4d0"),
            Download("valid", "valid_metadata.csv", "ae4c7eef6fc97e22f447c33e4546691715821e2a671ab53d80eb1ee5598e2914"),
            Download(Pool, "train.csv", "6c778d4ac5e6cc6f1964786f9286e8d765c210f22ed6b57f83aff8497409cea4"),
            .. ListTranscripts().SelectMany(set => new[] { $"{set.Key}.csv", $"{set.Key}_metadata.csv" }.Select(name => DataDownload.GitHub(Repository, $"data/src_experiment_data/{name}", Revision) with { Splits = [set.Name] })),
        ],
        PrimaryMetric = metric,
        PromptFields = ["dialogue"],
        Remarks =
        [
            "Some transcripts swap the speakers' tags, as speech recognition left them; the authors keep them so.",
            "The value is the paper's average over the measures that are there; with ROUGE alone it is the mean of ROUGE-1, ROUGE-2 and ROUGE-Lsum and no number of the paper's last column. BLEURT and MEDCON need their models and a UMLS licence.",
            "The paper's ROUGE-L is ROUGE-Lsum for the whole note and plain ROUGE-L for a division.",
            "The authors' scores of divisions count each line break as the word lf1 and a missing division as the word empty, so that two missing divisions agree by ROUGE-1 and differ by ROUGE-2; where no note of a system has the division, all of them score 0. A ClinicalNoteScorer with NoteScoring.AciBench reproduces it, and the last by hand.",
            "Published notes scored again: of 63 rows of tables/test1.csv to test3.csv, 61 give every one of their 15 ROUGE numbers to the two decimals shown, and results/LED_clinicalnlp_taskC_test2_division_combined.json to 12 decimals. Two rows of test1 have no file of notes (BART and LED+PubMed by division); results/BioBART_clinicalnlp_taskC_test2_full.json and tables/clinicalnlp_taskC_test2.csv are of other notes than the file of that name.",
        ],
    };

    private const string Repository = "wyim/aci-bench";

    private const string Revision = "b909b2bb9cf1d19de08df15cddde7bd0179665e4";

    private static DataDownload Download(string split, string name, string hash) => DataDownload.GitHub(Repository, $"data/challenge_data/{name}", Revision) with { Splits = [split], Sha256 = hash };
}
