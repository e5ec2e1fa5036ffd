using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace MedBench.Performance;

/// <summary>The floor: read, post, extract a letter, write a line. No repeated attempts, no journal, no resume.</summary>
internal static partial class RawLoop
{
    public static async Task<int> RunAsync(string workload, string url, int concurrency, string output)
    {
        var items = File.ReadLines(workload).Select(line => JsonSerializer.Deserialize(line, RawJson.Default.RawItem)!).ToList();
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = concurrency, UseProxy = false, UseCookies = false, ActivityHeadersPropagator = null };
        using var http = new HttpClient(handler);
        var answers = new char[items.Count];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, concurrency).Select(_ => Task.Run(async () =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < items.Count;)
            {
                answers[i] = await AskAsync(http, url + "/chat/completions", items[i]);
            }
        })));
        await using (var file = new FileStream(output, FileMode.Create))
        {
            for (var i = 0; i < items.Count; i++)
            {
                file.Write(JsonSerializer.SerializeToUtf8Bytes(new RawRow(i, answers[i].ToString(), items[i].AnswerIdx), RawJson.Default.RawRow));
                file.WriteByte((byte)'\n');
            }

            file.Flush(flushToDisk: true);
        }

        return Measurement.Print(items.Count);
    }

    private static async Task<char> AskAsync(HttpClient http, string url, RawItem item)
    {
        var prompt = $"Answer the following multiple choice question. Reply with \"The answer is X\".\n\n{item.Question}\n\n{string.Join('\n', item.Options.Select(option => $"{option.Key}) {option.Value}"))}";
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new RawRequest("stub", [new RawMessage("user", prompt)], 0, 16), RawJson.Default.RawRequest));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var message = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        var reply = await JsonSerializer.DeserializeAsync(stream, RawJson.Default.RawReply);
        var match = Letter().Match(reply!.Choices[0].Message.Content);
        return match.Success ? match.Groups[1].ValueSpan[0] : '?';
    }

    [GeneratedRegex(@"answer is\s*\(?([A-D])\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Letter();

    internal sealed record RawItem(string Question, Dictionary<string, string> Options, [property: JsonPropertyName("answer_idx")] string AnswerIdx);

    internal sealed record RawMessage(string Role, string Content);

    internal sealed record RawRequest(string Model, RawMessage[] Messages, double Temperature, [property: JsonPropertyName("max_tokens")] int MaxTokens);

    internal sealed record RawChoice(RawMessage Message);

    internal sealed record RawReply(RawChoice[] Choices);

    internal sealed record RawRow(int I, string Got, string Want);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(RawItem))]
    [JsonSerializable(typeof(RawRequest))]
    [JsonSerializable(typeof(RawReply))]
    [JsonSerializable(typeof(RawRow))]
    private sealed partial class RawJson : JsonSerializerContext;
}
