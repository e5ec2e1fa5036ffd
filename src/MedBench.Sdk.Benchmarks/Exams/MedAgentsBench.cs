namespace MedBench.Benchmarks;

/// <summary>MedAgentsBench (Tang et al. 2025): the hard questions of seven sets, which fewer than half of ten models answered rightly.</summary>
/// <remarks>Reads the authors' <c>data/SET/test_hard.jsonl</c>; a split is a set. Their ids (<c>realidx</c>) are kept, so that recorded predictions find their questions.</remarks>
public sealed class MedAgentsBench : MultipleChoiceBenchmark
{
    private static readonly (string Name, int Count, string Sha256)[] Sets =
    [
        ("medqa", 100, "ba4680bc129139bf8b466d506f077bfce7ac978dfaf2a9367d484d3d91c454bb"),
        ("pubmedqa", 100, "868f7cf06b34a77a55341256929985edda5225c61479661a4141db10198e2947"),
        ("medmcqa", 100, "2ea559cdcb8efb8fefcbe2ea7545077d068d8db3bf2bfb0266f79d1a1d010ff1"),
        ("medbullets", 89, "2ca3c84767bfea5a67b2fa80c7f70cd1349bdc86b9e213f62148f448a6d99c30"),
        ("mmlu", 73, "b59e43ffb7f6a7a1786317099dea996e80035e167a3a63cca3dea7592e79897d"),
        ("mmlu-pro", 100, "534a6d2315a101e985cac9c24641059e2064ac9c9363ac0d3522f3c9837e9fd7"),
        ("afrimedqa", 32, "dc67b084912c1a58403025e8661930385848e38fcbd031a5cbce9aa93bb75ff3"),
    ];

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
        Downloads = [.. Sets.Select(set => DataDownload.GitHub("gersteinlab/medagents-benchmark", $"data/{set.Name}/test_hard.jsonl", "f5e50b69be8ef617a6de613cc8035929448e2b3b") with
        {
            Sha256 = set.Sha256, Splits = [set.Name], FileName = $"{set.Name}/test_hard.jsonl",
        })],
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
