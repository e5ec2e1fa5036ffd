namespace MedBench.Benchmarks;

/// <summary>The cards of MMLU's medical subjects and of their group.</summary>
internal static class MmluCard
{
    public static BenchmarkCard OfSubject(string subject, int count, int mostFrequent)
        => Create($"mmlu-{subject.Replace('_', '-')}", $"MMLU {subject.Replace('_', ' ')}", count, mostFrequent, MmluFiles.Named(subject, "test")) with { Downloads = MmluFiles.Downloads(subject) };

    public static BenchmarkCard OfGroup()
        => Create("mmlu-medical", "MMLU, six medical subjects", count: 1_089, mostFrequent: 352, ["anatomy_test.csv", "anatomy/test*.parquet", "all/test*.parquet"]) with
        {
            Downloads = [.. MmluFiles.Subjects.SelectMany(MmluFiles.Downloads)],
            Remarks = ["The accuracy is over all 1,089 questions, so that large subjects weigh more; reports by subject are under the tag 'subject'."],
        };

    private static BenchmarkCard Create(string id, string title, int count, int mostFrequent, IReadOnlyList<string> files) => new()
    {
        Id = id,
        Version = "1",
        Title = title,
        Citation = "Hendrycks D, Burns C, Basart S, Zou A, Mazeika M, Song D, Steinhardt J. Measuring Massive Multitask Language Understanding. ICLR 2021. arXiv:2009.03300",
        Status = BenchmarkStatus.Loaded,
        License = "MIT",
        Splits = [new SplitInfo { Name = "test", Count = count, Files = files }],
        PrimaryMetric = "accuracy",
        PromptFields = ["question", "A", "B", "C", "D", "choices", "subject"],
        MajorityBaseline = mostFrequent / (double)count,
    };
}
