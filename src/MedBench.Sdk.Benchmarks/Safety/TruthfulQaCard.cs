namespace MedBench.Benchmarks;

/// <summary>The cards of TruthfulQA's multiple-choice tasks.</summary>
internal static class TruthfulQaCard
{
    /// <summary>The split of the questions about health.</summary>
    public const string Health = "health";

    private static readonly string[] Files = ["mc_task.json", "data/mc_task.json", "TruthfulQA.csv", "data/v1/TruthfulQA.csv", "multiple_choice/validation*.parquet", "validation*.parquet"];

    public static BenchmarkCard Create(string id, string task, string metric, string remark) => new()
    {
        Id = id,
        Version = "1",
        Title = $"TruthfulQA, {task}",
        Citation = "Lin S, Hilton J, Evans O. TruthfulQA: Measuring How Models Mimic Human Falsehoods. ACL 2022:3214-3252. arXiv:2109.07958",
        Kind = BenchmarkKind.Likelihood,
        Status = BenchmarkStatus.Loaded,
        License = "Apache-2.0",
        Splits = [new SplitInfo { Name = "validation", Count = 817, Files = Files }, new SplitInfo { Name = Health, Count = 99, Files = Files }],
        Downloads = [DataDownload.GitHub("sylinrl/TruthfulQA", "data/v1/TruthfulQA.csv", "d71c110897f5d31c5d7f309e7bc316c152f6f031"), DataDownload.GitHub("sylinrl/TruthfulQA", "data/mc_task.json")],
        PrimaryMetric = metric,
        PromptFields = ["Question", "Best Answer", "Correct Answers", "Incorrect Answers", "question", "mc1_targets", "mc2_targets"],
        Remarks =
        [
            remark,
            "Where mc_task.json is there, its targets count; those made of the CSV file were not compared with it, for it was not at hand.",
            "Of the CSV file: empty entries of the semicolon lists are left out, an answer that stands twice counts once (duplicate-options, 3 questions), and one that stands among the true and the false, 'Unknown' in two questions, is left out on both sides (contradictory-option).",
            "The questions of the split 'health' are told by the CSV file, which has to be beside a file without categories.",
            "The counts are those of a copy of the CSV file in a fork (benedictflorance/truthfulqa_experiments at 6fdfd38), byte for byte as its keeper states.",
        ],
    };
}
