using System.Globalization;
using MedBench.Metrics;

namespace MedBench;

/// <summary>Scores a text by chrF2 or chrF2++ against its best reference.</summary>
/// <remarks>The benchmark's number is the mean over texts; sacreBLEU prints the value of the summed counts, which <see cref="ChrF.OfCorpus"/> gives.</remarks>
public sealed class ChrFScorer : IScorer
{
    private readonly int wordOrder;

    /// <summary>Initializes the scorer.</summary>
    /// <param name="wordOrder">The longest n-grams of words: 0 for chrF, 2 for chrF++.</param>
    /// <exception cref="ArgumentOutOfRangeException">The order is negative.</exception>
    public ChrFScorer(int wordOrder = ChrF.NoWords)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(wordOrder);
        this.wordOrder = wordOrder;
        Info = new ScorerInfo
        {
            Id = "chrf",
            Version = "1",
            Metric = $"chrF2{new string('+', wordOrder)}",
            Range = ScoreRange.ZeroToOne,
            DenominatorPolicy = TextVerdict.Denominator,
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["word-order"] = wordOrder.ToString(CultureInfo.InvariantCulture) },
        };
    }

    /// <inheritdoc />
    public ScorerInfo Info { get; }

    /// <inheritdoc />
    /// <returns>chrF from 0 to 1.</returns>
    public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
        => TextVerdict.Grade(sample, prediction, Info.Id, (text, references) => Score.Graded(ChrF.OfSentence(text, references, wordOrder)));
}
