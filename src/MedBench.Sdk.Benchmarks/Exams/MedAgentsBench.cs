namespace MedBench.Benchmarks;

/// <summary>MedAgentsBench (Tang et al. 2025): the hard questions of seven sets, which fewer than half of ten models answered rightly.</summary>
/// <remarks>Reads the authors' <c>data/SET/test_hard.jsonl</c>; a split is a set. Their ids (<c>realidx</c>) are kept, so that recorded predictions find their questions.</remarks>
public sealed class MedAgentsBench : MultipleChoiceBenchmark
{
    private static readonly (string Name, int Count)[] Sets = [("medqa", 100), ("pubmedqa", 100), ("medmcqa", 100), ("medbullets", 89), ("mmlu", 73), ("mmlu-pro", 100), ("afrimedqa", 32)];

    /// <inheritdoc />
    public override BenchmarkCard Card { get; } = new()
    {
        Id = "medagentsbench",
        Version = "1",
        Title = "MedAgentsBench, hard questions",
        Citation = "Tang X, Shao D, Sohn J, Chen J, Zhang J, Xiang J, et al. MedAgentsBench: Benchmarking Thinking Models and Agent Frameworks for Complex Medical Reasoning. 2025. arXiv:2503.07459",
        Status = BenchmarkStatus.Reproduced,
        License = "Apache-2.0; the AfriMed-QA part CC-BY-NC-SA-4.0",
        Splits = [.. Sets.Select(set => new SplitInfo { Name = set.Name, Count = set.Count, Files = [$"{set.Name}_test_hard.jsonl", $"{set.Name}/test_hard.jsonl", $"data/{set.Name}/test_hard.jsonl"] })],
        PrimaryMetric = "accuracy",
        PromptFields = ["question", "options"],
        Remarks =
        [
            "The questions were chosen by the failures of ten models, so that the scores of those ten are biased downwards and no fair comparison with other models.",
            "Of each set the first hundred questions, in its order, that fewer than half of the ten answered rightly: HardSubset makes the same choice of the published runs, and of any other.",
        ],
    };

    /// <inheritdoc />
    protected override ValueTask<Func<DatasetRow, MultipleChoiceQuestion?>> MapAsync(DatasetFile file, string split, IDatasetSource source, CancellationToken cancellationToken)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal) { ["set"] = split };
        return ValueTask.FromResult<Func<DatasetRow, MultipleChoiceQuestion?>>(row =>
        {
            var options = OptionText.Clean(row.GetOptions("options"), out var defects);
            return new MultipleChoiceQuestion
            {
                Id = row.TryGetId("realidx", out var id) ? id : null,
                Stem = row.GetString("question"),
                Options = options,
                Answer = row.GetString("answer_idx"),
                Tags = tags,
                Defects = defects,
            };
        });
    }
}
