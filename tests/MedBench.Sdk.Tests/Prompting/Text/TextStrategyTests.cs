using MedBench.Testing;
using Microsoft.Extensions.AI;

namespace MedBench.Tests.Prompting.Text;

public sealed class TextStrategyTests : PromptStrategySpecification
{
    private static readonly SampleInput Question = new() { Id = "q", Stem = "What is the half-life of technetium-99m in hours?" };

    private static TextPrompting Parts { get; } = new()
    {
        Id = "number",
        Version = "1",
        Description = "Asks for a number.",
        Parameters = new Dictionary<string, string> { ["unit"] = "hours" },
        Compose = input => TextPrompting.Ask(input, $"{input.Stem} Say one number.", "You are exact."),
        Read = (_, reply) => double.TryParse(reply, System.Globalization.CultureInfo.InvariantCulture, out var number) ? new NumberPrediction(number) : new Unanswered(Outcome.Unparsed),
    };

    [Test]
    public async Task One_request_holds_system_earlier_turns_text_and_media()
    {
        var subject = new ScriptedModelClient("6.01") { Info = OracleModelClient.WithEveryPower };
        var image = new DataContent(new byte[] { 1, 2 }, "image/png");
        var input = Question with { Conversation = [new ChatMessage(ChatRole.User, "Hello."), new ChatMessage(ChatRole.Assistant, "Yes?")], Media = [image] };
        var prediction = await new TextStrategy(Parts).PredictAsync(input, new TestModelAccess(subject));
        var messages = subject.Requests.Single().Messages;
        Assert.Multiple(() =>
        {
            Assert.That(messages.Select(message => (message.Role, message.Text)), Is.EqualTo(new[]
            {
                (ChatRole.System, "You are exact."), (ChatRole.User, "Hello."), (ChatRole.Assistant, "Yes?"), (ChatRole.User, $"{Question.Stem} Say one number."),
            }));
            Assert.That(messages[^1].Contents[^1], Is.SameAs(image));
            Assert.That(((NumberPrediction)prediction).Value, Is.EqualTo(6.01));
            Assert.That(prediction.Reply, Is.EqualTo("6.01"));
        });
    }

    [Test]
    public async Task A_reply_that_nobody_reads_otherwise_is_the_text()
    {
        var plain = new TextStrategy(new TextPrompting { Id = "plain", Version = "1", Description = "Asks.", Compose = input => TextPrompting.Ask(input, input.Stem) });
        var prediction = await plain.PredictAsync(Question, new TestModelAccess(new ScriptedModelClient("About six hours.")));
        Assert.That(((TextPrediction)prediction).Text, Is.EqualTo("About six hours."));
    }

    [TestCase("stop", Outcome.Unparsed)]
    [TestCase("length", Outcome.Truncated)]
    [TestCase("content_filter", Outcome.Refused)]
    public async Task A_reply_without_an_answer_says_why(string finish, Outcome outcome)
    {
        var prediction = await PredictAsync("Well", finish);
        Assert.That((((Unanswered)prediction).Outcome, prediction.Reply), Is.EqualTo((outcome, "Well")));
    }

    [Test]
    public async Task An_answer_cut_at_the_limit_stands_and_is_noted()
    {
        var prediction = await PredictAsync("6", "length");
        Assert.That((((NumberPrediction)prediction).Value, prediction.Notes["finish"]), Is.EqualTo((6.0, "length")));
    }

    [Test]
    public async Task What_cannot_be_asked_is_not_asked()
    {
        var subject = new ScriptedModelClient("never asked");
        foreach (var input in new[] { Question with { Media = [new DataContent(new byte[] { 1 }, "image/png")] }, Question with { Environment = new Dialogue.Counter(1) } })
        {
            var prediction = await new TextStrategy(Parts).PredictAsync(input, new TestModelAccess(subject));
            Assert.That(((Unanswered)prediction).Outcome, Is.EqualTo(Outcome.Unsupported));
            Assert.That(prediction.Notes["unsupported"], Is.Not.Empty);
        }

        Assert.That(subject.Requests, Is.Empty);
    }

    [Test]
    public void Everything_that_changes_a_prompt_is_a_parameter()
    {
        var info = new TextStrategy(Parts with { Sampling = new SamplingOptions { Temperature = 0 }, Compat = ["first-number"] }).Info;
        Assert.That((info.Parameters["unit"], info.Parameters["temperature"], info.Parameters["compat"]), Is.EqualTo(("hours", "0", "first-number")));
    }

    protected override IPromptStrategy CreateStrategy() => new TextStrategy(Parts with { Read = (_, reply) => new TextPrediction(reply) });

    private static Task<Prediction> PredictAsync(string reply, string finish)
    {
        var subject = new ScriptedModelClient((_, _) => new ChatResponse(new ChatMessage(ChatRole.Assistant, reply)) { FinishReason = new ChatFinishReason(finish) });
        return new TextStrategy(Parts).PredictAsync(Question, new TestModelAccess(subject));
    }
}
