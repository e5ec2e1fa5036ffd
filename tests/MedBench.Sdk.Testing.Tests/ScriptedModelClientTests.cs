using Microsoft.Extensions.AI;

namespace MedBench.Testing.Tests;

public sealed class ScriptedModelClientTests : ModelClientSpecification
{
    protected override IModelClient CreateClient() => new ScriptedModelClient(_ => "B");

    protected override IModelClient CreateFailingClient() => new ScriptedModelClient("");

    [Test]
    public async Task Replies_come_in_order_and_requests_are_kept()
    {
        var client = new ScriptedModelClient("first", "second");
        Assert.That((await client.CompleteAsync(ModelRequest.FromText("one"))).Text, Is.EqualTo("first"));
        Assert.That((await client.CompleteAsync(ModelRequest.FromText("two"))).Text, Is.EqualTo("second"));
        Assert.That(client.Requests.Select(request => request.Messages[0].Text), Is.EqualTo(new[] { "one", "two" }));
    }

    [Test]
    public async Task The_first_rule_that_fits_replies()
    {
        var client = new ScriptedModelClient(new ScriptRule("scurvy", "vitamin C"), new ScriptRule("", "anything"));
        Assert.That((await client.CompleteAsync(ModelRequest.FromText("What causes scurvy?"))).Text, Is.EqualTo("vitamin C"));
        Assert.That((await client.CompleteAsync(ModelRequest.FromText("What causes gout?"))).Text, Is.EqualTo("anything"));
    }

    [Test]
    public async Task A_whole_response_is_passed_on_as_it_is()
    {
        var response = new ChatResponse(new ChatMessage(ChatRole.Assistant, "Ans")) { FinishReason = ChatFinishReason.Length };
        var client = new ScriptedModelClient((_, _) => response);
        Assert.That(await client.CompleteAsync(ModelRequest.FromText("?")), Is.SameAs(response));
    }

    [Test]
    public async Task An_exhausted_script_says_so()
    {
        var client = new ScriptedModelClient("only");
        await client.CompleteAsync(ModelRequest.FromText("one"));
        var error = (await Assert.ThrowsAsync<ModelException>(() => client.CompleteAsync(ModelRequest.FromText("two"))))!;
        Assert.That(error.Message, Is.EqualTo("The scripted model 'scripted' was asked for reply 2 and its script has 1. Add a reply, or find out who asks once too often."));
        Assert.That(error.IsTransient || error.StopsRun, Is.False);
    }

    [Test]
    public async Task A_prompt_that_no_rule_fits_is_named()
    {
        var client = new ScriptedModelClient(new ScriptRule("scurvy", "vitamin C"));
        var error = (await Assert.ThrowsAsync<ModelException>(() => client.CompleteAsync(ModelRequest.FromText("What causes gout?"))))!;
        Assert.That(error.Message, Does.Contain("What causes gout?"));
    }

    [Test]
    public async Task Concurrent_requests_are_all_kept_and_use_each_reply_once()
    {
        var client = new ScriptedModelClient([.. Enumerable.Range(0, 200).Select(i => $"reply {i}")]);
        var replies = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => client.CompleteAsync(ModelRequest.FromText($"{i}")))));
        Assert.That(replies.Select(reply => reply.Text), Is.Unique);
        Assert.That(client.Requests, Has.Count.EqualTo(200));
    }

    [Test]
    public async Task Silence_is_a_failure_of_its_own_kind()
    {
        var error = (await Assert.ThrowsAsync<ModelException>(() => new SilentModelClient().CompleteAsync(ModelRequest.FromText("?"))))!;
        Assert.That(error.Kind, Is.EqualTo(ModelErrorKind.EmptyReply));
    }
}
