using NUnit.Framework;

namespace MedBench.Testing;

/// <summary>What every model client must do. Inherit it once per client, over a stub of its endpoint; the tests come with it.</summary>
/// <example>
/// <code>
/// public sealed class MyClientTests : ModelClientSpecification
/// {
///     protected override IModelClient CreateClient() => new MyClient(new StubEndpoint());
/// }
/// </code>
/// </example>
[TestFixture]
public abstract class ModelClientSpecification
{
    private const int ConcurrentCalls = 16;

    /// <summary>Creates the client, ready to reply to <see cref="CreateRequest"/>.</summary>
    protected abstract IModelClient CreateClient();

    /// <summary>Creates a request that the client can reply to.</summary>
    protected virtual ModelRequest CreateRequest() => ModelRequest.FromText(
        "Deficiency of which vitamin causes scurvy?\nA. Vitamin A\nB. Vitamin C\nC. Vitamin D\nD. Vitamin K\nAnswer:",
        new() { Temperature = 0, MaxOutputTokens = 64, Seed = 1 });

    /// <summary>Creates a client whose calls fail at the endpoint; null skips the test of failures.</summary>
    protected virtual IModelClient? CreateFailingClient() => null;

    /// <summary>The client says which model it is.</summary>
    [Test]
    public void The_info_is_complete()
    {
        var info = CreateClient().Info;
        Expect.Text(info.Id, "model id");
        Expect.Text(info.Provider, "provider");
        Expect.Parameters(info.Parameters, "client");
        Assert.That(info.ContextTokens ?? 1, Is.Positive, "The context window is not positive.");
        Assert.That(info.Price is null or { InputPerMillion: >= 0, OutputPerMillion: >= 0 }, "A price is negative.");
    }

    /// <summary>The info does not change by calling the model.</summary>
    [Test]
    public async Task The_info_is_stable()
    {
        var client = CreateClient();
        var before = client.Info;
        await client.CompleteAsync(CreateRequest());
        Assert.That((client.Info.Id, client.Info.Endpoint, client.Info.Capabilities), Is.EqualTo((before.Id, before.Endpoint, before.Capabilities)), "The info changed by a call.");
    }

    /// <summary>A reply says something; silence is a failure of its own kind.</summary>
    [Test]
    public async Task A_reply_has_content()
    {
        var response = await CreateClient().CompleteAsync(CreateRequest());
        Assert.That(response.Messages.Any(message => message.Contents.Count > 0), "The reply has no content; a client reports that as ModelErrorKind.EmptyReply.");
        Assert.That(!string.IsNullOrWhiteSpace(response.Text), "The reply has no text; a client reports that as ModelErrorKind.EmptyReply.");
    }

    /// <summary>The request belongs to the caller.</summary>
    [Test]
    public async Task The_request_is_not_changed()
    {
        var request = CreateRequest();
        var before = RequestText.Of(request);
        await CreateClient().CompleteAsync(request);
        Assert.That(RequestText.Of(request), Is.EqualTo(before), "The client changed the request.");
    }

    /// <summary>A cancelled call ends as such.</summary>
    [Test]
    public Task A_call_is_cancelled_on_request() => Expect.Cancelled(token => CreateClient().CompleteAsync(CreateRequest(), token), "A call");

    /// <summary>Calls at the same time do not disturb each other.</summary>
    [Test]
    public async Task Concurrent_calls_all_reply()
    {
        var client = CreateClient();
        var replies = await Task.WhenAll(Enumerable.Range(0, ConcurrentCalls).Select(_ => Task.Run(() => client.CompleteAsync(CreateRequest()))));
        Assert.That(replies.Count(reply => !string.IsNullOrWhiteSpace(reply.Text)), Is.EqualTo(ConcurrentCalls), "A concurrent call was left without a reply.");
    }

    /// <summary>Failures are of the one type that engines understand.</summary>
    [Test]
    public async Task Failures_are_model_exceptions()
    {
        if (CreateFailingClient() is not { } client)
        {
            Assert.Ignore("Override CreateFailingClient to test failures.");
            return;
        }

        Exception? error = null;
        try
        {
            await client.CompleteAsync(CreateRequest());
        }
        catch (Exception thrown)
        {
            error = thrown;
        }

        Assert.That(error, Is.InstanceOf<ModelException>(), "A failed call does not throw ModelException.");
    }

    /// <summary>A declared power to score continuations is there and gives logarithms of probabilities.</summary>
    [Test]
    public async Task Continuations_are_scored_where_the_client_declares_it()
    {
        var client = CreateClient();
        if (!client.Info.Capabilities.HasFlag(ModelCapabilities.LogLikelihood))
        {
            return;
        }

        var scorer = client.GetCapability<ILogLikelihoodClient>();
        Assert.That(scorer, Is.Not.Null, "The client declares ModelCapabilities.LogLikelihood and does not offer ILogLikelihoodClient.");
        var scores = await scorer!.ScoreAsync(new() { Prompt = PromptText.Of(CreateRequest()), Continuations = [" A", " B", " C", " D"] });
        Assert.That(scores, Has.Count.EqualTo(4), "There is not one score per continuation.");
        Assert.That(scores.All(score => double.IsFinite(score.Sum) && score.Sum <= 0 && score.TokenCount > 0), "A score is not the logarithm of a probability.");
    }
}
