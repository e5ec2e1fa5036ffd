using System.Runtime.CompilerServices;

namespace MedBench.Benchmarks;

/// <summary>Base of the three tasks of the MIMIC-IV-ED benchmark (Xie et al. 2022): a probability to state from the record of a patient's arrival.</summary>
/// <remarks>
/// Reads the authors' <c>test.csv</c> and <c>train.csv</c>, with temperatures in Celsius and missing values filled by the median of the training visits, or
/// <c>master_dataset.csv</c>, of which it takes the whole cohort (adults with an acuity), cleans values by the authors' limits and leaves missing ones missing. Visits of one patient are a cluster.
/// </remarks>
public abstract class EdTriageTask : IBenchmark
{
    private const string Whole = "all";

    private readonly string question;
    private readonly string outcome;
    private readonly string label;
    private readonly bool excludesAdmitted;

    private protected EdTriageTask(string id, string title, string question, string outcome, string label, int? test, int? train, bool excludesAdmitted = false)
    {
        (this.question, this.outcome, this.label, this.excludesAdmitted) = (question, outcome, label, excludesAdmitted);
        Card = new BenchmarkCard
        {
            Id = id,
            Version = "1",
            Title = title,
            Citation = "Xie F, Zhou J, Lee JW, Tan M, Li S, Rajnthern LS, et al. Benchmarking emergency department prediction models with machine learning and public electronic health records. Scientific Data 2022; 9: 658. doi:10.1038/s41597-022-01782-9",
            Kind = BenchmarkKind.Risk,
            Status = BenchmarkStatus.Schema,
            License = "PhysioNet Credentialed Health Data License 1.5.0",
            AccessTier = AccessTier.Restricted,
            Modality = "text, from a table",
            Terms = new Uri("https://physionet.org/content/mimic-iv-ed/1.0/"),
            Splits =
            [
                new SplitInfo { Name = "test", Count = test, Files = ["test.csv"] },
                new SplitInfo { Name = "train", Count = train, Files = ["train.csv"] },
                new SplitInfo { Name = Whole, Files = ["master_dataset.csv"] },
            ],
            PrimaryMetric = "AUROC",
            PromptFields = TriageRecord.Columns,
            Remarks =
            [
                "The data is written by the authors' scripts (nliulab/mimic4ed-benchmark at 091ed6f) from MIMIC-IV and MIMIC-IV-ED, which need credentials. The licence's version is stated from memory.",
                "The paper trains models on the table; the prompt that asks a language model is ours. Its numbers are of models that were trained on 353,150 visits.",
                "The authors' NEWS2 leaves oxygen saturation out and their REMS has gaps between bands: see MimicIvEdScores. Their intervals come from 20 bootstrap samples that never draw the last row.",
                "NEWS, NEWS2, MEWS, REMS, CART and the recorded ESI answer in a model's place: TriageScoreClient, or --model triage-news2 without an endpoint; triage-news2-as-published is the authors' rule.",
                "A visit without an answer takes the score ½, lest a model gain by answering easy visits alone.",
            ],
        };
    }

    /// <inheritdoc />
    public BenchmarkCard Card { get; }

    /// <inheritdoc />
    public IPromptStrategy DefaultStrategy { get; } = new TextStrategy(EdTriagePrompt.Prompting);

    /// <inheritdoc />
    public IReadOnlyList<IScorer> Scorers { get; } =
    [
        new ProbabilityScorer(new ProbabilityOptions { UnansweredScore = 0.5 }),
        new ProbabilityScorer(new ProbabilityOptions { Aggregation = Aggregation.Auprc, UnansweredScore = 0.5 }),
    ];

    /// <inheritdoc />
    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var files = Card.Splits.FirstOrDefault(candidate => candidate.Name == split)?.Files ?? throw new DatasetException($"there is no split '{split}'", $"Choose one of {string.Join(", ", Card.Splits.Select(candidate => candidate.Name))}", Card.Id);
        var file = source.Find(split, files) ?? throw new DatasetException($"{files[0]} was not found in {source.Location}", "Write it with the authors' scripts from MIMIC-IV-ED, which needs credentials", Card.Id);
        await foreach (var row in DatasetReader.ReadAsync(file, new DatasetReadOptions { Benchmark = Card.Id, Format = DatasetFormat.Csv }, cancellationToken).ConfigureAwait(false))
        {
            var visit = new TriageRow(row, isMaster: split == Whole);
            if (!visit.IsInCohort || (excludesAdmitted && visit.Outcome("outcome_hospitalization")))
            {
                continue;
            }

            yield return new Sample
            {
                Input = new SampleInput { Id = visit.Required("stay_id"), Stem = question, Context = TriageRecord.Describe(visit) },
                Target = new LabelsTarget(visit.Outcome(outcome) ? [label] : []),
                ClusterId = visit.Required("subject_id"),
                Tags = new Dictionary<string, string>(StringComparer.Ordinal) { ["acuity"] = visit.Number("triage_acuity")!.Value.ToString("0", System.Globalization.CultureInfo.InvariantCulture), ["sex"] = visit.Text("gender") ?? "unknown" },
            };
        }
    }
}
