using Microsoft.Extensions.AI;

namespace MedBench.Tests.Models;

/// <summary>An endpoint whose every other call fails; a continuation has as many tokens as letters.</summary>
internal sealed class ScriptedLikelihoods : IModelClient, ILogLikelihoodClient
{
    public int Calls { get; private set; }

    public ModelInfo Info { get; } = new() { Id = "likelihoods", Endpoint = new Uri("https://example.org") };

    public Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<LogLikelihood>> ScoreAsync(LogLikelihoodRequest request, CancellationToken cancellationToken = default)
        => ++Calls % 2 == 1
            ? throw new ModelException(ModelErrorKind.Server, "x")
            : Task.FromResult<IReadOnlyList<LogLikelihood>>([.. request.Continuations.Select(text => new LogLikelihood(-1, text.Length))]);
}
