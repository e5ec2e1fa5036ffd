using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace MedBench.Performance;

/// <summary>A loopback server that answers chat completions after a given latency and counts them.</summary>
internal static class Server
{
    private static readonly byte[][] Replies = [.. "ABCD".Select(letter => Encoding.UTF8.GetBytes(
        $$$"""{"id":"x","object":"chat.completion","created":1700000000,"model":"stub","choices":[{"index":0,"message":{"role":"assistant","content":"The answer is {{{letter}}}"},"finish_reason":"stop"}],"usage":{"prompt_tokens":210,"completion_tokens":4,"total_tokens":214}}"""))];

    private static int latency;
    private static long requests;
    private static long first;
    private static long last;

    public static async Task<int> RunAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1));
        await using var app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
        Console.WriteLine("ready");
        // The parent holds the other end of standard input: when it ends, so does the server.
        await Console.In.ReadToEndAsync();
        return 0;
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/reset")
        {
            (latency, requests, first, last) = (int.Parse(context.Request.Query["latency"]!, CultureInfo.InvariantCulture), 0, 0, 0);
            return;
        }

        if (context.Request.Path == "/stats")
        {
            await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{requests} {first} {last}"));
            return;
        }

        Interlocked.CompareExchange(ref first, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), 0);
        var number = Interlocked.Increment(ref requests);
        await context.Request.BodyReader.CopyToAsync(Stream.Null);
        if (latency > 0)
        {
            await Task.Delay(latency);
        }

        var reply = Replies[number % 4];
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = reply.Length;
        await context.Response.BodyWriter.WriteAsync(reply);
        Volatile.Write(ref last, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
    }
}
