namespace MedBench.Benchmarks;

/// <summary>Base of MedExpQA (Alonso et al. 2024): cases of the Spanish residency examination with doctors' explanations, in four languages; each condition is a benchmark of its own.</summary>
/// <remarks>
/// Reads the authors' <c>data/LANGUAGE/test.LANGUAGE.casimedicos.rag.jsonl</c>; a split is a language, and <c>dev-LANGUAGE</c> the development set.
/// A sample's context holds what its condition declares and nothing else: no strategy can reach another condition's text.
/// </remarks>
public abstract class MedExpQaBenchmark : MultipleChoiceBenchmark
{
    private protected MedExpQaBenchmark(string id, string condition, string field, string remark) => Card = new BenchmarkCard
    {
        Id = id,
        Version = "1",
        Title = $"MedExpQA, {condition}",
        Citation = "Alonso I, Oronoz M, Agerri R. MedExpQA: Multilingual Benchmarking of Large Language Models for Medical Question Answering. Artificial Intelligence in Medicine 155:102938, 2024. arXiv:2404.05590",
        License = "CC-BY-4.0",
        Languages = MedExpQaFiles.Languages,
        Splits = MedExpQaFiles.Splits,
        Downloads = MedExpQaFiles.Downloads,
        PrimaryMetric = "accuracy",
        PromptFields = ["type", "full_question", "options", .. field.Length == 0 ? Array.Empty<string>() : [field]],
        Remarks =
        [
            remark,
            "The same 125 cases are asked in all four languages, so that languages can be compared case by case.",
            "The licence and the files' names are those of the dataset's card; no file of it was at hand. The cases of an argument-annotated subset by the same authors (antidote-casimedicos) are read and counted instead.",
        ],
    };

    /// <inheritdoc />
    public override BenchmarkCard Card { get; }

    /// <inheritdoc />
    public override IPromptStrategy DefaultStrategy { get; } = new MedExpQaPrompting();

    /// <summary>Returns the texts that the condition shows with a case.</summary>
    private protected abstract IReadOnlyList<string> Ground(DatasetRow row);

    /// <inheritdoc />
    protected override ValueTask<Func<DatasetRow, MultipleChoiceQuestion?>> MapAsync(DatasetFile file, string split, IDatasetSource source, CancellationToken cancellationToken)
    {
        var tags = new TagCache();
        return ValueTask.FromResult<Func<DatasetRow, MultipleChoiceQuestion?>>(row => new MultipleChoiceQuestion
        {
            Id = row.TryGetId("id", out var id) ? id : null,
            Stem = row.GetString("full_question").Trim(),
            Options = OptionsOf(row.GetRow("options")),
            Answer = row.TryGetId("correct_option", out var answer) ? answer : throw row.Error("correct_option", "the field is missing", "Name a file of the published layout"),
            Context = [.. Ground(row).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).Select(text => new ContextSection(null, text))],
            Subject = row.GetString("type").Trim(),
            Language = row.TryGetString("lang", out var language) ? language : split[^2..],
            Rationale = split == Pool ? row.GetString("full_answer") : null,
            Tags = tags.Get("specialty", row.GetString("type").Trim()),
        });
    }

    private static List<ChoiceOption> OptionsOf(DatasetRow options) => [.. options.Fields.Where(options.Has).Select(label => new ChoiceOption(label, options.GetString(label).Trim()))];
}
