using Microsoft.Extensions.AI;

namespace MedBench.Testing;

/// <summary>A model that replies to everything with one text, and finds every continuation equally likely.</summary>
internal sealed class BabblingModelClient(string text) : IModelClient, ILogLikelihoodClient
{
    public ModelInfo Info { get; } = OracleModelClient.WithEveryPower with { Id = "babbling" };

    public Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default)
        => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, text)) { FinishReason = ChatFinishReason.Stop });

    public Task<IReadOnlyList<LogLikelihood>> ScoreAsync(LogLikelihoodRequest request, CancellationToken cancellationToken = default)
        => Task.FromResult<IReadOnlyList<LogLikelihood>>([.. request.Continuations.Select(_ => new LogLikelihood(-1, 1))]);
}
