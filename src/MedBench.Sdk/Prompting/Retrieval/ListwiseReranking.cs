using System.Globalization;
using System.Text;
using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>How the model under evaluation puts found documents in a better order: it reads them together and lists their numbers (RankGPT: Sun et al. 2023, arXiv 2304.09542).</summary>
/// <remarks>More documents than fit a window are gone through from the end, each window carrying its best on into the next. The wording of the prompt is ours.</remarks>
public sealed record ListwiseReranking
{
    /// <summary>Gets how many of the documents found first are put in order; the others keep their places behind them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2.</exception>
    public int Documents { get; init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Put at least 2 documents in order."); } = 10;

    /// <summary>Gets how many documents one call shows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2.</exception>
    public int Window { get; init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A window shows at least 2 documents."); } = 20;

    /// <summary>Gets how many words of each document are shown.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are none.</exception>
    public int Words { get; init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Show at least one word."); } = 512;

    /// <summary>Gets how tokens are drawn; the endpoint's own way unless given.</summary>
    public SamplingOptions Sampling { get; init; } = SamplingOptions.Unset;

    internal static IReadOnlyList<ChatMessage> Compose(SampleInput input, IReadOnlyList<Document> documents, int words)
    {
        var text = new StringBuilder("Rank the passages below by how well each helps to answer the query.\n\nQuery:\n").Append(input.Stem).Append('\n');
        for (var i = 0; i < documents.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n[{i + 1}] {PassageText.Cut(documents[i], words)}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\nList the numbers of all {documents.Count} passages, the most helpful first, in the form [2] > [1] > [3]. Write nothing else.");
        return TextPrompting.Ask(input, text.ToString());
    }

    /// <summary>Reads the numbers in brackets, each once; passages that are not listed follow in their old order.</summary>
    /// <returns>Positions from 0; null where the reply lists none.</returns>
    internal static IReadOnlyList<int>? Read(string reply, int count)
    {
        var order = new List<int>(count);
        for (var open = reply.IndexOf('[', StringComparison.Ordinal); open >= 0; open = reply.IndexOf('[', open + 1))
        {
            var close = reply.IndexOf(']', open);
            if (close > open + 1 && close - open <= 6 && int.TryParse(reply.AsSpan()[(open + 1)..close], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= count && !order.Contains(number - 1))
            {
                order.Add(number - 1);
            }
        }

        return order.Count == 0 ? null : [.. order, .. Enumerable.Range(0, count).Except(order)];
    }
}
