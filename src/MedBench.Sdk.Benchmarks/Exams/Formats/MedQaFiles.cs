namespace MedBench.Benchmarks;

/// <summary>What MedQA's files are called and where they are published, with four options and with five.</summary>
internal sealed class MedQaFiles
{
    public static MedQaFiles FourOptions { get; } = new()
    {
        Test = Split(NamedFour("test")),
        Pool =
        [
            .. NamedFour("train"),
            "medqa_us_4opt_dev*.jsonl", "phrases_no_exclude_dev.jsonl", "US/4_options/phrases_no_exclude_dev.jsonl",
            "dev.jsonl", "dev.json", "validation.jsonl", "validation*.parquet",
        ],
        Downloads =
        [
            DataDownload.GitHub("Teddy-XiongGZ/MIRAGE", "rawdata/medqa/data_clean/questions/US/4_options/phrases_no_exclude_test.jsonl", "392943af99cd94cafd50a0de2e7fca24bbf65494") with
            {
                Sha256 = "c3b905ccfa66152dc25afbcb2c10e86c0bdb208824f0658fcdb2c040f60a2beb",
                Splits = ["test"],
            },
            DataDownload.HuggingFace("GBaker/MedQA-USMLE-4-options", "phrases_no_exclude_train.jsonl", "0fb93dd23a7339b6dcd27e241cb9b5eca62d4d18") with { Splits = ["pool"] },
        ],
    };

    public static MedQaFiles FiveOptions { get; } = new()
    {
        Test = Split(NamedFive("test")),
        Pool = [.. NamedFive("train"), "medqa_us_5opt_dev*.jsonl", .. Folders("US/dev.jsonl"), "dev.jsonl", "dev.json", "validation*.parquet"],
        Downloads =
        [
            DataDownload.GitHub("gersteinlab/medagents-benchmark", "data/medqa_5options/test.jsonl", "f5e50b69be8ef617a6de613cc8035929448e2b3b") with
            {
                Sha256 = "cfa75cbcc53c29b023752b0a395ff49d8202121041392735ae44771a5ec734a3",
                Splits = ["test"],
            },
        ],
    };

    public required SplitInfo Test { get; init; }

    /// <summary>Gets the names of the worked examples, best first: those of training before those of development.</summary>
    public required IReadOnlyList<string> Pool { get; init; }

    public required IReadOnlyList<DataDownload> Downloads { get; init; }

    private static SplitInfo Split(IReadOnlyList<string> files) => new() { Name = "test", Count = 1_273, Files = files };

    private static string[] NamedFour(string part)
        => [$"medqa_us_4opt_{part}.jsonl", $"phrases_no_exclude_{part}.jsonl", .. Folders($"US/4_options/phrases_no_exclude_{part}.jsonl"), .. Plain(part)];

    private static string[] NamedFive(string part) => [$"medqa_us_5opt_{part}.jsonl", .. Folders($"US/{part}.jsonl"), .. Plain(part)];

    /// <summary>Returns where a file is in the authors' archive, and in its folders alone.</summary>
    private static string[] Folders(string path) => [path, $"questions/{path}", $"data_clean/questions/{path}"];

    private static string[] Plain(string part) => [$"{part}.jsonl", $"{part}.json", $"{part}*.parquet"];
}
