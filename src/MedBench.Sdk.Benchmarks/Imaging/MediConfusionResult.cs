using MedBench.Metrics;

namespace MedBench.Benchmarks;

/// <summary>The table that MediConfusion prints: its figures over all pairs and by category.</summary>
/// <remarks>
/// As utils/answering.py counts (<c>create_score_table</c>, <c>print_score</c>): a category's figures of pairs (set accuracy, confusion, precision)
/// count a pair once for each of its images in the category; individual accuracy and invalid answers count the category's images alone.
/// </remarks>
public sealed record MediConfusionResult
{
    /// <summary>Gets the figures over all pairs.</summary>
    public required PairFigures Total { get; init; }

    /// <summary>Gets the figures by category, for instance <c>cerebral</c>; the published numbers of images are those of the file.</summary>
    public required IReadOnlyDictionary<string, PairFigures> Categories { get; init; }

    /// <summary>Computes the table.</summary>
    /// <param name="answers">Samples of the benchmark with what was predicted for them, both images of each pair, in any order.</param>
    /// <exception cref="ArgumentException">A pair lacks one of its images, or there is none.</exception>
    public static MediConfusionResult Of(IEnumerable<(Sample Sample, Prediction Prediction)> answers)
    {
        var pairs = answers.GroupBy(answer => answer.Sample.ClusterId ?? "", StringComparer.Ordinal).Select(pair => pair.OrderBy(answer => answer.Sample.Input.Id, StringComparer.Ordinal).ToArray()).ToArray();
        if (Array.Find(pairs, pair => pair.Length != 2) is { } odd)
        {
            throw new ArgumentException($"The pair '{odd[0].Sample.ClusterId}' has {odd.Length} answers. Supply one for each of its two images.", nameof(answers));
        }

        var members = pairs.SelectMany(pair => pair.Select(answer => (answer.Sample, Pair: AnswersOf(pair), Single: AnswersOf([answer, answer]))));
        return new MediConfusionResult
        {
            Total = PairFigures.Of(pairs.Select(AnswersOf)),
            Categories = members
                .SelectMany(member => member.Sample.Tags.Keys.Where(tag => tag.StartsWith(MediConfusionFormat.Category, StringComparison.Ordinal)).Select(tag => (Category: tag[MediConfusionFormat.Category.Length..], member.Pair, member.Single)))
                .GroupBy(member => member.Category, StringComparer.Ordinal)
                .OrderBy(category => category.Key, StringComparer.Ordinal)
                .ToDictionary(category => category.Key, category => FiguresOf([.. category.Select(member => member.Pair)], [.. category.Select(member => member.Single)]), StringComparer.Ordinal),
        };
    }

    private static PairFigures FiguresOf(PairAnswers[] pairs, PairAnswers[] images)
    {
        var single = PairFigures.Of(images);
        return PairFigures.Of(pairs) with { IndividualAccuracy = single.IndividualAccuracy, Invalid = single.Invalid };
    }

    private static PairAnswers AnswersOf((Sample Sample, Prediction Prediction)[] pair)
        => new(Chosen(pair[0].Prediction), Chosen(pair[1].Prediction), Right(pair[0].Sample), Right(pair[1].Sample));

    private static string? Chosen(Prediction prediction) => prediction is ChoicePrediction { Labels: [var label] } ? label : null;

    private static string Right(Sample sample) => ((ChoiceTarget)sample.Target).Labels[0];
}
