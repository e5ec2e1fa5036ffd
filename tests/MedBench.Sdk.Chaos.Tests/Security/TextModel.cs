using Microsoft.Extensions.AI;

namespace MedBench.Chaos;

/// <summary>Replies with given texts and counts its calls.</summary>
internal sealed class TextModel(ModelInfo info, Func<string, string> reply) : IModelClient
{
    private int calls;

    public int Calls => calls;

    public ModelInfo Info => info;

    /// <summary>Gets or sets the id that replies report; null reports none.</summary>
    public string? Reported { get; init; }

    public Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref calls);
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, reply(request.Messages[^1].Text))) { ModelId = Reported });
    }
}
