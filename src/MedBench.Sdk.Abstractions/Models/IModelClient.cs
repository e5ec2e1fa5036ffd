using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>One model behind one endpoint.</summary>
/// <remarks>
/// Implementations are safe for concurrent use, hold no conversation, and fail with <see cref="ModelException"/> only
/// (or <see cref="OperationCanceledException"/> when the caller cancels). Powers beyond chat are further interfaces,
/// found with <see cref="GetCapability{T}"/>.
/// </remarks>
public interface IModelClient
{
    /// <summary>Gets the model's id, endpoint, powers, limits and price.</summary>
    ModelInfo Info { get; }

    /// <summary>Sends a conversation and returns the reply.</summary>
    /// <param name="request">Messages and decoding options; never changed by the client.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ModelException">No usable reply; says of which kind.</exception>
    Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default);

    /// <summary>Returns an optional power of this client, for instance <see cref="ILogLikelihoodClient"/>; null where it has none.</summary>
    /// <typeparam name="T">The capability's interface.</typeparam>
    T? GetCapability<T>()
        where T : class => this as T;
}
