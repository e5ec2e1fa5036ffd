using System.Text.Json;
using MedBench.Testing;
using Microsoft.Extensions.AI;

namespace MedBench.Tests.Prompting.Dialogue;

public sealed class DialogueStrategyTests : PromptStrategySpecification
{
    private static DialoguePrompting Parts { get; } = new()
    {
        Id = "count",
        Version = "1",
        Description = "Counts down.",
        Open = input => TextPrompting.Ask(input, input.Stem, "Count."),
        MaxTurns = 3,
    };

    [Test]
    public async Task Model_and_environment_take_turns_until_the_environment_ends_them()
    {
        var subject = new ScriptedModelClient("one", "two");
        var prediction = await PredictAsync(Parts, new Counter(2), subject);
        Assert.Multiple(() =>
        {
            Assert.That(((TextPrediction)prediction).Text, Is.EqualTo("two"));
            Assert.That(prediction.Reply, Is.EqualTo("two"));
            Assert.That(prediction.Transcript.Select(message => message.Text), Is.EqualTo(new[] { "Count.", "Begin.", "one", "1 left", "two" }));
            Assert.That(subject.Requests.Select(request => (request.Purpose, request.Messages.Count)), Is.EqualTo(new[] { ("turn/0", 2), ("turn/1", 4) }));
        });
    }

    [Test]
    public async Task What_was_changed_is_the_prediction_where_the_environment_keeps_it()
    {
        var prediction = await PredictAsync(Parts, new Counter(1) { KeepsState = true }, new ScriptedModelClient("one"));
        Assert.That(((StatePrediction)prediction).State.GetProperty("turns").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_dialogue_beyond_its_turns_is_truncated_and_keeps_its_transcript()
    {
        var prediction = await PredictAsync(Parts, new Counter(9), new ScriptedModelClient("one", "two", "three"));
        Assert.Multiple(() =>
        {
            Assert.That(((Unanswered)prediction).Outcome, Is.EqualTo(Outcome.Truncated));
            Assert.That(prediction.Reply, Is.EqualTo("three"));
            Assert.That(prediction.Transcript, Has.Count.EqualTo(8));
        });
    }

    [Test]
    public async Task A_filtered_turn_ends_the_dialogue_as_refused()
    {
        var subject = new ScriptedModelClient((_, _) => new ChatResponse(new ChatMessage(ChatRole.Assistant, "…")) { FinishReason = ChatFinishReason.ContentFilter });
        Assert.That(((Unanswered)await PredictAsync(Parts, new Counter(2), subject)).Outcome, Is.EqualTo(Outcome.Refused));
    }

    [Test]
    public async Task An_unread_conclusion_says_why()
    {
        var parts = Parts with { Conclude = (_, _) => new Unanswered(Outcome.Unparsed) };
        var subject = new ScriptedModelClient((_, _) => new ChatResponse(new ChatMessage(ChatRole.Assistant, "o")) { FinishReason = ChatFinishReason.Length });
        var prediction = await PredictAsync(parts, new Counter(1), subject);
        Assert.That((((Unanswered)prediction).Outcome, prediction.Transcript.Count), Is.EqualTo((Outcome.Truncated, 3)));
    }

    [Test]
    public async Task The_environments_tools_are_offered()
    {
        var tool = AIFunctionFactory.CreateDeclaration("look_up", "Looks up.", JsonElement.Parse("""{"type":"object"}"""));
        var subject = new ScriptedModelClient("one");
        await PredictAsync(Parts, new Counter(1) { Tools = [tool] }, subject);
        Assert.That(subject.Requests[0].Options!.Tools, Is.EqualTo(new[] { tool }));
    }

    [Test]
    public async Task What_cannot_be_asked_is_not_asked()
    {
        var subject = new ScriptedModelClient("never asked");
        var input = new SampleInput { Id = "d", Stem = "Begin." };
        foreach (var impossible in new[] { input, input with { Environment = new Counter(1), Media = [new DataContent(new byte[] { 1 }, "image/png")] } })
        {
            Assert.That(((Unanswered)await new DialogueStrategy(Parts).PredictAsync(impossible, new TestModelAccess(subject))).Outcome, Is.EqualTo(Outcome.Unsupported));
        }

        Assert.That(subject.Requests, Is.Empty);
    }

    [Test]
    public void A_dialogue_has_at_least_one_turn_and_says_how_many()
    {
        Assert.That(() => new DialogueStrategy(Parts with { MaxTurns = 0 }), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(new DialogueStrategy(Parts).Info.Parameters["max-turns"], Is.EqualTo("3"));
    }

    protected override IPromptStrategy CreateStrategy() => new DialogueStrategy(Parts);

    protected override SampleInput CreateInput() => base.CreateInput() with { Environment = new Counter(2) };

    protected override SampleInput CreateOtherInput() => base.CreateOtherInput() with { Environment = new Counter(2) };

    private static Task<Prediction> PredictAsync(DialoguePrompting parts, IEnvironment environment, IModelClient subject)
        => new DialogueStrategy(parts).PredictAsync(new SampleInput { Id = "d", Stem = "Begin.", Environment = environment }, new TestModelAccess(subject));
}
