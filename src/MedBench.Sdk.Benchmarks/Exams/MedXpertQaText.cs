namespace MedBench.Benchmarks;

/// <summary>MedXpertQA Text (Zuo et al. 2025): questions of specialty boards with ten options.</summary>
/// <remarks>Reads <c>Text/test.jsonl</c> of Hugging Face and the files of the authors' repository; five development questions are the worked examples.</remarks>
public sealed class MedXpertQaText : MultipleChoiceBenchmark
{
    internal const string Paper = "Zuo Y, Qu S, Li Y, Chen Z, Zhu X, Hua E, Zhang K, Ding N, Zhou B. MedXpertQA: Benchmarking Expert-Level Medical Reasoning and Understanding. ICML 2025. arXiv:2501.18362";
    internal const string Hub = "TsinghuaC3I/MedXpertQA";
    internal const string HubCommit = "f4e6fe7e5a9e13d6c97d7aa2b91cdd8b80c9cc61";
    internal const string Commit = "f21247d3ccf3b14826ff2aa7fa06e1a46d64058c";

    /// <inheritdoc />
    public override BenchmarkCard Card { get; } = new()
    {
        Id = "medxpertqa-text",
        Version = "1",
        Title = "MedXpertQA Text",
        Citation = Paper,
        Status = BenchmarkStatus.Loaded,
        License = "MIT",
        Splits =
        [
            new SplitInfo { Name = "test", Count = 2_450, Files = ["Text/test.jsonl", "medxpertqa_text_input.jsonl", "test.jsonl"] },
            new SplitInfo { Name = "sampled", Count = 244, Files = ["medxpertqa_sampled_text_input.jsonl"] },
        ],
        Downloads =
        [
            DataDownload.HuggingFace(Hub, "Text/test.jsonl", HubCommit) with { Splits = ["test"] },
            DataDownload.HuggingFace(Hub, "Text/dev.jsonl", HubCommit) with { Splits = [Pool] },
            DataDownload.GitHub(Hub, "eval/data/medxpertqa_sampled/input/medxpertqa_sampled_text_input.jsonl", Commit) with { Sha256 = "f8dc8c041501352c3788296f7916cebc1cb01463374696c24efb60d37a7ddbf9", Splits = ["sampled"] },
        ],
        PrimaryMetric = "accuracy",
        PromptFields = ["question", "options"],
        Remarks =
        [
            "The split sampled was read and counted; the whole file (2,450) was not at hand, and its count is the authors'. The authors ask costly models (o1, o3-mini) the sampled questions only: compare like with like.",
            "The options stand in the published question as well; they are shown once, where the authors show them.",
            "The published reader takes the first capital letter A to J that stands alone, so that 'A' as an article and 'I' as a pronoun are answers: by default the reply is read, and the compat rule first-capital reads as published.",
        ],
    };

    /// <inheritdoc />
    public override IPromptStrategy DefaultStrategy => MedXpertQaPrompting.ZeroShot();

    /// <inheritdoc />
    protected override IReadOnlyList<string> PoolFiles { get; } = ["Text/dev.jsonl", "dev.jsonl"];

    /// <inheritdoc />
    protected override ValueTask<Func<DatasetRow, MultipleChoiceQuestion?>> MapAsync(DatasetFile file, string split, IDatasetSource source, CancellationToken cancellationToken)
        => ValueTask.FromResult<Func<DatasetRow, MultipleChoiceQuestion?>>(MedXpertQaFormat.Map);
}
