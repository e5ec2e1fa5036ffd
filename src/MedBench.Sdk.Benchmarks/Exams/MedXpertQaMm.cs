namespace MedBench.Benchmarks;

/// <summary>MedXpertQA MM (Zuo et al. 2025): questions of specialty boards with five options and one to six images.</summary>
/// <remarks>
/// Reads <c>MM/test.jsonl</c> of Hugging Face and the files of the authors' repository. The images are looked for by name in the folder
/// <c>images</c> beside the file; one that is not there ends the loading with an error that names it.
/// </remarks>
public sealed class MedXpertQaMm : MultipleChoiceBenchmark
{
    private const string Inputs = "eval/data/medxpertqa";

    /// <inheritdoc />
    public override BenchmarkCard Card { get; } = new()
    {
        Id = "medxpertqa-mm",
        Version = "1",
        Title = "MedXpertQA MM",
        Citation = MedXpertQaText.Paper,
        Status = BenchmarkStatus.Loaded,
        License = "MIT",
        Modality = "text, image",
        Splits =
        [
            new SplitInfo { Name = "test", Count = 2_000, Files = ["MM/test.jsonl", "medxpertqa_mm_input.jsonl", "test.jsonl"] },
            new SplitInfo { Name = "sampled", Count = 199, Files = ["medxpertqa_sampled_mm_input.jsonl"] },
        ],
        Downloads =
        [
            DataDownload.GitHub(MedXpertQaText.Hub, $"{Inputs}/input/medxpertqa_mm_input.jsonl", MedXpertQaText.Commit) with { Sha256 = "8742b0d55c3f7fc9b3f9d793322d1e53b537dabfbbbdeeb6e24d255bf0f2b88b", Splits = ["test"] },
            DataDownload.HuggingFace(MedXpertQaText.Hub, "MM/dev.jsonl", MedXpertQaText.HubCommit) with { Splits = [Pool] },
            DataDownload.GitHub(MedXpertQaText.Hub, $"{Inputs}_sampled/input/medxpertqa_sampled_mm_input.jsonl", MedXpertQaText.Commit) with { Sha256 = "f230e58cacd79f56c92e534bd228ddb994cb4ccbcca1bfd6988172d8426b888f", Splits = ["sampled"] },
            DataDownload.HuggingFace(MedXpertQaText.Hub, "images.zip", MedXpertQaText.HubCommit) with { FileName = "images" },
        ],
        PrimaryMetric = "accuracy",
        PromptFields = ["question", "options", "images"],
        MajorityBaseline = 424 / 2_000.0,
        Remarks =
        [
            "The questions were read and counted; the images were not at hand, and how their archive is laid out inside is not known: images, images/images and the data file's own folder are searched.",
            "The published code declares every image a JPEG; here the first bytes tell the type.",
        ],
    };

    /// <inheritdoc />
    public override IPromptStrategy DefaultStrategy => MedXpertQaPrompting.ZeroShot();

    /// <inheritdoc />
    protected override IReadOnlyList<string> PoolFiles { get; } = ["MM/dev.jsonl", "dev.jsonl"];

    /// <inheritdoc />
    protected override ValueTask<Func<DatasetRow, MultipleChoiceQuestion?>> MapAsync(DatasetFile file, string split, IDatasetSource source, CancellationToken cancellationToken)
        => ValueTask.FromResult<Func<DatasetRow, MultipleChoiceQuestion?>>(row => MedXpertQaFormat.Map(row) with
        {
            Media = [.. MedXpertQaFormat.ImagesOf(row).Select(image => row.ReadImage("images", image, "images", "images/images", ""))],
        });
}
