namespace MedBench.Benchmarks;

/// <summary>MedMCQA (Pal et al. 2022): questions of Indian medical entrance examinations in 21 subjects, four options each.</summary>
/// <remarks>Reads the authors' JSON lines, whose answers count from 1, and openlifescienceai/medmcqa, whose answers count from 0.</remarks>
public sealed class MedMcqa : ExamBenchmark
{
    /// <summary>Gets whether the field <c>cop</c> counts from 0 or from 1; null, the default, to tell it from the whole file.</summary>
    /// <remarks>Needed only for files in which neither 0 nor 4 occurs.</remarks>
    public int? CopBase
    {
        get;
        init => field = value is null or 0 or 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The answers count from 0 or from 1.");
    }

    /// <inheritdoc />
    public override BenchmarkCard Card { get; } = new()
    {
        Id = "medmcqa",
        Version = "1",
        Title = "MedMCQA",
        Citation = "Pal A, Umapathi LK, Sankarasubbu M. MedMCQA: A Large-scale Multi-Subject Multi-Choice Dataset for Medical domain Question Answering. CHIL 2022, PMLR 174:248-260. arXiv:2203.14371",
        Status = BenchmarkStatus.Loaded,
        License = "MIT",
        Splits =
        [
            new SplitInfo
            {
                Name = "validation",
                Count = 4_183,
                Files = ["medmcqa_validation.jsonl", "validation.jsonl", "validation.json", "validation*.parquet", "dev.json", "dev.jsonl"],
            },
        ],
        Downloads =
        [
            DataDownload.GitHub("Teddy-XiongGZ/MIRAGE", "rawdata/medmcqa/data/dev.json", "392943af99cd94cafd50a0de2e7fca24bbf65494") with
            {
                Sha256 = "a2b5f53890f4e742b728378fb847bc5338088d48ea01218676379f587270af31",
                Splits = ["validation"],
            },
            DataDownload.HuggingFace("openlifescienceai/medmcqa", "data/train-00000-of-00001.parquet", "91c6572c454088bf71b679ad90aa8dffcd0d5868") with { Splits = [Pool] },
        ],
        PrimaryMetric = "accuracy",
        PromptFields = ["question", "opa", "opb", "opc", "opd"],
        MajorityBaseline = 1348 / 4183.0,
        Remarks =
        [
            "The labels of the test split are private, so everybody reports the validation split.",
            "21 of its questions have two options with the same text (duplicate-options); 1,367 are marked 'multi' and still have one answer.",
        ],
    };

    /// <inheritdoc />
    protected override IReadOnlyList<string> PoolFiles { get; } = ["medmcqa_train.jsonl", "train.jsonl", "train.json", "train*.parquet"];

    private protected override int? OptionCount => 4;

    private protected override int? KnownCopBase => CopBase;

    private protected override IReadOnlyList<QuestionFormat> CreateFormats() => [new MedMcqaFormat(0)];
}
