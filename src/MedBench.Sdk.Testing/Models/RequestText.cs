using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MedBench.Testing;

/// <summary>Writes all that a request says, so that two requests can be compared.</summary>
internal static class RequestText
{
    public static string Of(ModelRequest request)
    {
        var json = AIJsonUtilities.DefaultOptions;
        var messages = request.Messages.Select(message => JsonSerializer.Serialize(message, json.GetTypeInfo(typeof(ChatMessage))));
        var options = request.Options is null ? "" : JsonSerializer.Serialize(request.Options, json.GetTypeInfo(typeof(ChatOptions)));
        var tools = request.Options?.Tools?.Select(tool => tool.Name) ?? [];
        return string.Join('\n', [request.Purpose, options, .. tools, .. messages]);
    }
}
