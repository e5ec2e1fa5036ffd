using System.Runtime.CompilerServices;
using MedBench.Metrics;

namespace MedBench.Benchmarks;

/// <summary>MedLFQA (Jeong et al. 2024): five sets of questions with long answers, each with the claims that an answer must or may make, in one form.</summary>
/// <remarks>Scored as OLAPH scores it: factuality by a judge, words by ROUGE, likeness by BERTScore where vectors are given (<see cref="MedLfqaOptions.Embedder"/>).</remarks>
public sealed class MedLfqa : IBenchmark
{
    private const string Repository = "dmis-lab/OLAPH";
    private const string Revision = "17d90148dffe71ac92ddbf0a8be2ba833ce29dcf";

    /// <summary>Initializes the benchmark.</summary>
    public MedLfqa()
        : this(new MedLfqaOptions())
    {
    }

    /// <summary>Initializes the benchmark.</summary>
    /// <param name="options">Who judges, with which vectors, and which defects of the published code are reproduced.</param>
    public MedLfqa(MedLfqaOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var reading = options.ReadsAsPublished ? FinalWord.OfMedLfqa : FinalWord.Reading;
        var prompts = new ClaimPrompts
        {
            Entailment = new JudgePrompt(MedLfqaPrompts.Entailment) { IsVerbatim = true, Reading = reading },
            Contradiction = new JudgePrompt(MedLfqaPrompts.Contradiction) { IsVerbatim = true, Reading = reading },
        };
        Scorers =
        [
            new ClaimSupportScorer(new ClaimSupportOptions { Headline = ClaimHeadline.Factuality, Panel = options.Panel, Prompts = prompts }),
            new RougeScorer(RougeMeasure.RougeL, TextTokenizer.Rouge),
            .. options.Embedder is { } embedder ? new IScorer[] { new BertScoreScorer(embedder) } : [],
        ];
        DefaultStrategy = CreateStrategy(options.SendsPirateMessage ? "You are a pirate chatbot who always responds in pirate speak!" : null);
    }

    /// <inheritdoc />
    public BenchmarkCard Card { get; } = new()
    {
        Id = "medlfqa",
        Version = "1",
        Title = "MedLFQA",
        Citation = "Jeong M, Hwang H, Yoon C, Lee T, Kang J. OLAPH: Improving Factuality in Biomedical Long-form Question Answering. 2024. arXiv:2405.12701",
        Kind = BenchmarkKind.OpenAnswer,
        Status = BenchmarkStatus.Reproduced,
        License = "none stated for the data; K-QA's part is MIT",
        Splits =
        [
            Split("kqa-golden", 201, "kqa_golden_test_MedLFQA.jsonl"),
            Split("kqa-silver", 904, "kqa_silver_wogold_test_MedLFQA.jsonl"),
            Split("live-qa", 100, "live_qa_test_MedLFQA.jsonl"),
            Split("medication-qa", 666, "medication_qa_test_MedLFQA.jsonl"),
            Split("healthsearch-qa", 3_077, "healthsearch_qa_test_MedLFQA.jsonl"),
        ],
        Downloads =
        [
            Download("kqa-golden", "kqa_golden_test_MedLFQA.jsonl", "bab8d068bf0dfe2e6b01b8570ea8ce3429ac858bc5baa9e49bf84ecdedfb0f22"),
            Download("kqa-silver", "kqa_silver_wogold_test_MedLFQA.jsonl", "44acaba3e803958f5e205c1e8282e7b45142ef4b3ab6f1f28988f9511736491d"),
            Download("live-qa", "live_qa_test_MedLFQA.jsonl", "6195946edcb808851b486e67db9fd397e924a444a838ae25163843de43ce4b95"),
            Download("medication-qa", "medication_qa_test_MedLFQA.jsonl", "2795dda090185e7eb585e31dfdcecfd55fa3097bc2a0174d5cdb28bf29f3d73f"),
            Download("healthsearch-qa", "healthsearch_qa_test_MedLFQA.jsonl", null),
        ],
        PrimaryMetric = "factuality",
        PromptFields = ["Question"],
        Remarks =
        [
            "Factuality = comprehensiveness − hallucination rate, of each answer; the published code gives all three times 100. Score the five parts apart: four have claims that GPT-4 wrote, kqa-golden's are physicians'.",
            "Reproduced are the published ROUGE figures of OLAPH's sampled answers, to their four digits. Their hallucination and comprehensiveness come from a cosine of BioBERT vectors (a claim counts as contradicted below 0.5) and not from a judge; that substitute is not offered.",
            "ROUGE is unstemmed, as the published code calls it. BLEURT is not offered. BERTScore needs contextual vectors of yours.",
            "The published code adds a question mark to a question without one, and so does the default. Its base models continue the text greedily, 512 tokens with the question; chats are sent it as a message.",
            "For Llama 3 Instruct the published code sends the system message of a pirate chatbot, left over from a manual; MedLfqaOptions.SendsPirateMessage sends it.",
            "A reply of the judge without a final True or False is asked for again; the published code takes it for a no (MedLfqaOptions.ReadsAsPublished).",
            "Questions repeat: 627 of the 666 in medication-qa and 885 of the 904 in kqa-silver are different. kqa-golden is K-QA, three empty claims included (left out).",
            "The file of healthsearch-qa was not at hand; 3,077 is the number of answers that the repository publishes for it.",
        ],
    };

    /// <inheritdoc />
    public IPromptStrategy DefaultStrategy { get; }

    /// <inheritdoc />
    public IReadOnlyList<IScorer> Scorers { get; }

    /// <inheritdoc />
    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var row in SplitFile.ReadAsync(Card, split, source, cancellationToken).ConfigureAwait(false))
        {
            yield return Claims.Map(row, split, countsEmptyClaims: false);
        }
    }

    private static TextStrategy CreateStrategy(string? system) => new(new TextPrompting
    {
        Id = system is null ? "medlfqa" : "medlfqa-pirate",
        Version = "1",
        Description = "Asks the question, with a question mark where it has none (OLAPH, pdata_collection.py).",
        Compose = input => TextPrompting.Ask(input, input.Stem.EndsWith('?') ? input.Stem : input.Stem + "?", system),
        Read = WholeReply.Read,
        Sampling = SamplingOptions.Unset with { Temperature = 0, MaxOutputTokens = 512 },
        Compat = system is null ? [] : ["olaph-pirate"],
    });

    private static SplitInfo Split(string name, int count, string file) => new() { Name = name, Count = count, Files = [file, "MedLFQA/" + file] };

    private static DataDownload Download(string split, string file, string? hash) => DataDownload.GitHub(Repository, "MedLFQA/" + file, Revision) with { Sha256 = hash, Splits = [split] };
}
