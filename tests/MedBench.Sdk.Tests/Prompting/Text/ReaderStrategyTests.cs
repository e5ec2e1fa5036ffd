using MedBench.Testing;
using Microsoft.Extensions.AI;

namespace MedBench.Tests.Prompting.Text;

public sealed class ReaderStrategyTests : PromptStrategySpecification
{
    private static readonly SampleInput Question = new() { Id = "q", Stem = "What is seen?", Options = [new("A", "a fracture"), new("B", "nothing")] };

    private static ReaderPrompting Parts { get; } = new()
    {
        Asking = new TextPrompting
        {
            Id = "open",
            Version = "1",
            Description = "Asks openly.",
            Compose = input => TextPrompting.Ask(input, input.Stem),
            Read = (_, reply) => new ChoicePrediction { Labels = [reply] },
            Sampling = SamplingOptions.Unset with { Temperature = 0.7f },
        },
        Compose = (input, reply) => reply.Length == 1 ? null : [new ChatMessage(ChatRole.User, $"{reply}\nA: {input.Options[0].Text}")],
        Read = (_, _, verdict) => verdict is "A" or "B" ? new ChoicePrediction { Labels = [verdict] } : new Unanswered(Outcome.Unparsed),
        Sampling = SamplingOptions.Unset with { Temperature = 0 },
    };

    [Test]
    public async Task The_reader_is_sent_the_reply_and_what_it_says_counts()
    {
        var (subject, reader) = (new ScriptedModelClient("The radius is broken."), new ScriptedModelClient("A"));
        var prediction = await new ReaderStrategy(Parts).PredictAsync(Question, Access(subject, reader));
        Assert.Multiple(() =>
        {
            Assert.That((((ChoicePrediction)prediction).Labels[0], prediction.Reply, prediction.Notes["reader"]), Is.EqualTo(("A", "The radius is broken.", "A")));
            Assert.That((reader.Requests.Single().Messages.Single().Text, reader.Requests[0].Purpose, reader.Requests[0].Options!.Temperature), Is.EqualTo(("The radius is broken.\nA: a fracture", "reading", 0f)));
            Assert.That((subject.Requests.Single().Purpose, subject.Requests[0].Options!.Temperature), Is.EqualTo(("answer", 0.7f)));
        });
    }

    [Test]
    public async Task A_reply_that_needs_no_reader_costs_none()
    {
        var reader = new ScriptedModelClient("never asked");
        var prediction = await new ReaderStrategy(Parts).PredictAsync(Question, Access(new ScriptedModelClient("B"), reader));
        Assert.That((((ChoicePrediction)prediction).Labels[0], reader.Requests.Count), Is.EqualTo(("B", 0)));
    }

    [TestCase("stop", Outcome.Unparsed)]
    [TestCase("length", Outcome.Truncated)]
    [TestCase("content_filter", Outcome.Refused)]
    public async Task What_the_reader_cannot_read_is_the_subjects_own_outcome(string finish, Outcome outcome)
    {
        var subject = new ScriptedModelClient((_, _) => new ChatResponse(new ChatMessage(ChatRole.Assistant, "Well")) { FinishReason = new ChatFinishReason(finish) });
        var prediction = await new ReaderStrategy(Parts).PredictAsync(Question, Access(subject, new ScriptedModelClient("Z")));
        Assert.That((((Unanswered)prediction).Outcome, prediction.Reply), Is.EqualTo((outcome, "Well")));
    }

    [Test]
    public void Who_reads_and_how_is_declared()
    {
        var info = new ReaderStrategy(Parts with { Role = ModelRole.Judge }).Info;
        Assert.That((info.RequiredRoles.Single(), info.Parameters["reader"], info.Parameters["reader-temperature"], info.Parameters["temperature"]), Is.EqualTo(("judge", "judge", "0", "0.7")));
    }

    protected override IPromptStrategy CreateStrategy() => new ReaderStrategy(Parts);

    protected override void Configure(TestModelAccess models) => models.Models[ModelRole.Extractor] = new ScriptedModelClient(request => request.Messages[0].Text.Contains("Answer: A", StringComparison.Ordinal) ? "A" : "Z");

    private static TestModelAccess Access(IModelClient subject, IModelClient reader)
    {
        var models = new TestModelAccess(subject);
        models.Models.Add(ModelRole.Extractor, reader);
        return models;
    }
}
