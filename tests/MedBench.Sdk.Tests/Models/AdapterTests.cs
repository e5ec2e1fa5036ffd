using System.Net;
using Microsoft.Extensions.AI;

namespace MedBench.Tests.Models;

public class AdapterTests
{
    private static readonly ModelInfo Info = new() { Id = "m", Provider = "p", Endpoint = new Uri("https://example.org/v1") };

    [Test]
    public async Task A_chat_client_may_change_what_it_is_given()
    {
        var chat = new ScriptedChat((messages, options) =>
        {
            messages.Clear();
            options!.Temperature = 2;
            options.StopSequences!.Add("x");
            return new ChatResponse(new ChatMessage(ChatRole.Assistant, "A"));
        }, first => first.Contents.Clear());
        var request = ModelRequest.FromText("q", new ChatOptions { Temperature = 0, StopSequences = ["s"] });
        var response = await chat.AsModelClient(Info).CompleteAsync(request);
        Assert.That((response.Text, request.Messages[0].Text, request.Options!.Temperature, request.Options.StopSequences!.Count), Is.EqualTo(("A", "q", (float?)0, 1)));
    }

    private static IEnumerable<TestCaseData> Errors() =>
    [
        new(new HttpRequestException("x", null, HttpStatusCode.TooManyRequests), ModelErrorKind.RateLimited),
        new(new HttpRequestException("x", null, HttpStatusCode.Unauthorized), ModelErrorKind.Authentication),
        new(new HttpRequestException("refused"), ModelErrorKind.Connection),
        new(new IOException("reset"), ModelErrorKind.Connection),
        new(new TaskCanceledException("slow"), ModelErrorKind.Timeout),
        new(new TimeoutException("slow"), ModelErrorKind.Timeout),
        new(new System.Text.Json.JsonException("bad"), ModelErrorKind.Malformed),
        new(new InvalidOperationException("HTTP 429 (requests: rate_limit_exceeded)"), ModelErrorKind.RateLimited),
        new(new InvalidOperationException("Service request failed.\nStatus: 400 (content_filter)"), ModelErrorKind.ContentFiltered),
        new(new ArgumentException("bad option"), ModelErrorKind.BadRequest),
        new(new NotSupportedException("no"), ModelErrorKind.BadRequest),
        new(new InvalidOperationException("who knows"), ModelErrorKind.Server),
        new(new ModelException(ModelErrorKind.QuotaExceeded, "as it is"), ModelErrorKind.QuotaExceeded),
    ];

    [TestCaseSource(nameof(Errors))]
    public async Task Errors_of_a_chat_client_become_typed(Exception cause, ModelErrorKind kind)
    {
        var client = new ScriptedChat((_, _) => throw cause).AsModelClient(Info);
        var error = (await Assert.ThrowsAsync<ModelException>(() => client.CompleteAsync(Replies.Question)))!;
        Assert.That(error.Kind, Is.EqualTo(kind));
    }

    [TestCase("", "stop", ModelErrorKind.EmptyReply)]
    [TestCase(" ", "content_filter", ModelErrorKind.ContentFiltered)]
    public async Task A_reply_without_content_is_an_error(string text, string reason, ModelErrorKind kind)
    {
        var client = new ScriptedChat((_, _) => new ChatResponse(new ChatMessage(ChatRole.Assistant, text)) { FinishReason = new ChatFinishReason(reason) }).AsModelClient(Info);
        var error = (await Assert.ThrowsAsync<ModelException>(() => client.CompleteAsync(Replies.Question)))!;
        Assert.That(error.Kind, Is.EqualTo(kind));
    }

    [Test]
    public void A_chat_client_describes_itself_or_must_be_described()
    {
        var chat = new ScriptedChat((_, _) => new ChatResponse()) { Metadata = new ChatClientMetadata("p", Info.Endpoint, "m") };
        Assert.That(chat.AsModelClient().Info, Is.EqualTo(Info with { Parameters = chat.AsModelClient().Info.Parameters }).Using<ModelInfo>((a, b) => (a.Id, a.Provider, a.Endpoint) == (b.Id, b.Provider, b.Endpoint)));
        Assert.That(() => new ScriptedChat((_, _) => new ChatResponse()).AsModelClient(), Throws.ArgumentException.With.Message.Contains("Pass a ModelInfo"));
    }

    [Test]
    public async Task A_model_client_makes_the_round_trip()
    {
        var model = new ScriptedCalls((_, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "A")) { ModelId = "m-1", FinishReason = ChatFinishReason.Stop }));
        using var chat = ((IModelClient)model).AsChatClient();
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in chat.GetStreamingResponseAsync("q"))
        {
            updates.Add(update);
        }

        Assert.Multiple(async () =>
        {
            Assert.That((await chat.GetResponseAsync("q")).Text, Is.EqualTo("A"));
            Assert.That(updates.ToChatResponse(), Has.Property("Text").EqualTo("A").And.Property("ModelId").EqualTo("m-1"));
            Assert.That(chat.GetService<ChatClientMetadata>()!.DefaultModelId, Is.EqualTo("scripted"));
            Assert.That(chat.GetService<IModelClient>(), Is.SameAs(model));
            Assert.That(chat.AsModelClient(), Is.SameAs(model));
            Assert.That((await chat.AsModelClient(Info).CompleteAsync(Replies.Question)).Text, Is.EqualTo("A"));
        });
    }

    [Test]
    public async Task Cancelling_is_told_from_a_timeout()
    {
        using var cancel = new CancellationTokenSource();
        var client = new ScriptedChat((_, _) =>
        {
            cancel.Cancel();
            throw new TaskCanceledException();
        }).AsModelClient(Info);
        var error = (await Assert.CatchAsync<OperationCanceledException>(() => client.CompleteAsync(Replies.Question, cancel.Token)))!;
        Assert.That(error.CancellationToken, Is.EqualTo(cancel.Token));
    }
}
