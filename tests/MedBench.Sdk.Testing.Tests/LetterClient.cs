using Microsoft.Extensions.AI;

namespace MedBench.Testing.Tests;

/// <summary>A client that does everything right unless a test replaces what it does.</summary>
internal sealed class LetterClient : IModelClient
{
    public ModelInfo Info { get; set; } = new() { Id = "letter" };

    public Func<ModelRequest, CancellationToken, Task<ChatResponse>> Body { get; init; } = (_, token) =>
        token.IsCancellationRequested ? Task.FromCanceled<ChatResponse>(token) : Reply("B");

    public Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default) => Body(request, cancellationToken);

    public static Task<ChatResponse> Reply(string text) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, text)));
}
