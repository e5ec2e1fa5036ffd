using System.Text;

namespace MedBench.Tests.Models;

public class OpenAIMalformedTests
{
    private static readonly byte[] Whole = Encoding.UTF8.GetBytes(Replies.Full.Trim());

    private static IEnumerable<TestCaseData> Corpus()
    {
        yield return Case("empty", []);
        yield return Case("html", "<html><body>Sign in</body></html>"u8);
        yield return Case("bom", [0xEF, 0xBB, 0xBF, .. Whole]);
        yield return Case("bad utf-8", Encoding.Latin1.GetBytes(Replies.Content("ü")));
        yield return Case("lone surrogate", Encoding.UTF8.GetBytes(Replies.Content("\\ud800")));
        yield return Case("twice", [.. Whole, .. Whole]);
        yield return Case("deep", Encoding.UTF8.GetBytes($$"""{"x":{{new string('[', 100)}}{{new string(']', 100)}}}"""));
        yield return Case("array", "[]"u8);
        yield return Case("null", "null"u8);
        yield return Case("no choices", "{}"u8);
        yield return Case("empty choices", """{"choices":[]}"""u8);
        yield return Case("choices of texts", """{"choices":["A"]}"""u8);
        yield return Case("no message", """{"choices":[{"finish_reason":"stop"}]}"""u8);
        yield return Case("content is a number", """{"choices":[{"message":{"content":5}}]}"""u8);
        yield return Case("two contents", """{"choices":[{"message":{"content":"A","content":"B"}}]}"""u8);
        yield return Case("two choices fields", """{"choices":[{"message":{"content":"A"}}],"choices":[{"message":{"content":"B"}}]}"""u8);
        yield return Case("stream", """data: {"choices":[]}"""u8);
        yield return Case("unnamed tool", """{"choices":[{"message":{"tool_calls":[{"id":"1","function":{}}]}}]}"""u8);
    }

    [TestCaseSource(nameof(Corpus))]
    public async Task What_breaks_the_protocol_is_malformed(byte[] body)
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Reply.Raw(body));
        var error = await Replies.FailureAsync(server);
        Assert.That(error.Kind, Is.EqualTo(ModelErrorKind.Malformed), error.Message);
    }

    [Test]
    public async Task A_reply_cut_at_any_byte_is_malformed()
    {
        await using var server = new LoopbackServer(request => LoopbackServer.Reply.Raw(Whole[..request.Index]));
        using var client = new OpenAICompatibleClient(server.Options);
        for (var length = 0; length < Whole.Length; length++)
        {
            var error = (await Assert.ThrowsAsync<ModelException>(() => client.CompleteAsync(Replies.Question)))!;
            Assert.That(error.Kind, Is.EqualTo(ModelErrorKind.Malformed));
        }

        Assert.That((await client.CompleteAsync(Replies.Question)).Text, Does.StartWith("The answer"));
    }

    [Test]
    public async Task A_connection_that_breaks_at_any_byte_is_a_connection_error_or_malformed()
    {
        var whole = LoopbackServer.Reply.Raw(Whole);
        await using var server = new LoopbackServer(request => whole.Cut(request.Index));
        using var client = new OpenAICompatibleClient(server.Options);
        for (var length = 0; length < whole.Bytes.Length; length++)
        {
            var error = (await Assert.ThrowsAsync<ModelException>(() => client.CompleteAsync(Replies.Question)))!;
            Assert.That(error.Kind, Is.EqualTo(ModelErrorKind.Connection).Or.EqualTo(ModelErrorKind.Malformed).Or.EqualTo(ModelErrorKind.EmptyReply));
        }
    }

    [Test]
    public async Task A_reply_beyond_the_limit_is_malformed_and_one_at_the_limit_is_read()
    {
        await using var server = new LoopbackServer(Replies.Full.Trim());
        var error = await Replies.FailureAsync(server, server.Options with { MaxResponseBytes = Whole.Length - 1 });
        Assert.That(error.Kind, Is.EqualTo(ModelErrorKind.Malformed));
        Assert.That(error.Message, Does.Contain("MaxResponseBytes"));
        using var client = new OpenAICompatibleClient(server.Options with { MaxResponseBytes = Whole.Length });
        Assert.That((await client.CompleteAsync(Replies.Question)).ModelId, Is.EqualTo("m-2024"));
    }

    [Test]
    public async Task A_long_reply_is_read_whole()
    {
        var text = new string('x', 300_000);
        Assert.That((await Replies.ReadAsync(Replies.Content(text))).Text, Is.EqualTo(text));
    }

    [Test]
    public async Task The_excerpt_is_short_and_without_control_characters()
    {
        await using var server = new LoopbackServer("<html>\u001b[31m\r\n" + new string('x', 5000));
        var error = await Replies.FailureAsync(server);
        Assert.That(error.Message, Has.Length.LessThan(800));
        Assert.That(error.Message.Where(char.IsControl), Is.Empty);
    }

    private static TestCaseData Case(string name, ReadOnlySpan<byte> body) => new TestCaseData(body.ToArray()).SetArgDisplayNames(name);
}
