using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>A model client seen as a chat client.</summary>
internal sealed class ModelChatClient(IModelClient model, string purpose) : IChatClient
{
    private readonly ChatClientMetadata metadata = new(model.Info.Provider, model.Info.Endpoint, model.Info.Id);

    public IModelClient Model => model;

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var request = new ModelRequest { Messages = [.. messages], Options = options?.Clone(), Purpose = purpose };
        return model.CompleteAsync(request, cancellationToken);
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        foreach (var update in response.ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? metadata
            : serviceType == typeof(ModelInfo) ? model.Info
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType.IsInstanceOfType(model) ? model
            : null;
    }

    public void Dispose()
    {
        // The model belongs to whoever created it.
    }
}
