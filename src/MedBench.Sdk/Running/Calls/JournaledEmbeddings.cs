using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace MedBench.Running;

/// <summary>Takes vectors from the journal where it can and records what it must ask, so that no text is embedded twice.</summary>
internal sealed class JournaledEmbeddings(IEmbeddingGenerator<string, Embedding<float>> inner, string model, Journal journal, TimeProvider time) : IEmbeddingGenerator<string, Embedding<float>>
{
    public const string Role = "embeddings";

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        var keys = texts.ConvertAll(text => CallKey.Create(Role, Role, $"{model}/{options?.ModelId}/{options?.Dimensions}", SHA256.HashData(Encoding.UTF8.GetBytes(text)), 0));
        var vectors = keys.ConvertAll(Find);
        var missing = Enumerable.Range(0, texts.Count).Where(i => vectors[i] is null).DistinctBy(i => keys[i]).ToList();
        var asked = new Dictionary<CallKey, Embedding<float>>();
        if (missing.Count > 0)
        {
            var started = time.GetTimestamp();
            var fresh = await AskAsync(missing.Select(i => texts[i]), options, cancellationToken).ConfigureAwait(false);
            for (var j = 0; j < missing.Count; j++)
            {
                asked.Add(keys[missing[j]], fresh[j]);
                Record(keys[missing[j]], texts[missing[j]], fresh[j].Vector.Span, time.GetElapsedTime(started) / missing.Count, Share(fresh.Usage, j, missing.Count));
            }
        }

        return [.. vectors.Select((vector, i) => vector ?? asked[keys[i]])];
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => inner.GetService(serviceType, serviceKey);

    public void Dispose()
    {
        // The generator is the application's, which disposes it.
    }

    private Task<GeneratedEmbeddings<Embedding<float>>> AskAsync(IEnumerable<string> texts, EmbeddingGenerationOptions? options, CancellationToken cancellationToken) => Instruments.AreCallsObserved
        ? ObservedCalls.EmbedAsync(inner, texts, options, time, cancellationToken)
        : inner.GenerateAsync(texts, options, cancellationToken);

    private Embedding<float>? Find(CallKey key)
        => journal.FindReply(key) is { } json ? new Embedding<float>(MemoryMarshal.Cast<byte, float>(Convert.FromBase64String(Encoding.ASCII.GetString(json.AsSpan()[1..^1]))).ToArray()) : null;

    /// <summary>Gives a text its equal share of the tokens that the endpoint counted for all texts of the request; the shares add up to them.</summary>
    private static long? Share(UsageDetails? usage, int index, int count)
        => (usage?.InputTokenCount ?? usage?.TotalTokenCount) is { } tokens ? (tokens * (index + 1) / count) - (tokens * index / count) : null;

    private void Record(CallKey key, string text, ReadOnlySpan<float> vector, TimeSpan duration, long? tokens) => journal.AppendVector(new CallRecord
    {
        Key = key,
        Scope = Role,
        Role = Role,
        Model = model,
        Request = JournalFormat.Json(text, static (json, text) => json.WriteStringValue(text)).ToArray(),
        Duration = duration,
        Vector = MemoryMarshal.AsBytes(vector).ToArray(),
        VectorTokens = tokens,
    });
}
