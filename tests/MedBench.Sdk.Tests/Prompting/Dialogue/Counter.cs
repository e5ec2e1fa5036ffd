using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MedBench.Tests.Prompting.Dialogue;

/// <summary>An environment that says how many turns are left and ends with none; its state is the number of turns.</summary>
internal sealed class Counter(int turns) : IEnvironment
{
    public IReadOnlyList<AITool> Tools { get; init; } = [];

    public bool KeepsState { get; init; }

    public string Fingerprint => FormattableString.Invariant($"{turns}");

    public Task<ChatMessage?> RespondAsync(IReadOnlyList<ChatMessage> transcript, IModelAccess models, CancellationToken cancellationToken = default)
    {
        var left = turns - Taken(transcript);
        return Task.FromResult(left == 0 ? null : new ChatMessage(ChatRole.User, FormattableString.Invariant($"{left} left")));
    }

    public JsonElement? ReadState(IReadOnlyList<ChatMessage> transcript)
        => KeepsState ? JsonElement.Parse(FormattableString.Invariant($$"""{"turns":{{Taken(transcript)}}}""")) : null;

    private static int Taken(IReadOnlyList<ChatMessage> transcript) => transcript.Count(message => message.Role == ChatRole.Assistant);
}
