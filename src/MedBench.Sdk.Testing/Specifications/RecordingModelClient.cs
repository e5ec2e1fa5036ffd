using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace MedBench.Testing;

/// <summary>Writes down what is sent to another model, continuations to score included.</summary>
internal sealed class RecordingModelClient(IModelClient inner) : IModelClient
{
    private readonly ConcurrentBag<string> requests = [];

    public ModelInfo Info => inner.Info;

    /// <summary>Gets the requests as text, sorted, since concurrent calls arrive in any order.</summary>
    public IReadOnlyList<string> Requests => [.. requests.Order(StringComparer.Ordinal)];

    public Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default)
    {
        requests.Add($"{PromptText.Of(request)}\n{RequestText.Of(request)}");
        return inner.CompleteAsync(request, cancellationToken);
    }

    public T? GetCapability<T>()
        where T : class
        => typeof(T) == typeof(ILogLikelihoodClient) && inner.GetCapability<ILogLikelihoodClient>() is { } scorer
            ? new RecordingScorer(scorer, requests) as T
            : this as T ?? inner.GetCapability<T>();

    private sealed class RecordingScorer(ILogLikelihoodClient inner, ConcurrentBag<string> requests) : ILogLikelihoodClient
    {
        public Task<IReadOnlyList<LogLikelihood>> ScoreAsync(LogLikelihoodRequest request, CancellationToken cancellationToken = default)
        {
            requests.Add($"{request.Prompt}\n{string.Join('\n', request.Continuations)}");
            return inner.ScoreAsync(request, cancellationToken);
        }
    }
}
