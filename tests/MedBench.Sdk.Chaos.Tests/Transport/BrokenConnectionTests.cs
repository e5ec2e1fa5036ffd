using System.Net;
using System.Net.Sockets;
using System.Text;
using MedBench.Tests.Models;

namespace MedBench.Chaos.Transport;

[FailureMode(4)]
public sealed class BrokenConnectionTests
{
    [Test]
    public async Task A_connection_that_breaks_anywhere_is_made_again()
    {
        var whole = LoopbackServer.Reply.Raw(Encoding.UTF8.GetBytes(Replies.Full.Trim()));
        var head = whole.Bytes.Span.IndexOf("\r\n\r\n"u8) + 4;
        var body = whole.Bytes.Length - head;
        int[] cuts = [0, head / 2, .. Enumerable.Range(0, 20).Select(i => head + (body * i / 20))];
        var recovered = 0;
        foreach (var cut in cuts)
        {
            await using var server = new LoopbackServer(request => request.Index == 0 ? whole.Cut(cut) : whole);
            using var client = new OpenAICompatibleClient(server.Options);
            var response = await new ResilientModelClient(client, StubEndpoint.Quick).CompleteAsync(Replies.Question);
            recovered += response.Text == "The answer is B – größer" && server.Requests.Count == 2 ? 1 : 0;
        }

        Figure.Print(4, $"{recovered}/{cuts.Length} recovered");
        Assert.That((recovered, cuts.Length), Is.EqualTo((22, 22)));
    }

    [TestCase("http")]
    [TestCase("https")]
    public async Task Nobody_at_home_and_no_TLS_are_connection_errors(string scheme)
    {
        // Bound either way, so that nobody else takes the port; who does not listen refuses.
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)socket.LocalEndPoint!).Port;
        var hangingUp = scheme == "https" ? HangUpAsync(socket) : Task.CompletedTask;
        using var client = new OpenAICompatibleClient(new OpenAICompatibleOptions { Endpoint = new Uri($"{scheme}://127.0.0.1:{port}/v1"), Model = "m" });
        var error = (await Assert.ThrowsAsync<ModelException>(() => new ResilientModelClient(client, StubEndpoint.Quick with { MaxAttempts = 3 }).CompleteAsync(Replies.Question)))!;
        socket.Close();
        await hangingUp;
        Assert.That((error.Kind, error.GetAttempts()), Is.EqualTo((ModelErrorKind.Connection, 3)));
    }

    /// <summary>Answers every greeting with something that is not TLS.</summary>
    private static async Task HangUpAsync(Socket listener)
    {
        listener.Listen();
        try
        {
            while (true)
            {
                using var caller = await listener.AcceptAsync();
                await caller.SendAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
        }
    }
}
