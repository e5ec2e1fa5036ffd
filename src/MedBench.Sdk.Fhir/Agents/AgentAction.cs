using System.Text.Json;

namespace MedBench.Benchmarks;

/// <summary>What MedAgentBench's environment reads off a reply.</summary>
/// <param name="Kind">What the agent does.</param>
/// <param name="Address">The address of GET or POST; empty otherwise.</param>
/// <param name="Content">The payload of a POST or the answer of a FINISH, as text.</param>
internal sealed record AgentAction(AgentActionKind Kind, string Address, string Content)
{
    private const string Finish = "FINISH(";
    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 64 };

    /// <summary>Gets whether the environment carries the action out; only a POST whose payload is no JSON is turned down.</summary>
    public bool IsAccepted => Kind is not AgentActionKind.Invalid && (Kind is not AgentActionKind.Post || ReadJson(Content) is not null);

    public static AgentAction Parse(string reply)
    {
        var text = reply.Trim().Replace("```tool_code", "", StringComparison.Ordinal).Replace("```", "", StringComparison.Ordinal).Trim();
        return text.StartsWith("GET", StringComparison.Ordinal) ? new(AgentActionKind.Get, text[3..].Trim(), "")
            : text.StartsWith("POST", StringComparison.Ordinal) ? ParsePost(text)
            : text.StartsWith(Finish, StringComparison.Ordinal) ? new(AgentActionKind.Finish, "", text.Length > Finish.Length ? text[Finish.Length..^1] : "")
            : new(AgentActionKind.Invalid, "", "");
    }

    /// <summary>Reads a POST as the published graders do: off the reply as it stands, whatever it begins with.</summary>
    public static AgentAction ParsePost(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var line = end < 0 ? text : text[..end];
        return new(AgentActionKind.Post, (line.Length > 4 ? line[4..] : "").Trim(), end < 0 ? "" : text[(end + 1)..]);
    }

    /// <summary>Reads JSON; null where it is none.</summary>
    public static JsonElement? ReadJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Bounded);
            return document.RootElement.Clone();
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
