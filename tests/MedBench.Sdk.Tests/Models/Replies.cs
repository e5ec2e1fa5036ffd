using Microsoft.Extensions.AI;

namespace MedBench.Tests.Models;

/// <summary>Replies and requests that many tests share.</summary>
internal static class Replies
{
    public const string Full = """
        {"id":"chatcmpl-1","object":"chat.completion","created":1700000000,"model":"m-2024","system_fingerprint":"fp_1","choices":[{"index":0,"message":{"role":"assistant","content":"The answer is B – größer","reasoning_content":"thinking","refusal":null},"logprobs":null,"finish_reason":"stop"}],"usage":{"prompt_tokens":210,"completion_tokens":4,"total_tokens":214,"prompt_tokens_details":{"cached_tokens":7},"completion_tokens_details":{"reasoning_tokens":3}}}
        """;

    public static ModelRequest Question { get; } = ModelRequest.FromText("q");

    public static string Message(string message, string finishReason = "\"stop\"")
        => $$"""{"choices":[{"message":{{message}},"finish_reason":{{finishReason}}}]}""";

    public static string Content(string content) => Message($$"""{"content":"{{content}}"}""");

    public static async Task<ModelException> FailureAsync(LoopbackServer server, OpenAICompatibleOptions? options = null, ModelRequest? request = null)
    {
        using var client = new OpenAICompatibleClient(options ?? server.Options);
        return (await Assert.ThrowsAsync<ModelException>(() => client.CompleteAsync(request ?? Question)))!;
    }

    public static async Task<ChatResponse> ReadAsync(string body)
    {
        await using var server = new LoopbackServer(body);
        using var client = new OpenAICompatibleClient(server.Options);
        return await client.CompleteAsync(Question);
    }
}
