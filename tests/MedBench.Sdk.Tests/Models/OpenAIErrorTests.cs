namespace MedBench.Tests.Models;

public class OpenAIErrorTests
{
    [TestCase(401, """{"error":{"message":"Incorrect API key","code":"invalid_api_key"}}""", ModelErrorKind.Authentication)]
    [TestCase(403, """{"error":{"message":"no access"}}""", ModelErrorKind.Authentication)]
    [TestCase(403, """{"error":{"message":"Your input was flagged"}}""", ModelErrorKind.ContentFiltered)]
    [TestCase(402, """{"error":{"message":"Insufficient credits"}}""", ModelErrorKind.QuotaExceeded)]
    [TestCase(404, """{"error":{"message":"The model `m` does not exist","code":"model_not_found"}}""", ModelErrorKind.UnknownModel)]
    [TestCase(404, "<html>nothing here</html>", ModelErrorKind.UnknownModel)]
    [TestCase(400, """{"error":{"message":"temperature must be <= 2","type":"invalid_request_error"}}""", ModelErrorKind.BadRequest)]
    [TestCase(400, """{"detail":"model: field required"}""", ModelErrorKind.BadRequest)]
    [TestCase(422, "", ModelErrorKind.BadRequest)]
    [TestCase(301, "", ModelErrorKind.BadRequest)]
    [TestCase(501, "", ModelErrorKind.BadRequest)]
    [TestCase(400, """{"error":{"message":"too long","code":"context_length_exceeded"}}""", ModelErrorKind.ContextOverflow)]
    [TestCase(400, """{"object":"error","message":"This model's maximum context length is 4096 tokens. However, you requested 5000","type":"BadRequestError","code":400}""", ModelErrorKind.ContextOverflow)]
    [TestCase(400, """{"error":{"code":400,"message":"The decoder prompt (length 5000) is longer than the maximum model length of 4096.","type":"BadRequestError"}}""", ModelErrorKind.ContextOverflow)]
    [TestCase(400, """{"error":{"code":400,"message":"the request exceeds the available context size","type":"exceed_context_size_error"}}""", ModelErrorKind.ContextOverflow)]
    [TestCase(500, """{"error":{"code":500,"message":"the request exceeds the available context size. try increasing it"}}""", ModelErrorKind.ContextOverflow)]
    [TestCase(400, """{"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: 210000 tokens > 200000 maximum"}}""", ModelErrorKind.ContextOverflow)]
    [TestCase(413, """{"error":"`inputs` tokens + `max_new_tokens` must be <= 2048"}""", ModelErrorKind.ContextOverflow)]
    [TestCase(400, """[{"error":{"code":400,"message":"The input token count (40000) exceeds the maximum number of tokens allowed (32000)."}}]""", ModelErrorKind.ContextOverflow)]
    [TestCase(400, """{"error":{"message":"filtered","code":"content_filter","innererror":{"code":"ResponsibleAIPolicyViolation"}}}""", ModelErrorKind.ContentFiltered)]
    [TestCase(400, """{"error":{"message":"rejected by our safety system","code":"content_policy_violation"}}""", ModelErrorKind.ContentFiltered)]
    [TestCase(429, """{"error":{"message":"slow down","code":"rate_limit_exceeded"}}""", ModelErrorKind.RateLimited)]
    [TestCase(429, """{"error":{"message":"You exceeded your current quota","type":"insufficient_quota","code":"insufficient_quota"}}""", ModelErrorKind.QuotaExceeded)]
    [TestCase(408, "", ModelErrorKind.Server)]
    [TestCase(500, """{"error":{"message":"internal error","code":null}}""", ModelErrorKind.Server)]
    [TestCase(502, "<html>bad gateway</html>", ModelErrorKind.Server)]
    [TestCase(503, "", ModelErrorKind.Server)]
    [TestCase(504, "", ModelErrorKind.Server)]
    [TestCase(529, """{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""", ModelErrorKind.Server)]
    [TestCase(200, """{"error":{"message":"upstream is busy","code":429}}""", ModelErrorKind.RateLimited)]
    [TestCase(200, """{"error":{"message":"upstream broke"}}""", ModelErrorKind.Server)]
    public async Task Every_provider_says_the_same_thing_in_its_own_way(int status, string body, ModelErrorKind kind)
    {
        await using var server = new LoopbackServer(body, status);
        var error = await Replies.FailureAsync(server);
        Assert.That(error.Kind, Is.EqualTo(kind), error.Message);
    }

    [Test]
    public async Task The_message_says_what_happened_to_which_model_and_what_to_do()
    {
        await using var server = new LoopbackServer("""{"error":{"message":"The model `m` does not exist","code":"model_not_found"}}""", 404);
        var error = await Replies.FailureAsync(server);
        Assert.That(error.Message, Is.EqualTo($"Model 'm' at {server.Endpoint} replied 404 (model_not_found): The model `m` does not exist. Check the model's name, and that the endpoint is the base address, usually ending in /v1."));
        Assert.That(error.StatusCode, Is.EqualTo(404));
    }

    [TestCase("Retry-After: 7\r\n", 7000)]
    [TestCase("Retry-After: 1.5\r\n", 1500)]
    [TestCase("Retry-After: 86400\r\n", 86400_000)]
    [TestCase("Retry-After: Sun, 06 Nov 1994 08:49:37 GMT\r\n", 0)]
    [TestCase("Retry-After: Sat, 01 Jan 2000 00:00:09 GMT\r\n", 9000)]
    [TestCase("Retry-After: Saturday, 01-Jan-00 00:00:09 GMT\r\n", 9000)]
    [TestCase("Retry-After: Sat Jan 1 00:00:09 2000\r\n", 9000)]
    [TestCase("retry-after-ms: 250\r\nRetry-After: 1\r\n", 250)]
    [TestCase("Retry-After: 0\r\n", 0)]
    [TestCase("Retry-After: soon\r\n", null)]
    [TestCase("Retry-After: -5\r\n", null)]
    [TestCase("Retry-After: NaN\r\n", null)]
    [TestCase("", null)]
    public async Task Retry_After_is_read_in_all_its_forms(string headers, int? milliseconds)
    {
        await using var server = new LoopbackServer("{}", 429, headers);
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var client = new OpenAICompatibleClient(server.Options, timeProvider: clock);
        var error = (await Assert.ThrowsAsync<ModelException>(() => client.CompleteAsync(Replies.Question)))!;
        Assert.That(error.RetryAfter?.TotalMilliseconds, Is.EqualTo(milliseconds));
    }

    [Test]
    public void A_wait_beyond_all_measure_does_not_overflow()
        => Assert.That(RetryAfterHeader.Parse(null, new string('9', 40), DateTimeOffset.UnixEpoch), Is.EqualTo(TimeSpan.MaxValue));

    [Test]
    public async Task Nobody_at_home_is_a_connection_error()
    {
        using var client = new OpenAICompatibleClient(new OpenAICompatibleOptions { Endpoint = new Uri("http://127.0.0.1:1/v1"), Model = "m" });
        var error = (await Assert.ThrowsAsync<ModelException>(() => client.CompleteAsync(Replies.Question)))!;
        Assert.That(error.Kind, Is.EqualTo(ModelErrorKind.Connection));
    }
}
