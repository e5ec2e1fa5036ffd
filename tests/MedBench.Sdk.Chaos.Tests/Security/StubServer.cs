using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MedBench.Chaos;

/// <summary>An endpoint on this machine that does what it is told.</summary>
internal sealed class StubServer : IAsyncDisposable
{
    private readonly WebApplication application;

    private StubServer(WebApplication application) => this.application = application;

    public Uri Endpoint => new(application.Urls.Single() + "/v1");

    public ConcurrentQueue<string> Bodies { get; } = new();

    public ConcurrentQueue<string> Authorizations { get; } = new();

    /// <summary>Gets or sets how a request is answered.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = context => WriteAsync(context, Reply("A"));

    public static async Task<StubServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        var server = new StubServer(application);
        application.Run(server.ServeAsync);
        await application.StartAsync();
        return server;
    }

    public static Task WriteAsync(HttpContext context, string body, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body)).AsTask();
    }

    public static string Reply(string content, string model = "stub") => System.Text.Json.JsonSerializer.Serialize(new
    {
        model,
        choices = new[] { new { index = 0, message = new { role = "assistant", content }, finish_reason = "stop" } },
        usage = new { prompt_tokens = 1, completion_tokens = 1, total_tokens = 2 },
    });

    /// <summary>Returns the body of the request under way.</summary>
    public static string BodyOf(HttpContext context) => (string)context.Items[typeof(StubServer)]!;

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private async Task ServeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        Bodies.Enqueue(body);
        context.Items[typeof(StubServer)] = body;
        Authorizations.Enqueue(string.Join('\n', context.Request.Headers.Select(header => $"{header.Key}: {header.Value}")));
        await Answer(context);
    }
}
