using Microsoft.Extensions.AI;

namespace MedBench.Tests.Models;

/// <summary>A client whose every call is scripted by its number, from 1.</summary>
internal sealed class ScriptedCalls(Func<int, CancellationToken, Task<ChatResponse>> script) : IModelClient, IModelTimeouts
{
    private int calls;

    public int Calls => Volatile.Read(ref calls);

    /// <summary>Gets whether the client says that it ends its attempts by itself.</summary>
    public bool KeepsTime { get; init; } = true;

    public ModelInfo Info { get; } = new() { Id = "scripted" };

    public TimeSpan AttemptTimeout => TimeSpan.FromSeconds(120);

    public TimeSpan TotalTimeout => TimeSpan.FromMinutes(15);

    public static ChatResponse Answer() => new(new ChatMessage(ChatRole.Assistant, "A"));

    public Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default) => script(Interlocked.Increment(ref calls), cancellationToken);

    public T? GetCapability<T>()
        where T : class => typeof(T) == typeof(IModelTimeouts) && !KeepsTime ? null : this as T;
}
