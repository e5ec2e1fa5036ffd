using MedBench.Metrics;
using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>Embeds every token by itself, as a text of one word.</summary>
/// <remarks>
/// Not what the BERTScore paper does: a token has the same vector in every text, so that word order, negation and the sense of a word do not count, and
/// published baselines for rescaling do not fit. It needs no more than an embedding endpoint; say "greedy matching of word vectors".
/// </remarks>
public sealed class SingleTokenEmbedder : ITokenEmbedder
{
    private readonly IEmbeddingGenerator<string, Embedding<float>> generator;
    private readonly TextTokenizer tokenizer;

    /// <summary>Initializes the embedder.</summary>
    /// <param name="name">Name and version of the embedding model, for reports.</param>
    /// <param name="generator">Embeds the tokens.</param>
    /// <param name="tokenizer">Splits the texts; <see cref="TextTokenizer.Multilingual"/> where null.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public SingleTokenEmbedder(string name, IEmbeddingGenerator<string, Embedding<float>> generator, TextTokenizer? tokenizer = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(generator);
        (this.generator, this.tokenizer) = (generator, tokenizer ?? TextTokenizer.Multilingual);
        Name = $"{name}, single tokens ({this.tokenizer})";
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public bool IsContextual => false;

    /// <inheritdoc />
    /// <remarks>Every distinct token of all texts is embedded once, in one call.</remarks>
    public async ValueTask<IReadOnlyList<TokenEmbeddings>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        IReadOnlyList<string>[] tokens = [.. texts.Select(tokenizer.Tokenize)];
        string[] distinct = [.. tokens.SelectMany(text => text).Distinct(StringComparer.Ordinal)];
        var vectors = new Dictionary<string, ReadOnlyMemory<float>>(distinct.Length, StringComparer.Ordinal);
        if (distinct.Length > 0)
        {
            var embeddings = await generator.GenerateAsync(distinct, options: null, cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < distinct.Length; i++)
            {
                vectors.Add(distinct[i], embeddings[i].Vector);
            }
        }

        return [.. tokens.Select(text => new TokenEmbeddings { Tokens = text, Vectors = [.. text.Select(token => vectors[token])] })];
    }
}
