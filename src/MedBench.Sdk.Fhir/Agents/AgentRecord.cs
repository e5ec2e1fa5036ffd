using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks;

/// <summary>What an agent did in one dialogue: what it answered, what it ordered. All that MedAgentBench grades, since nothing is ever written.</summary>
internal sealed record AgentRecord
{
    public const string Completed = "completed";
    public const string InvalidAction = "invalid-action";
    public const string Running = "running";

    public required string Status { get; init; }

    /// <summary>Gets what stands between FINISH( and the last character; null without FINISH.</summary>
    public string? Result { get; init; }

    public IReadOnlyList<AgentPost> Posts { get; init; } = [];

    /// <summary>Gets whether a reply contains the letters POST.</summary>
    public bool MentionsPost { get; init; }

    public static AgentRecord Of(IReadOnlyList<ChatMessage> transcript)
    {
        var replies = transcript.Where(message => message.Role == ChatRole.Assistant).Select(message => message.Text).ToList();
        var last = replies.Count == 0 ? null : AgentAction.Parse(replies[^1]);
        return new AgentRecord
        {
            Status = last?.Kind switch { AgentActionKind.Finish => Completed, AgentActionKind.Invalid => InvalidAction, _ => Running },
            Result = last?.Kind == AgentActionKind.Finish ? last.Content : null,
            Posts = [.. replies.Select(AgentPost.Read).OfType<AgentPost>()],
            MentionsPost = replies.Exists(reply => reply.Contains("POST", StringComparison.Ordinal)),
        };
    }

    public JsonElement ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("status", Status);
            json.WriteString("result", Result);
            json.WriteBoolean("mentionsPost", MentionsPost);
            json.WriteStartArray("posts");
            foreach (var post in Posts)
            {
                post.Write(json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return JsonElement.Parse(stream.ToArray());
    }

    /// <exception cref="InvalidOperationException">The JSON is not that of <see cref="ToJson"/>.</exception>
    public static AgentRecord Read(JsonElement json)
    {
        try
        {
            return new AgentRecord
            {
                Status = json.GetProperty("status").GetString()!,
                Result = json.GetProperty("result").GetString(),
                MentionsPost = json.GetProperty("mentionsPost").GetBoolean(),
                Posts = [.. json.GetProperty("posts").EnumerateArray().Select(post => new AgentPost(post.GetProperty("address").GetString()!, post.GetProperty("payload"), post.GetProperty("isPlain").GetBoolean()))],
            };
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidOperationException("The state was not left behind by MedAgentBench's environment. Use the benchmark's own strategy, or one that ends with the environment's state.", exception);
        }
    }
}
