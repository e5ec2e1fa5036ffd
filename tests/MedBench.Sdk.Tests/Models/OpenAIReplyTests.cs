using Microsoft.Extensions.AI;

namespace MedBench.Tests.Models;

public class OpenAIReplyTests
{
    [Test]
    public async Task A_full_reply_is_read_in_all_its_parts()
    {
        var response = await Replies.ReadAsync(Replies.Full);
        Assert.Multiple(() =>
        {
            Assert.That(response.Text, Is.EqualTo("The answer is B – größer"));
            Assert.That(response.Messages[0].Contents.OfType<TextReasoningContent>().Single().Text, Is.EqualTo("thinking"));
            Assert.That(response.ResponseId, Is.EqualTo("chatcmpl-1"));
            Assert.That(response.ModelId, Is.EqualTo("m-2024"));
            Assert.That(response.FinishReason, Is.EqualTo(ChatFinishReason.Stop));
            Assert.That(response.CreatedAt, Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000)));
            Assert.That(response.AdditionalProperties!["system_fingerprint"], Is.EqualTo("fp_1"));
            Assert.That(response.Usage!.InputTokenCount, Is.EqualTo(210));
            Assert.That(response.Usage.OutputTokenCount, Is.EqualTo(4));
            Assert.That(response.Usage.TotalTokenCount, Is.EqualTo(214));
            Assert.That(response.Usage.CachedInputTokenCount, Is.EqualTo(7));
            Assert.That(response.Usage.ReasoningTokenCount, Is.EqualTo(3));
            Assert.That(response.GetAttempts(), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Unknown_usage_stays_unknown()
        => Assert.That((await Replies.ReadAsync(Replies.Content("A"))).Usage, Is.Null);

    [Test]
    public async Task A_reply_in_parts_is_joined()
        => Assert.That((await Replies.ReadAsync(Replies.Message("""{"content":[{"type":"text","text":"A"},{"type":"text","text":"B"}]}"""))).Text, Is.EqualTo("AB"));

    [Test]
    public async Task Tool_calls_carry_their_arguments()
    {
        var response = await Replies.ReadAsync(Replies.Message("""{"content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"lab","arguments":"{\"name\":\"CRP\"}"}},{"function":{"name":"x","arguments":"{broken"}}]}""", "\"tool_calls\""));
        var calls = response.Messages[0].Contents.OfType<FunctionCallContent>().ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(response.FinishReason, Is.EqualTo(ChatFinishReason.ToolCalls));
            Assert.That((calls[0].CallId, calls[0].Name, calls[0].Arguments!["name"]!.ToString()), Is.EqualTo(("c1", "lab", "CRP")));
            Assert.That((calls[1].CallId, calls[1].Exception is not null, calls[1].RawRepresentation), Is.EqualTo(("call_1", true, "{broken")));
        });
    }

    [Test]
    public async Task A_refusal_is_a_reply_marked_as_filtered()
    {
        var response = await Replies.ReadAsync(Replies.Message("""{"content":null,"refusal":"I cannot help with that."}"""));
        var refusal = response.Messages[0].Contents.OfType<ErrorContent>().Single();
        Assert.That((response.Text, response.FinishReason, refusal.Message), Is.EqualTo(("", (ChatFinishReason?)ChatFinishReason.ContentFilter, "I cannot help with that.")));
    }

    [TestCase("""{"content":"cut"}""", "cut")]
    [TestCase("""{"content":null,"reasoning":"long"}""", "")]
    public async Task A_reply_cut_at_the_token_limit_is_a_reply(string message, string text)
    {
        var response = await Replies.ReadAsync(Replies.Message(message, "\"length\""));
        Assert.That((response.Text, response.FinishReason), Is.EqualTo((text, (ChatFinishReason?)ChatFinishReason.Length)));
    }

    [TestCase("""{"content":null}""", "\"stop\"", ModelErrorKind.EmptyReply)]
    [TestCase("""{"content":""}""", "null", ModelErrorKind.EmptyReply)]
    [TestCase("""{"content":" \n\t"}""", "\"stop\"", ModelErrorKind.EmptyReply)]
    [TestCase("""{"role":"assistant"}""", "\"stop\"", ModelErrorKind.EmptyReply)]
    [TestCase("""{"content":null,"reasoning_content":"hm"}""", "\"stop\"", ModelErrorKind.EmptyReply)]
    [TestCase("""{"content":""}""", "\"content_filter\"", ModelErrorKind.ContentFiltered)]
    public async Task A_reply_without_content_is_an_error(string message, string reason, ModelErrorKind kind)
    {
        await using var server = new LoopbackServer(Replies.Message(message, reason));
        Assert.That((await Replies.FailureAsync(server)).Kind, Is.EqualTo(kind));
    }
}
