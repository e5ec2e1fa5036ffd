using Microsoft.Extensions.AI;

namespace MedBench.Tests.Models;

/// <summary>A chat client that does as it is told, and may spoil what it is given.</summary>
internal sealed class ScriptedChat(Func<List<ChatMessage>, ChatOptions?, ChatResponse> script, Action<ChatMessage>? spoil = null) : IChatClient
{
    public ChatClientMetadata? Metadata { get; init; }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = (List<ChatMessage>)messages;
        spoil?.Invoke(list[0]);
        return Task.FromResult(script(list, options));
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(ChatClientMetadata) ? Metadata : null;

    public void Dispose()
    {
    }
}
