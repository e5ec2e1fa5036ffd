using MedBench.Metrics;

namespace MedBench.Benchmarks;

/// <summary>IgakuQA (Kasai et al. 2023): the Japanese national medical licensing examinations 112 to 116, held 2018 to 2022, 400 questions each.</summary>
/// <remarks>
/// Reads the authors' files, six a year (<c>data/2022/116-A.jsonl</c> to <c>116-F.jsonl</c>, each with its <c>_metadata.jsonl</c>); a split is a
/// year. Blocks B and E are the required part. Questions whose answer is a number have no options and a <see cref="TextTarget"/>. The pool is <c>prompt.jsonl</c>.
/// </remarks>
/// <param name="reading">How replies are read and numbers compared: <see cref="IgakuQaReading.Published"/> as the authors' scripts do.</param>
public sealed class IgakuQa(IgakuQaReading reading) : IBenchmark
{
    /// <summary>Initializes the benchmark with <see cref="IgakuQaReading.Tolerant"/>.</summary>
    public IgakuQa()
        : this(IgakuQaReading.Tolerant)
    {
    }

    /// <summary>Gets when each year's examination was passed.</summary>
    /// <remarks>The ministry's announcements: 80 % of the required points, at most three prohibited choices, and of the other points 208 of 299 (2018), 209 of 296 (2019), 217 of 299 (2020), 209 of 300 (2021) and 214 of 297 (2022).</remarks>
    public static IReadOnlyDictionary<int, ExamPassRule> PassRules { get; } = new SortedDictionary<int, ExamPassRule>(
        new (int Year, int Points)[] { (2018, 208), (2019, 209), (2020, 217), (2021, 209), (2022, 214) }.ToDictionary(rule => rule.Year, rule => new ExamPassRule { GeneralPoints = rule.Points }));

    /// <inheritdoc />
    public BenchmarkCard Card { get; } = new()
    {
        Id = "igakuqa",
        Version = "1",
        Title = "IgakuQA",
        Citation = "Kasai J, Kasai Y, Sakaguchi K, Yamada Y, Radev D. Evaluating GPT-4 and ChatGPT on Japanese Medical Licensing Examinations. 2023. arXiv:2303.18027",
        Status = BenchmarkStatus.Reproduced,
        License = "none stated by the authors; the questions are the Japanese Ministry of Health, Labour and Welfare's",
        Languages = ["ja"],
        Splits = IgakuQaFiles.Splits,
        Downloads = IgakuQaFiles.Downloads,
        PrimaryMetric = "points",
        PromptFields = ["problem_text", "choices"],
        Remarks =
        [
            "Score a year, not the five together: the pass rule is a year's. 529 of the 2,000 questions refer to an image that is not shown (tag text-only = no).",
            "11 questions were struck out and are worth 0 points; 112B30 takes either of two answers; 116A71 counts as right for everybody.",
            "4 of the 12 answers that are numbers hold the digits of the boxes only (114C75, 114F75, 116B50, 116F74): 100 for 10.0. The number and the digits are both right; the reading Published compares to the letter.",
            "The paper's setting, and the default here, shows three solved examples: prompt.jsonl must lie with the questions. the strategy igakuqa-zero-shot asks without it, and is another setting.",
        ],
    };

    /// <inheritdoc />
    public IPromptStrategy DefaultStrategy { get; } = new IgakuQaPrompting { Reading = reading };

    /// <inheritdoc />
    public IReadOnlyList<IScorer> Scorers { get; } = [new PointsScorer()];

    /// <inheritdoc />
    public IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default)
        => IgakuQaQuestion.ReadAsync(Card, split, source ?? throw new ArgumentNullException(nameof(source)), reading, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<Exemplar> LoadExemplarsAsync(IDatasetSource source, CancellationToken cancellationToken = default)
        => IgakuQaQuestion.ReadExemplarsAsync(IgakuQaFiles.FindExamples(source ?? throw new ArgumentNullException(nameof(source))), cancellationToken);
}
