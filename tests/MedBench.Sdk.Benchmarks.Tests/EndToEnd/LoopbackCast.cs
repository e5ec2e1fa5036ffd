using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace MedBench.Benchmarks.Tests.EndToEnd;

/// <summary>An OpenAI-compatible server on this machine whose models are fakes: subject, judge, patient and examiner of one run, each under its role's name.</summary>
internal sealed class LoopbackCast : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly IReadOnlyDictionary<string, IModelClient> players;
    private readonly IReadOnlyList<string> continuations;

    private LoopbackCast(WebApplication application, IReadOnlyDictionary<string, IModelClient> players, IReadOnlyList<string> continuations)
        => (this.application, this.players, this.continuations) = (application, players, continuations);

    /// <summary>Gets how often each role was asked.</summary>
    public ConcurrentDictionary<string, int> Calls { get; } = new(StringComparer.Ordinal);

    /// <summary>Starts the server.</summary>
    /// <param name="players">The fakes by role.</param>
    /// <param name="samples">The samples, whose options a likelihood may be asked of.</param>
    public static async Task<LoopbackCast> StartAsync(IReadOnlyDictionary<string, IModelClient> players, IEnumerable<Sample> samples)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        string[] texts = [.. samples.SelectMany(sample => sample.Input.Options).SelectMany(option => new[] { option.Text, option.Label }).Distinct(StringComparer.Ordinal).OrderByDescending(text => text.Length)];
        var cast = new LoopbackCast(application, players, texts);
        application.MapPost("/v1/chat/completions", cast.CompleteAsync);
        application.MapPost("/v1/completions", cast.ContinueAsync);
        await application.StartAsync();
        return cast;
    }

    /// <summary>Returns a client that speaks to the server as to any endpoint.</summary>
    public IModelClient Connect(string role) => new OpenAICompatibleClient(new OpenAICompatibleOptions
    {
        Endpoint = new Uri(application.Urls.Single() + "/v1"),
        Model = role,
        Capabilities = players[role].Info.Capabilities & ~ModelCapabilities.ChatLogLikelihood,
    });

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private async Task CompleteAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var messages = body.RootElement.GetProperty("messages").EnumerateArray().Select(message => new ChatMessage(new ChatRole(message.GetProperty("role").GetString()!), Text(message.GetProperty("content")))).ToList();
        var (role, player) = Find(body.RootElement);
        var options = body.RootElement.TryGetProperty("max_tokens", out var limit) ? new ChatOptions { MaxOutputTokens = limit.GetInt32() } : null;
        var reply = (await player.CompleteAsync(new ModelRequest { Messages = messages, Options = options })).Text;
        Calls.AddOrUpdate(role, 1, (_, count) => count + 1);
        await WriteAsync(context, writer =>
        {
            writer.WriteStartArray("choices");
            writer.WriteStartObject();
            writer.WriteStartObject("message");
            writer.WriteString("role", "assistant");
            writer.WriteString("content", reply);
            writer.WriteEndObject();
            writer.WriteString("finish_reason", "stop");
            writer.WriteEndObject();
            writer.WriteEndArray();
        }, role);
    }

    /// <summary>Echoes a prompt as two tokens, the text before the continuation and the continuation, each with its log-probability.</summary>
    private async Task ContinueAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var prompt = body.RootElement.GetProperty("prompt").GetString()!;
        var (role, player) = Find(body.RootElement);
        if (!body.RootElement.TryGetProperty("echo", out _))
        {
            var reply = (await player.CompleteAsync(ModelRequest.FromText(prompt))).Text;
            Calls.AddOrUpdate(role, 1, (_, count) => count + 1);
            await WriteAsync(context, writer => WriteChoice(writer, reply, null), role);
            return;
        }

        var length = continuations.First(text => prompt.EndsWith(text, StringComparison.Ordinal)).Length;
        length += prompt[..^length].EndsWith(' ') ? 1 : 0;
        var likelihood = (await player.GetCapability<ILogLikelihoodClient>()!.ScoreAsync(new LogLikelihoodRequest { Prompt = prompt[..^length], Continuations = [prompt[^length..]] }))[0];
        Calls.AddOrUpdate(role, 1, (_, count) => count + 1);
        await WriteAsync(context, writer => WriteChoice(writer, prompt, [(prompt[..^length], null), (prompt[^length..], likelihood.Sum)]), role);
    }

    private static void WriteChoice(Utf8JsonWriter writer, string text, IReadOnlyList<(string Text, double? LogProbability)>? tokens)
    {
        writer.WriteStartArray("choices");
        writer.WriteStartObject();
        writer.WriteString("text", text);
        writer.WriteString("finish_reason", "stop");
        if (tokens is not null)
        {
            var offset = 0;
            writer.WriteStartObject("logprobs");
            writer.WriteStartArray("tokens");
            foreach (var token in tokens)
            {
                writer.WriteStringValue(token.Text);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("token_logprobs");
            foreach (var token in tokens)
            {
                if (token.LogProbability is { } value)
                {
                    writer.WriteNumberValue(value);
                }
                else
                {
                    writer.WriteNullValue();
                }
            }

            writer.WriteEndArray();
            writer.WriteStartArray("text_offset");
            foreach (var token in tokens)
            {
                writer.WriteNumberValue(offset);
                offset += token.Text.Length;
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static async Task WriteAsync(HttpContext context, Action<Utf8JsonWriter> writeChoices, string role)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("id", "loopback");
            writer.WriteString("model", role);
            writeChoices(writer);
            writer.WriteStartObject("usage");
            writer.WriteNumber("prompt_tokens", 20);
            writer.WriteNumber("completion_tokens", 4);
            writer.WriteNumber("total_tokens", 24);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(buffer.ToArray());
    }

    private static string Text(JsonElement content) => content.ValueKind switch
    {
        JsonValueKind.String => content.GetString()!,
        JsonValueKind.Array => string.Concat(content.EnumerateArray().Where(part => part.GetProperty("type").GetString() == "text").Select(part => part.GetProperty("text").GetString())),
        _ => "",
    };

    private (string Role, IModelClient Player) Find(JsonElement body)
    {
        var role = body.GetProperty("model").GetString()!;
        return (role, players[role]);
    }
}
