using Microsoft.Extensions.AI;

namespace MedBench.Running;

/// <summary>Makes model calls while somebody listens.</summary>
internal static class ObservedCalls
{
    public static async Task<ChatResponse> CompleteAsync(ResilientModelClient client, ModelRequest request, string role, CellObserver observer, CancellationToken cancellationToken)
    {
        using var call = new CallObservation("chat", client.Info, role, observer.Run.Time);
        call.Describe(request.Options);
        var takesContent = observer.CapturesContent && call.IsRecorded;
        call.Set(TelemetryName.InputMessages, takesContent ? MessageJson.Of(request.Messages) : null);
        try
        {
            var response = await client.CompleteAsync(request, cancellationToken).ConfigureAwait(false);
            call.Describe(response);
            call.Set(TelemetryName.OutputMessages, takesContent ? MessageJson.Of(response.Messages, response.FinishReason) : null);
            return response;
        }
        catch (Exception exception)
        {
            call.Fail(exception, observer.CapturesContent);
            throw;
        }
    }

    /// <summary>Scores continuations: the conventions have no name for it, and over the wire it is a text completion without new text.</summary>
    public static async Task<IReadOnlyList<LogLikelihood>> ScoreAsync(ResilientModelClient client, LogLikelihoodRequest request, string role, CellObserver observer, CancellationToken cancellationToken)
    {
        using var call = new CallObservation("text_completion", client.Info, role, observer.Run.Time);
        call.Set(TelemetryName.InputMessages, observer.CapturesContent && call.IsRecorded ? MessageJson.Of([new ChatMessage(ChatRole.User, request.Prompt)]) : null);
        try
        {
            var scores = await client.GetCapability<ILogLikelihoodClient>()!.ScoreAsync(request, cancellationToken).ConfigureAwait(false);
            call.Count(LogLikelihoodJson.UsageOf(scores));
            return scores;
        }
        catch (Exception exception)
        {
            call.Fail(exception, observer.CapturesContent);
            throw;
        }
    }

    /// <summary>Embeds texts, which are never told: they may belong to several benchmarks.</summary>
    public static async Task<GeneratedEmbeddings<Embedding<float>>> EmbedAsync(IEmbeddingGenerator<string, Embedding<float>> generator, IEnumerable<string> texts, EmbeddingGenerationOptions? options, TimeProvider time, CancellationToken cancellationToken)
    {
        using var call = new CallObservation("embeddings", Describe(generator, options), null, time);
        try
        {
            var embeddings = await generator.GenerateAsync(texts, options, cancellationToken).ConfigureAwait(false);
            call.DescribeModel(embeddings.Count > 0 ? embeddings[0].ModelId : null);
            call.Count(embeddings.Usage);
            return embeddings;
        }
        catch (Exception exception)
        {
            call.Fail(exception, withText: false);
            throw;
        }
    }

    private static ModelInfo Describe(IEmbeddingGenerator generator, EmbeddingGenerationOptions? options)
    {
        var metadata = generator.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata;
        return new ModelInfo { Id = options?.ModelId ?? metadata?.DefaultModelId ?? generator.GetType().Name, Provider = metadata?.ProviderName ?? "custom", Endpoint = metadata?.ProviderUri };
    }
}
