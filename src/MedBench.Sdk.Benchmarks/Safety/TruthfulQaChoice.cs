namespace MedBench.Benchmarks;

/// <summary>Base of TruthfulQA's multiple-choice tasks (Lin et al. 2022): questions that tempt to common falsehoods, answered by the likelihood of given answers.</summary>
/// <remarks>
/// Reads <c>mc_task.json</c>, the <c>multiple_choice</c> files of truthfulqa/truthful_qa, or makes the same targets of <c>TruthfulQA.csv</c>. The split
/// <c>health</c> is the four categories that MEDITRON reports: Health, Nutrition, Psychology and Science. The options stand in an order that is
/// drawn from the question alone: published files put the truth first, where letters would show it and ties of likelihood would win it.
/// </remarks>
public abstract class TruthfulQaChoice : MultipleChoiceBenchmark
{
    private protected TruthfulQaChoice(string id, string task, string metric, string remark) => Card = TruthfulQaCard.Create(id, task, metric, remark);

    /// <inheritdoc />
    public override BenchmarkCard Card { get; }

    /// <inheritdoc />
    public override IPromptStrategy DefaultStrategy { get; } = TruthfulQaPrompting.Create();

    /// <summary>Reads the answers of a row: the true ones first.</summary>
    private protected abstract TruthfulQaAnswers ReadAnswers(DatasetRow row);

    /// <inheritdoc />
    protected override string CreateId(string split, DatasetRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return FormattableString.Invariant($"question-{row.Number:D3}");
    }

    /// <inheritdoc />
    protected override async ValueTask<Func<DatasetRow, MultipleChoiceQuestion?>> MapAsync(DatasetFile file, string split, IDatasetSource source, CancellationToken cancellationToken)
    {
        var categories = await TruthfulQaCategories.FindAsync(file, source, Card.Id, split == TruthfulQaCard.Health, cancellationToken).ConfigureAwait(false);
        var tags = new TagCache();
        return row =>
        {
            var category = categories.Find(row);
            return split == TruthfulQaCard.Health && category is not ("Health" or "Nutrition" or "Psychology" or "Science") ? null
                : ReadAnswers(row).Ask(TruthfulQaCategories.QuestionOf(row)) with { Tags = tags.Get("category", category) };
        };
    }
}
