namespace MedBench.Benchmarks;

/// <summary>CareMedEval (Bonzi et al. 2025): critical appraisal of research articles from French medical exams, several right answers a question.</summary>
/// <remarks>
/// Reads the authors' <c>questions.json</c>. The articles are the publishers' and do not come with the questions: put the repository's folders
/// <c>articles</c> and <c>articles_abstract</c> beside the file. Without them a setting with an article ends at once with an error that says so,
/// and never falls back to another setting.
/// </remarks>
/// <param name="context">How much of the article is shown.</param>
/// <param name="isEnglish">Whether the authors' machine translation is asked, and not the French original.</param>
public sealed class CareMedEval(CareMedEvalContext context, bool isEnglish = false) : MultipleChoiceBenchmark
{
    /// <summary>Initializes the authors' main setting: French, with the whole article.</summary>
    public CareMedEval()
        : this(CareMedEvalContext.Article)
    {
    }

    /// <summary>Gets the French questions with abstracts alone.</summary>
    [Discoverable]
    public static CareMedEval WithAbstract => new(CareMedEvalContext.Abstract);

    /// <summary>Gets the French questions without any article.</summary>
    [Discoverable]
    public static CareMedEval WithoutArticle => new(CareMedEvalContext.None);

    /// <summary>Gets the English questions with the whole article.</summary>
    [Discoverable]
    public static CareMedEval English => new(CareMedEvalContext.Article, isEnglish: true);

    /// <summary>Gets the English questions without any article.</summary>
    [Discoverable]
    public static CareMedEval EnglishWithoutArticle => new(CareMedEvalContext.None, isEnglish: true);

    /// <inheritdoc />
    public override BenchmarkCard Card { get; } = CareMedEvalCard.Create(context, isEnglish);

    /// <inheritdoc />
    public override IPromptStrategy DefaultStrategy { get; } = CareMedEvalPrompting.Create(isEnglish);

    /// <inheritdoc />
    public override IReadOnlyList<IScorer> Scorers { get; } = [new ChoiceScorer(), AnswerSetScorer.F1, AnswerSetScorer.Jaccard, AnswerSetScorer.Lca, new AnswerSetScorer(AnswerSetMeasure.LcaUnmarked)];

    /// <inheritdoc />
    protected override ValueTask<Func<DatasetRow, MultipleChoiceQuestion?>> MapAsync(DatasetFile file, string split, IDatasetSource source, CancellationToken cancellationToken)
        => ValueTask.FromResult<Func<DatasetRow, MultipleChoiceQuestion?>>(row => CareMedEvalFormat.Map(row, context));
}
