using Microsoft.Extensions.AI;

namespace MedBench.Testing;

/// <summary>Takes the first option whatever is asked, and claims every power.</summary>
internal sealed class FirstOptionModelClient : IModelClient, ILogLikelihoodClient
{
    public ModelInfo Info { get; } = new()
    {
        Id = "first-option",
        Provider = "fake",
        IsInProcess = true,
        Capabilities = ModelCapabilities.Images | ModelCapabilities.Tools | ModelCapabilities.LogLikelihood | ModelCapabilities.Prefix,
    };

    public async Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.Yield();
        return FakeReply.Create(Info, request, FakeReply.FormatAnswer(request, "A"));
    }

    public async Task<IReadOnlyList<LogLikelihood>> ScoreAsync(LogLikelihoodRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.Yield();
        return [.. request.Continuations.Select((_, i) => new LogLikelihood(-1 - i, 1))];
    }
}
