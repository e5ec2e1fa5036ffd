namespace MedBench.Benchmarks;

/// <summary>Your own multiple-choice questions from a file, without a line of code.</summary>
/// <remarks>
/// Each record has <c>question</c>, <c>options</c> (an object of texts by letter, or a list) and <c>answer_idx</c> (a letter,
/// or a position from 0), and may have <c>id</c>, <c>subject</c> and, for worked examples, <c>explanation</c>.
/// JSON lines are usual; JSON, CSV and Parquet with these fields are read too.
/// </remarks>
public sealed class JsonlMcq : ExamBenchmark
{
    /// <inheritdoc />
    public override BenchmarkCard Card { get; } = new()
    {
        Id = "jsonl-mcq",
        Version = "1",
        Title = "Multiple-choice questions from a file",
        Citation = "None: the questions are the user's own.",
        License = "as the file's owner states",
        Splits = [new SplitInfo { Name = "test", Files = ["test.jsonl", "questions.jsonl", "test.json", "test.parquet"] }],
        PrimaryMetric = "accuracy",
        PromptFields = ["question", "options", "subject"],
        Remarks = ["Its numbers compare with nothing but other runs on the same file: see the file's hash."],
    };

    /// <inheritdoc />
    protected override IReadOnlyList<string> PoolFiles { get; } = ["pool.jsonl", "train.jsonl", "dev.jsonl", "train.json", "train.parquet"];

    private protected override IReadOnlyList<QuestionFormat> CreateFormats() => [new OptionsFormat(readsSubject: true)];
}
