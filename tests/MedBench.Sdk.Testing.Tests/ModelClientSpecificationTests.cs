using Microsoft.Extensions.AI;

namespace MedBench.Testing.Tests;

public sealed class ModelClientSpecificationTests : ModelClientSpecification
{
    private IModelClient Client { get; init; } = new LetterClient();

    private IModelClient FailingClient { get; init; } = new SilentModelClient();

    protected override IModelClient CreateClient() => Client;

    protected override IModelClient? CreateFailingClient() => FailingClient;

    [Test]
    public async Task Incomplete_info_is_caught()
    {
        foreach (var bad in new ModelInfo[] { new() { Id = "" }, new() { Id = "x", Provider = "" }, new() { Id = "x", ContextTokens = 0 }, new() { Id = "x", Price = new(-1, 0) } })
        {
            await Caught.By(new ModelClientSpecificationTests { Client = new LetterClient { Info = bad } }.The_info_is_complete);
        }
    }

    [Test]
    public Task Info_that_changes_by_a_call_is_caught()
    {
        LetterClient? client = null;
        client = new LetterClient
        {
            Body = (_, _) =>
            {
                client!.Info = client.Info with { Id = "other" };
                return LetterClient.Reply("B");
            },
        };
        return Caught.By(new ModelClientSpecificationTests { Client = client }.The_info_is_stable);
    }

    [Test]
    public async Task An_empty_reply_is_caught()
    {
        await Caught.By(Of((_, _) => LetterClient.Reply("")).A_reply_has_content);
        await Caught.By(Of((_, _) => Task.FromResult(new ChatResponse())).A_reply_has_content);
    }

    [Test]
    public Task A_changed_request_is_caught() => Caught.By(Of((request, _) =>
    {
        request.Options!.Temperature = 1;
        return LetterClient.Reply("B");
    }).The_request_is_not_changed);

    [Test]
    public Task A_call_that_cannot_be_cancelled_is_caught() => Caught.By(Of((_, _) => LetterClient.Reply("B")).A_call_is_cancelled_on_request);

    [Test]
    public Task Calls_that_disturb_each_other_are_caught()
    {
        var calls = 0;
        return Caught.By(Of((_, _) => LetterClient.Reply(Interlocked.Increment(ref calls) > 1 ? "" : "B")).Concurrent_calls_all_reply);
    }

    [Test]
    public Task A_failure_of_another_type_is_caught() => Caught.By(
        new ModelClientSpecificationTests { FailingClient = new LetterClient { Body = (_, _) => throw new InvalidOperationException() } }.Failures_are_model_exceptions);

    [Test]
    public Task A_power_that_is_only_declared_is_caught() => Caught.By(
        new ModelClientSpecificationTests { Client = new LetterClient { Info = new() { Id = "x", Capabilities = ModelCapabilities.LogLikelihood } } }.Continuations_are_scored_where_the_client_declares_it);

    private static ModelClientSpecificationTests Of(Func<ModelRequest, CancellationToken, Task<ChatResponse>> body) => new() { Client = new LetterClient { Body = body } };
}
