using MedBench.Metrics;

namespace MedBench;

/// <summary>Scores a text by F1 over its words, as SQuAD does; of several references the best counts.</summary>
public sealed class TokenF1Scorer : IScorer
{
    private readonly TextTokenizer tokenizer;
    private readonly bool emptyMatchesEmpty;

    /// <summary>Initializes the scorer.</summary>
    /// <param name="tokenizer">Splits the texts; <see cref="TextTokenizer.QuasiExact"/> where null.</param>
    /// <param name="emptyMatchesEmpty">Whether two texts without words agree (SQuAD v2) or not (SQuAD v1.1).</param>
    public TokenF1Scorer(TextTokenizer? tokenizer = null, bool emptyMatchesEmpty = true)
    {
        (this.tokenizer, this.emptyMatchesEmpty) = (tokenizer ?? TextTokenizer.QuasiExact, emptyMatchesEmpty);
        Info = new ScorerInfo
        {
            Id = "token-f1",
            Version = "1",
            Metric = "token F1",
            Range = ScoreRange.ZeroToOne,
            DenominatorPolicy = TextVerdict.Denominator,
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["tokenizer"] = this.tokenizer.Name,
                ["empty"] = emptyMatchesEmpty ? "matches empty" : "matches nothing",
            },
        };
    }

    /// <inheritdoc />
    public ScorerInfo Info { get; }

    /// <inheritdoc />
    /// <returns>F1 from 0 to 1, with the parts <c>precision</c> and <c>recall</c>.</returns>
    public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
        => TextVerdict.Grade(sample, prediction, Info.Id, (text, references) =>
        {
            var tokens = tokenizer.Tokenize(text);
            var best = references.Select(reference => TokenF1.Of(tokens, tokenizer.Tokenize(reference), emptyMatchesEmpty)).MaxBy(overlap => overlap.F1);
            return TextVerdict.OfOverlap(best);
        });
}
