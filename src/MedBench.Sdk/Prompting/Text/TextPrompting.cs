using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>The parts from which a strategy of one question and one reply is composed, whatever the reply holds: a text, a number, several options, a list.</summary>
public sealed record TextPrompting
{
    /// <summary>Gets the strategy's id: kebab-case, never renamed.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the version; it changes whenever <see cref="Compose"/> would ask otherwise or <see cref="Read"/> would read otherwise, for functions have no fingerprint of their own.</summary>
    public required string Version { get; init; }

    /// <summary>Gets one sentence on what it does, with its paper.</summary>
    public required string Description { get; init; }

    /// <summary>Gets every parameter of the functions by name, as invariant text.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets what is sent; <see cref="Ask"/> writes the usual messages.</summary>
    public required Func<SampleInput, IReadOnlyList<ChatMessage>> Compose { get; init; }

    /// <summary>Gets whether the text of the only message is continued as it stands, without any chat template; needs <see cref="ModelCapabilities.Completion"/>.</summary>
    public bool IsCompletion { get; init; }

    /// <summary>Gets what is read off the reply; the whole reply as a <see cref="TextPrediction"/> unless given. Returns <see cref="Unanswered"/> for a reply without an answer, and never throws.</summary>
    public Func<SampleInput, string, Prediction> Read { get; init; } = static (_, reply) => new TextPrediction(reply);

    /// <summary>Gets how tokens are drawn; the endpoint's own way unless given.</summary>
    public SamplingOptions Sampling { get; init; } = SamplingOptions.Unset;

    /// <summary>Gets the ids of the defects of published code that are reproduced here: see <see cref="CompatRule"/>. Reports name them.</summary>
    public IReadOnlyList<string> Compat { get; init; } = [];

    /// <summary>Writes the messages of a single question: the input's earlier turns, then the text with the input's media.</summary>
    /// <param name="input">The input.</param>
    /// <param name="text">The user's text.</param>
    /// <param name="system">The system message; null for none.</param>
    public static IReadOnlyList<ChatMessage> Ask(SampleInput input, string text, string? system = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return
        [
            .. system is null ? [] : new[] { new ChatMessage(ChatRole.System, system) },
            .. input.Conversation,
            new ChatMessage(ChatRole.User, [new TextContent(text), .. input.Media]),
        ];
    }
}
