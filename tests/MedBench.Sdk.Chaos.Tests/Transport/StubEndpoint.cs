using System.Net;
using System.Text;

namespace MedBench.Chaos.Transport;

/// <summary>An endpoint inside the process: replies come at once, so that a fake clock alone says what happens when.</summary>
internal sealed class StubEndpoint(Func<StubEndpoint.Request, CancellationToken, Task<HttpResponseMessage>> script) : HttpMessageHandler
{
    private int calls;
    private int open;

    public StubEndpoint(Func<Request, HttpResponseMessage> script)
        : this((request, _) => Task.FromResult(script(request)))
    {
    }

    /// <summary>Gets the requests so far.</summary>
    public int Calls => Volatile.Read(ref calls);

    /// <summary>Gets the requests that are still worked on.</summary>
    public int Open => Volatile.Read(ref open);

    /// <summary>Gets options whose every attempt follows the one before at once.</summary>
    public static ResilienceOptions Quick => new() { BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero };

    public static HttpResponseMessage Json(string body, int status = 200) => Raw(Encoding.UTF8.GetBytes(body), status);

    public static HttpResponseMessage Raw(byte[] body, int status = 200) => new((HttpStatusCode)status) { Content = new ByteArrayContent(body) };

    public static HttpResponseMessage Answer(string text) => Json($$$"""{"model":"m-1","choices":[{"message":{"content":"{{{text}}}"},"finish_reason":"stop"}],"usage":{"prompt_tokens":10,"completion_tokens":2}}""");

    public OpenAICompatibleClient Client(TimeProvider? time = null, Func<OpenAICompatibleOptions, OpenAICompatibleOptions>? configure = null)
    {
        var options = new OpenAICompatibleOptions { Endpoint = new Uri("http://127.0.0.1:9/v1"), Model = "m" };
        return new OpenAICompatibleClient(configure?.Invoke(options) ?? options, this, time);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref calls);
        Interlocked.Increment(ref open);
        try
        {
            var body = await request.Content!.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            return await script(new Request(number, body), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref open);
        }
    }

    /// <summary>A request.</summary>
    /// <param name="Number">Its number, from 1.</param>
    /// <param name="Body">Its JSON.</param>
    public sealed record Request(int Number, string Body)
    {
        /// <summary>Gets the number of the case that the prompt asks for.</summary>
        public int Case => MedBench.Tests.Running.FunctionModel.CaseNumber(Body);
    }
}
