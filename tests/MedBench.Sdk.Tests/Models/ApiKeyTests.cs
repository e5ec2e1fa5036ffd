using System.Text;
using System.Text.Json;

namespace MedBench.Tests.Models;

public class ApiKeyTests
{
    private const string Canary = "sk-canary+0123/456\"789=";

    private static string[] Forms =>
    [
        Canary, Uri.EscapeDataString(Canary), JsonEncodedText.Encode(Canary).Value, Convert.ToBase64String(Encoding.UTF8.GetBytes(Canary)),
        Convert.ToHexString(Encoding.UTF8.GetBytes(Canary)), Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Canary)),
    ];

    [Test]
    public void A_key_shows_itself_nowhere()
    {
        var options = new OpenAICompatibleOptions { Endpoint = new Uri("https://h/v1"), Model = "m", ApiKey = new ApiKey(Canary) };
        using var client = new OpenAICompatibleClient(options);
        Assert.That($"{options.ApiKey} {options} {client} {client.Info}", Does.Contain("***").And.Not.Contains("canary"));
    }

    [Test]
    public void A_key_that_cannot_be_sent_is_refused_without_repeating_it()
    {
        Assert.That(() => new ApiKey("sk-canary\nx"), Throws.ArgumentException.With.Message.Not.Contains("canary"));
        Assert.That(() => new ApiKey(" "), Throws.ArgumentException);
        Assert.That(() => ApiKey.FromEnvironment("MEDBENCH_NO_SUCH_KEY"), Throws.InvalidOperationException.With.Message.Contains("MEDBENCH_NO_SUCH_KEY"));
    }

    [TestCase(200)]
    [TestCase(400)]
    [TestCase(401)]
    [TestCase(429)]
    [TestCase(500)]
    public async Task An_endpoint_that_echoes_the_key_does_not_get_it_into_an_error(int status)
    {
        foreach (var form in Forms)
        {
            foreach (var body in new[] { $"echo {form} end", JsonSerializer.Serialize(new { error = new { message = form, code = form } }), new string('x', 490) + form })
            {
                await using var server = new LoopbackServer(body, status);
                var error = await Replies.FailureAsync(server, server.Options with { ApiKey = new ApiKey(Canary) });
                Assert.That(Forms.Where(known => error.ToString().Contains(known, StringComparison.OrdinalIgnoreCase)), Is.Empty);
            }
        }
    }

    [Test]
    public async Task A_status_line_that_echoes_the_key_does_not_get_it_into_an_error()
    {
        await using var server = new LoopbackServer(_ => new LoopbackServer.Reply(Encoding.ASCII.GetBytes(Canary + "\r\n\r\n"), Closes: true));
        var error = await Replies.FailureAsync(server, server.Options with { ApiKey = new ApiKey(Canary) });
        Assert.That(error.ToString(), Does.Not.Contain("canary"));
    }

    [TestCase("http://example.org/v1", "https")]
    [TestCase("https://user:pw@example.org/v1", "ApiKey")]
    [TestCase("https://example.org/v1?key=x", "ApiKey")]
    [TestCase("https://example.org/v1/chat/completions", "base address")]
    [TestCase("ftp://example.org/", "http(s)")]
    public void An_endpoint_that_would_leak_or_cannot_work_is_refused(string endpoint, string advice)
        => Assert.That(
            () => new OpenAICompatibleClient(new OpenAICompatibleOptions { Endpoint = new Uri(endpoint), Model = "m" }),
            Throws.ArgumentException.With.Message.Contains(advice).And.Message.Not.Contains("pw"));

    [TestCase("http://localhost:1/v1", false)]
    [TestCase("http://[::1]:1/v1", false)]
    [TestCase("http://10.0.0.1/v1", true)]
    [TestCase("https://x.openai.azure.com/openai/v1?api-version=preview", false)]
    public void An_endpoint_on_this_machine_or_trusted_is_accepted(string endpoint, bool insecure)
        => Assert.That(() => new OpenAICompatibleClient(new OpenAICompatibleOptions { Endpoint = new Uri(endpoint), Model = "m", AllowInsecure = insecure }).Dispose(), Throws.Nothing);

    [TestCase("https://api.openai.com/v1", "false", "max_completion_tokens")]
    [TestCase("https://example.org/v1", "true", "max_tokens")]
    public void What_is_sent_otherwise_is_stated(string endpoint, string topK, string limit)
    {
        using var client = new OpenAICompatibleClient(new OpenAICompatibleOptions { Endpoint = new Uri(endpoint), Model = "m" });
        Assert.That((client.Info.Parameters["send-top-k"], client.Info.Parameters["limit-field"]), Is.EqualTo((topK, limit)));
    }
}
