using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace MedBench.PublicApi;

/// <summary>A model that replies as a function of the request and remembers what it was asked.</summary>
internal sealed class ScriptedModel(string id, Func<ModelRequest, ChatResponse> reply) : IModelClient
{
    private readonly ConcurrentQueue<ModelRequest> requests = new();

    public ModelInfo Info { get; init; } = new() { Id = id };

    public IReadOnlyList<ModelRequest> Requests => [.. requests];

    public static ScriptedModel Saying(string id, Func<string, string> answer)
        => new(id, request => Text(answer(request.Messages[^1].Text)));

    public static ScriptedModel Silent(string id)
        => new(id, _ => throw new AssertionException($"'{id}' was not to be asked."));

    public static ChatResponse Text(string text) => Reply(new TextContent(text));

    public static ChatResponse Reply(params AIContent[] contents)
        => new(new ChatMessage(ChatRole.Assistant, contents)) { FinishReason = ChatFinishReason.Stop };

    /// <summary>Fails as a call that no repetition can help.</summary>
    public static ChatResponse Fail(ModelErrorKind kind = ModelErrorKind.BadRequest) => throw new ModelException(kind, "The call was rejected.");

    public Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default)
    {
        requests.Enqueue(request);
        return Task.FromResult(reply(request));
    }
}
