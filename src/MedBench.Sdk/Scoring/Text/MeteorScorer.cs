using MedBench.Metrics;

namespace MedBench;

/// <summary>Scores a text by METEOR with the stages exact and stem; of several references the best counts.</summary>
/// <remarks>See <see cref="Meteor"/> for what is left out. Tokens are words without punctuation; harnesses that call nltk's <c>word_tokenize</c> count punctuation marks as words.</remarks>
public sealed class MeteorScorer : IScorer
{
    private readonly TextTokenizer tokenizer;

    /// <summary>Initializes the scorer.</summary>
    /// <param name="tokenizer">Splits the texts; <see cref="TextTokenizer.Multilingual"/> where null.</param>
    public MeteorScorer(TextTokenizer? tokenizer = null)
    {
        this.tokenizer = tokenizer ?? TextTokenizer.Multilingual;
        Info = new ScorerInfo
        {
            Id = "meteor",
            Version = "1",
            Metric = "METEOR (exact, stem)",
            Range = ScoreRange.ZeroToOne,
            DenominatorPolicy = TextVerdict.Denominator,
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["tokenizer"] = this.tokenizer.Name, ["stages"] = "exact, stem" },
        };
    }

    /// <inheritdoc />
    public ScorerInfo Info { get; }

    /// <inheritdoc />
    /// <returns>METEOR from 0 to nearly 1.</returns>
    public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
        => TextVerdict.Grade(sample, prediction, Info.Id, (text, references) =>
        {
            var tokens = tokenizer.Tokenize(text);
            return Score.Graded(references.Max(reference => Meteor.Of(tokens, tokenizer.Tokenize(reference))));
        });
}
