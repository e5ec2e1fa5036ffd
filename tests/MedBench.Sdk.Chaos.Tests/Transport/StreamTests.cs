using System.Text;
using MedBench.Tests.Models;
using Microsoft.Extensions.AI;

namespace MedBench.Chaos.Transport;

[FailureMode(8)]
public sealed class StreamTests
{
    private const string Text = "The answer is B – größer";

    private static readonly string[] Chunks =
    [
        """{"id":"c","model":"m-1","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]}""",
        """{"id":"c","model":"m-1","choices":[{"index":0,"delta":{"reasoning_content":"hm"}}]}""",
        """{"id":"c","model":"m-1","choices":[{"index":0,"delta":{"content":"The answer "}}]}""",
        """{"id":"c","model":"m-1","choices":[{"index":0,"delta":{"content":"is B – größer"}}]}""",
        """{"id":"c","model":"m-1","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""",
        """{"id":"c","model":"m-1","choices":[],"usage":{"prompt_tokens":7,"completion_tokens":9,"total_tokens":16}}""",
        "[DONE]",
    ];

    private static readonly byte[] Whole = Encoding.UTF8.GetBytes(Events(Chunks));

    [Test]
    public async Task A_stream_cut_at_any_byte_gives_no_partial_answer_and_is_asked_for_again()
    {
        var (partial, naive, recovered) = (0, 0, 0);
        for (var cut = 0; cut < Whole.Length; cut++)
        {
            var length = cut;
            using var endpoint = new StubEndpoint(request => StubEndpoint.Raw(request.Number == 1 ? Whole[..length] : Whole));
            using var client = Streaming(endpoint);
            var response = await new ResilientModelClient(client, StubEndpoint.Quick).CompleteAsync(Replies.Question);
            partial += response.Text == Text ? 0 : 1;
            recovered += endpoint.Calls - 1;
            naive += Whole.AsSpan(0, cut).IndexOf("The answer"u8) >= 0 && Whole.AsSpan(0, cut).IndexOf("stop"u8) < 0 ? 1 : 0;
        }

        Figure.Print(8, $"{partial} partial texts accepted in {Whole.Length} cuts ({recovered} asked again; a reader that takes what came: {naive})");
        Assert.That(partial, Is.Zero);
        Assert.That(recovered, Is.GreaterThan(naive));
    }

    [Test]
    public async Task A_stream_means_what_the_whole_reply_means()
    {
        string? sent = null;
        using var endpoint = new StubEndpoint(request =>
        {
            sent = request.Body;
            return ReplyStream.Bytewise(Whole).ToResponse();
        });
        var response = await Streaming(endpoint).CompleteAsync(Replies.Question);
        Assert.Multiple(() =>
        {
            Assert.That(sent, Does.Contain("\"stream\":true,\"stream_options\":{\"include_usage\":true}"));
            Assert.That((response.Text, response.ModelId, response.ResponseId, response.FinishReason), Is.EqualTo((Text, "m-1", "c", (ChatFinishReason?)ChatFinishReason.Stop)));
            Assert.That(response.Messages[0].Contents.OfType<TextReasoningContent>().Single().Text, Is.EqualTo("hm"));
            Assert.That((response.Usage!.InputTokenCount, response.Usage.OutputTokenCount), Is.EqualTo((7L, 9L)));
        });
    }

    [Test]
    public async Task Tool_calls_are_joined_from_their_pieces()
    {
        var response = await ReadAsync(
            """{"choices":[{"delta":{"tool_calls":[{"index":0,"id":"c1","function":{"name":"lab","arguments":"{\"name\""}}]}}]}""",
            """{"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":":\"CRP\"}"}}]},"finish_reason":"tool_calls"}]}""");
        var call = response.Messages[0].Contents.OfType<FunctionCallContent>().Single();
        Assert.That((call.CallId, call.Name, call.Arguments!["name"]!.ToString()), Is.EqualTo(("c1", "lab", "CRP")));
    }

    [TestCase(ModelErrorKind.Server, "an error in the middle", 1, """{"error":{"message":"upstream broke"}}""")]
    [TestCase(ModelErrorKind.RateLimited, "an error with its status", 1, """{"error":{"message":"busy","code":429}}""")]
    [TestCase(ModelErrorKind.Malformed, "a chunk after the end", 5, """{"choices":[{"index":0,"delta":{"content":"is B"}}]}""")]
    [TestCase(ModelErrorKind.Malformed, "an event after [DONE]", 7, "[DONE]")]
    [TestCase(ModelErrorKind.Malformed, "no JSON", 2, "{broken")]
    [TestCase(ModelErrorKind.Malformed, "no object", 2, "[]")]
    [TestCase(ModelErrorKind.Malformed, "content of another kind", 2, """{"choices":[{"index":0,"delta":{"content":5}}]}""")]
    [TestCase(ModelErrorKind.Malformed, "content twice", 2, """{"choices":[{"index":0,"delta":{"content":"A","content":"B"}}]}""")]
    public async Task A_stream_that_breaks_the_protocol_is_no_answer(ModelErrorKind kind, string what, int position, string chunk)
    {
        using var endpoint = new StubEndpoint(_ => StubEndpoint.Json(Events([.. Chunks[..position], chunk, .. Chunks[position..]])));
        var error = (await Assert.ThrowsAsync<ModelException>(() => Streaming(endpoint).CompleteAsync(Replies.Question)))!;
        Assert.That(error.Kind, Is.EqualTo(kind), what);
    }

    [TestCase("\r\n")]
    [TestCase("\r")]
    [TestCase("\n")]
    public async Task Keep_alives_names_and_line_ends_of_all_kinds_are_read_over(string end)
    {
        var lines = ": connected\n\nevent: message\nretry: 3000\n\n" + string.Join(": ping\n\n", Chunks.Select(chunk => $"event: x\nid: 1\ndata:{chunk}\n\n"));
        using var endpoint = new StubEndpoint(_ => StubEndpoint.Json(lines.Replace("\n", end, StringComparison.Ordinal)));
        Assert.That((await Streaming(endpoint).CompleteAsync(Replies.Question)).Text, Is.EqualTo(Text));
    }

    [Test]
    public async Task An_endpoint_that_does_not_stream_is_understood()
    {
        using var endpoint = new StubEndpoint(_ => StubEndpoint.Json(Replies.Full));
        Assert.That((await Streaming(endpoint).CompleteAsync(Replies.Question)).Text, Is.EqualTo(Text));
    }

    private static OpenAICompatibleClient Streaming(StubEndpoint endpoint) => endpoint.Client(configure: options => options with { Stream = true });

    private static async Task<ChatResponse> ReadAsync(params string[] chunks)
    {
        using var endpoint = new StubEndpoint(_ => StubEndpoint.Json(Events(chunks)));
        return await Streaming(endpoint).CompleteAsync(Replies.Question);
    }

    private static string Events(IEnumerable<string> chunks) => string.Concat(chunks.Select(chunk => $"data: {chunk}\n\n"));
}
