using System.Text.Json;

namespace MedBench.Benchmarks;

/// <summary>A POST that the environment accepted.</summary>
/// <param name="Address">The address as it was written.</param>
/// <param name="Payload">The resource.</param>
/// <param name="IsPlain">Whether the published graders read it too: it stood in the reply without a code fence or anything before it.</param>
internal sealed record AgentPost(string Address, JsonElement Payload, bool IsPlain)
{
    /// <summary>Reads the POST of a reply; null where it has none that is accepted.</summary>
    public static AgentPost? Read(string reply)
    {
        var action = AgentAction.Parse(reply);
        if (action.Kind is not AgentActionKind.Post || AgentAction.ReadJson(action.Content) is not { } payload)
        {
            return null;
        }

        var published = AgentAction.ParsePost(reply);
        return new AgentPost(action.Address, payload, published.Address == action.Address && AgentAction.ReadJson(published.Content) is not null);
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("address", Address);
        json.WritePropertyName("payload");
        Payload.WriteTo(json);
        json.WriteBoolean("isPlain", IsPlain);
        json.WriteEndObject();
    }
}
