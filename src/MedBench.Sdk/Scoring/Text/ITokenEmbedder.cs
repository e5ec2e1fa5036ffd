using MedBench.Metrics;

namespace MedBench;

/// <summary>Splits texts into tokens and gives each token a vector.</summary>
/// <remarks>For BERTScore as published, return the hidden states of a layer, in which a token's vector depends on its text, without the markers of beginning and end.</remarks>
public interface ITokenEmbedder
{
    /// <summary>Gets the model, its version and the layer, for reports.</summary>
    string Name { get; }

    /// <summary>Gets whether a token's vector depends on the text around it, without which the metric is not called BERTScore.</summary>
    bool IsContextual => true;

    /// <summary>Embeds the tokens of several texts.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>One result a text, in order.</returns>
    ValueTask<IReadOnlyList<TokenEmbeddings>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken = default);
}
