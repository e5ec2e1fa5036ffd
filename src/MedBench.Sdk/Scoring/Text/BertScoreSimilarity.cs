using System.Globalization;
using MedBench.Metrics;

namespace MedBench;

/// <summary>BERTScore's F1 as one measure among several.</summary>
/// <remarks>MEDEC rescales with the baseline of microsoft/deberta-xlarge-mnli, ACI-BENCH does not. See <see cref="BertScore"/>.</remarks>
public sealed class BertScoreSimilarity : ITextSimilarity
{
    private readonly ITokenEmbedder embedder;
    private readonly OverlapScore? baseline;

    /// <summary>Initializes the measure.</summary>
    /// <param name="embedder">Gives each token its vector.</param>
    /// <param name="baseline">The score of unrelated texts for this embedder; null does not rescale.</param>
    public BertScoreSimilarity(ITokenEmbedder embedder, OverlapScore? baseline = null)
    {
        ArgumentNullException.ThrowIfNull(embedder);
        (this.embedder, this.baseline) = (embedder, baseline);
    }

    /// <inheritdoc />
    public string Name => "bert-score";

    /// <inheritdoc />
    public string Description => baseline is { F1: var level } ? string.Create(CultureInfo.InvariantCulture, $"{embedder.Name}, rescaled from {level}") : embedder.Name;

    /// <inheritdoc />
    public async ValueTask<double> CompareAsync(string prediction, string reference, CancellationToken cancellationToken = default)
    {
        var embedded = await embedder.EmbedAsync([prediction, reference], cancellationToken).ConfigureAwait(false);
        return BertScore.Of(embedded[0], embedded[1], weights: null, baseline).F1;
    }
}
