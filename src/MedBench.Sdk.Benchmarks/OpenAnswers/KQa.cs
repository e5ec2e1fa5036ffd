using System.Runtime.CompilerServices;

namespace MedBench.Benchmarks;

/// <summary>K-QA (Manes et al. 2024): questions of real patients, answered by physicians and taken apart into claims that a good answer must or may make.</summary>
public sealed class KQa : IBenchmark
{
    private const string Repository = "Itaymanes/K-QA";
    private const string Revision = "ef403d012e199fcfa0d8c02b38a96ff95164f4d0";
    private const string Panel = "judge-panel";
    private const string PanelFile = "NLI_medical_annotator.csv";

    private readonly KQaOptions options;

    /// <summary>Initializes the benchmark.</summary>
    public KQa()
        : this(new KQaOptions())
    {
    }

    /// <summary>Initializes the benchmark.</summary>
    /// <param name="options">Who judges, and which defects of the published code are reproduced.</param>
    public KQa(KQaOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        Scorers = [new ClaimSupportScorer(new ClaimSupportOptions { Panel = options.Panel, Prompts = options.ReadsAsPublished ? AsPublished : Prompts })];
    }

    /// <summary>Gets the published questions, read without the defects of the published code; their <see cref="ClaimPrompts.Entailment"/> qualifies a judge on <see cref="ReadJudgePanelAsync"/>.</summary>
    public static ClaimPrompts Prompts { get; } = Create(FinalWord.Reading, FinalWord.Reading);

    private static ClaimPrompts AsPublished { get; } = Create(FinalWord.OfKQa, FinalWord.AnywhereOfKQa);

    /// <inheritdoc />
    public BenchmarkCard Card { get; } = new()
    {
        Id = "k-qa",
        Version = "1",
        Title = "K-QA",
        Citation = "Manes I, Ronn N, Cohen D, Ilan Ber R, Horowitz-Kugler Z, Stanovsky G. K-QA: A Real-World Medical Q&A Benchmark. BioNLP 2024. arXiv:2401.14493",
        Kind = BenchmarkKind.OpenAnswer,
        Status = BenchmarkStatus.Loaded,
        License = "MIT",
        Splits = [new SplitInfo { Name = "test", Count = 201, Files = ["questions_w_answers.jsonl", "dataset/questions_w_answers.jsonl"] }],
        Downloads =
        [
            DataDownload.GitHub(Repository, "dataset/questions_w_answers.jsonl", Revision) with { Sha256 = "1d4204665e2c9e50c3c348b8ad1de2ddf5d90205c3efaea0eb38135192272c6f", Splits = ["test"] },
            DataDownload.GitHub(Repository, "dataset/" + PanelFile, Revision) with { Sha256 = "98372a3feea2ac7b445357ec2ab2e6f6251ecd72ad03a102ea4e4cdf53956779", Splits = [Panel] },
        ],
        PrimaryMetric = "comprehensiveness",
        PromptFields = ["Question"],
        Remarks =
        [
            "Comprehensiveness is the paper's Comp over all 201 questions. Its Hall is the part hallucination-count: contradicted claims an answer, a number and not a rate.",
            "The prompts by which the paper's models answered are not in its repository; the question is sent as it stands.",
            "A must-have claim of three questions has no text and is left out (defect empty-claim); KQaOptions.CountsEmptyClaims counts it, as the published code does.",
            "The published code takes a reply without a final True for a no, and counts a contradiction wherever the word True occurs in the reasoning; KQaOptions.ReadsAsPublished does so. Otherwise the last word decides, and a judge that gives none is asked again.",
            "The code asks GPT-4 (gpt-4-8k of Azure) at temperature 0. Another judge: qualify it first, on the physicians' 399 labelled claims (KQa.ReadJudgePanelAsync, JudgeQualificationOptions.Prompt).",
        ],
    };

    /// <inheritdoc />
    public IPromptStrategy DefaultStrategy { get; } = new TextStrategy(new TextPrompting
    {
        Id = "k-qa",
        Version = "1",
        Description = "Asks the patient's question as it stands (K-QA).",
        Compose = static input => TextPrompting.Ask(input, input.Stem),
        Read = WholeReply.Read,
    });

    /// <inheritdoc />
    public IReadOnlyList<IScorer> Scorers { get; }

    /// <inheritdoc />
    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var row in SplitFile.ReadAsync(Card, split, source, cancellationToken).ConfigureAwait(false))
        {
            yield return Claims.Map(row, split, options.CountsEmptyClaims);
        }
    }

    /// <summary>Reads the claims that three physicians labelled, as a panel on which a judge of entailment is qualified: an item is met where most of them found the claim entailed.</summary>
    /// <param name="source">Where <c>NLI_medical_annotator.csv</c> is.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The items in file order: 399 as published, of which 153 are met.</returns>
    /// <exception cref="DatasetException">The file is missing, or a record is damaged.</exception>
    public async Task<IReadOnlyList<JudgePanelItem>> ReadJudgePanelAsync(IDatasetSource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var file = source.Find(Panel, [PanelFile]) ?? throw new DatasetException($"no judge panel was found in {source.Location}", $"Put {PanelFile} there, or name it with {Panel}=FILE", Card.Id);
        var items = new List<JudgePanelItem>();
        await foreach (var row in DatasetReader.ReadAsync(file, new DatasetReadOptions { Benchmark = Card.Id }, cancellationToken).ConfigureAwait(false))
        {
            items.Add(new JudgePanelItem
            {
                Id = FormattableString.Invariant($"k-qa-{row.Number:D3}"),
                Question = row.GetString("Question"),
                Answer = row.GetString("answer"),
                Criterion = row.GetString("claim"),
                IsMet = row.GetString("majority_label") == "Entailment",
                Source = $"majority of three physicians: {row.GetString("label_0")}, {row.GetString("label_1")}, {row.GetString("label_2")} (K-QA)",
            });
        }

        return items;
    }

    private static ClaimPrompts Create(VerdictReading entailment, VerdictReading contradiction) => new()
    {
        Entailment = new JudgePrompt(KQaPrompts.Entailment) { IsVerbatim = true, Reading = entailment },
        Contradiction = new JudgePrompt(KQaPrompts.Contradiction) { IsVerbatim = true, Reading = contradiction },
    };
}
