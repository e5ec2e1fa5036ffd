using System.Globalization;
using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>Turns texts into vectors without any model: hashed TF-IDF over words and runs of four letters.</summary>
/// <remarks>
/// A feature goes to one of the dimensions with a sign, both from a stable hash (Weinberger et al., "Feature hashing for large
/// scale multitask learning", ICML 2009), weighs (1 + ln tf) · idf, and the vector is scaled to length 1. Function words are
/// left out. Without a corpus, idf is ln(1 + letters): rare words tend to be long (Zipf's law of abbreviation), so nearest
/// neighbours work before anything is fitted. Vectors are the same to the bit on every machine. Safe for concurrent use.
/// </remarks>
public sealed class HashedTfIdfEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private const string Provider = "medbench";

    private readonly Dictionary<ulong, double>? fitted;
    private readonly double unseen;
    private readonly string suffix = "";
    private readonly EmbeddingGeneratorMetadata metadata;

    /// <summary>Initializes a generator with the neutral weighting.</summary>
    /// <param name="dimensions">Length of the vectors, at least 1; below a few hundred, features collide.</param>
    public HashedTfIdfEmbeddingGenerator(int dimensions = 1024)
        : this(dimensions, null, 0, "")
    {
    }

    private HashedTfIdfEmbeddingGenerator(int dimensions, Dictionary<ulong, double>? fitted, double unseen, string suffix)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimensions);
        this.fitted = fitted;
        this.unseen = unseen;
        this.suffix = suffix;
        metadata = new EmbeddingGeneratorMetadata(Provider, null, ModelId(dimensions), dimensions);
    }

    /// <summary>Creates a generator whose weights come from a corpus: idf = 1 + ln((1 + N) / (1 + n)) for a feature in n of N texts.</summary>
    /// <param name="corpus">Texts of the kind to be embedded.</param>
    /// <param name="dimensions">Length of the vectors, at least 1.</param>
    /// <returns>A generator whose model id names the corpus by a hash, since other weights make other vectors.</returns>
    public static HashedTfIdfEmbeddingGenerator Fit(IEnumerable<string> corpus, int dimensions = 1024)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        var holders = new Dictionary<ulong, int>();
        var texts = 0;
        var identity = 0UL;
        foreach (var text in corpus)
        {
            texts++;
            identity = StableHash.Combine(identity, StableHash.Of(text));
            foreach (var feature in LexicalFeatures.Of(text))
            {
                holders[feature.Hash] = holders.GetValueOrDefault(feature.Hash) + 1;
            }
        }

        double Idf(int count) => 1 + PortableMath.Log((1.0 + texts) / (1 + count));
        var weights = holders.ToDictionary(entry => entry.Key, entry => Idf(entry.Value));
        return new HashedTfIdfEmbeddingGenerator(dimensions, weights, Idf(0), string.Create(CultureInfo.InvariantCulture, $"-fit-{identity:x16}"));
    }

    /// <inheritdoc />
    /// <remarks>Honours <see cref="EmbeddingGenerationOptions.Dimensions"/>. A text without content words gives the zero vector. Usage counts words.</remarks>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        var dimensions = options?.Dimensions ?? metadata.DefaultModelDimensions!.Value;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimensions, nameof(options));
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        var words = 0L;
        foreach (var text in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            embeddings.Add(new Embedding<float>(Embed(text, dimensions)) { ModelId = ModelId(dimensions) });
            words += LexicalTokenizer.Count(text);
        }

        embeddings.Usage = new UsageDetails { InputTokenCount = words, TotalTokenCount = words };
        return Task.FromResult(embeddings);
    }

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? metadata
            : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <summary>Does nothing: there is nothing to release.</summary>
    public void Dispose()
    {
    }

    private string ModelId(int dimensions) => string.Create(CultureInfo.InvariantCulture, $"medbench-lexical-{dimensions}{suffix}");

    private float[] Embed(string text, int dimensions)
    {
        var sums = new double[dimensions];
        foreach (var feature in LexicalFeatures.Of(text))
        {
            var idf = fitted is null ? PortableMath.Log(1.0 + feature.Length) : fitted.GetValueOrDefault(feature.Hash, unseen);
            var weight = feature.Weight * idf * (1 + PortableMath.Log(feature.Count));
            sums[(feature.Hash >> 1) % (ulong)dimensions] += (feature.Hash & 1) == 0 ? weight : -weight;
        }

        var norm = Math.Sqrt(sums.Sum(number => number * number));
        return Array.ConvertAll(sums, number => norm == 0 ? 0f : (float)(number / norm));
    }
}
