using MedBench.Metrics;

namespace MedBench;

/// <summary>Scores a text by the F1 of BERTScore; of several references the best counts.</summary>
/// <remarks>See <see cref="BertScore"/>: only contextual vectors give the published metric, and with others it is called word vector F1. Tokens beyond the first 4,096 of a text do not count.</remarks>
public sealed class BertScoreScorer : IScorer
{
    private const int MostTokens = 4096;

    private readonly ITokenEmbedder embedder;
    private readonly InverseDocumentFrequency? weights;
    private readonly OverlapScore? baseline;

    /// <summary>Initializes the scorer.</summary>
    /// <param name="embedder">Gives each token its vector.</param>
    /// <param name="weights">Weighs rare tokens more; null weighs all alike.</param>
    /// <param name="baseline">The score of unrelated texts for this embedder; null does not rescale.</param>
    public BertScoreScorer(ITokenEmbedder embedder, InverseDocumentFrequency? weights = null, OverlapScore? baseline = null)
    {
        ArgumentNullException.ThrowIfNull(embedder);
        (this.embedder, this.weights, this.baseline) = (embedder, weights, baseline);
        Info = new ScorerInfo
        {
            Id = "bert-score",
            Version = "1",
            Metric = embedder.IsContextual ? "BERTScore F1" : "word vector F1",
            DenominatorPolicy = TextVerdict.Denominator,
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["embedder"] = embedder.Name,
                ["idf"] = weights is null ? "no" : "yes",
                ["baseline"] = baseline is { } b ? FormattableString.Invariant($"{b.Precision}, {b.Recall}, {b.F1}") : "none",
            },
        };
    }

    /// <inheritdoc />
    public ScorerInfo Info { get; }

    /// <inheritdoc />
    /// <returns>F1, with the parts <c>precision</c> and <c>recall</c>; Failed where the vectors are not numbers.</returns>
    public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
        => TextVerdict.GradeAsync(sample, prediction, Info.Id, async (text, references) =>
        {
            var embedded = (await embedder.EmbedAsync([text, .. references], cancellationToken).ConfigureAwait(false)).Select(Cut).ToList();
            var best = embedded.Skip(1).Select(reference => BertScore.Of(embedded[0], reference, weights, baseline)).MaxBy(overlap => overlap.F1);
            return double.IsFinite(best.F1) && double.IsFinite(best.Precision) && double.IsFinite(best.Recall)
                ? TextVerdict.OfOverlap(best)
                : Score.None(Outcome.Failed, "The token vectors are not finite numbers. Check the embedder.");
        });

    private static TokenEmbeddings Cut(TokenEmbeddings text) => text.Tokens.Count <= MostTokens ? text
        : new TokenEmbeddings { Tokens = [.. text.Tokens.Take(MostTokens)], Vectors = [.. text.Vectors.Take(MostTokens)] };
}
