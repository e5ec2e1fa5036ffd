using Microsoft.Extensions.AI;

namespace MedBench.Testing;

/// <summary>A model that never says anything: every call fails with <see cref="ModelErrorKind.EmptyReply"/>.</summary>
/// <remarks>A client never returns an empty response, so that no strategy can take silence for an answer; this is the failure that they must survive instead.</remarks>
public sealed class SilentModelClient : IModelClient
{
    private int calls;

    /// <inheritdoc />
    public ModelInfo Info { get; init; } = new() { Id = "silent", Provider = "fake", IsInProcess = true };

    /// <summary>Gets the number of calls so far.</summary>
    public int Calls => Volatile.Read(ref calls);

    /// <inheritdoc />
    public Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<ChatResponse>(cancellationToken);
        }

        Interlocked.Increment(ref calls);
        return Task.FromException<ChatResponse>(new ModelException(ModelErrorKind.EmptyReply, $"Model '{Info.Id}' replied without content."));
    }
}
