using MedBench.Tests.Running;
using Microsoft.Extensions.AI;

namespace MedBench.Chaos.Transport;

[FailureMode(11)]
public sealed class TruncatedReplyTests : RunFixture
{
    private const int Samples = 1000;
    private const int Truncated = 137;

    [Test]
    public async Task Truncated_replies_are_counted_and_scored_only_where_an_answer_can_be_read()
    {
        var model = new FunctionModel((request, _) => Task.FromResult(Reply(FunctionModel.CaseNumber(request.Messages[^1].Text))));
        var cell = (await RunAsync(Plan(model, Samples, OnceAsked.Strategy), concurrency: 16)).Cells[0];
        var report = await File.ReadAllTextAsync(Path.Combine(Folder("run"), "report.md"));
        var read = Enumerable.Range(0, Truncated).Count(HoldsAnswer);
        Figure.Print(11, $"{Samples} replies with {Truncated} truncated: the report says {cell.TruncatedReplies}, of which {read} held an answer");
        Assert.Multiple(() =>
        {
            Assert.That(cell.TruncatedReplies, Is.EqualTo(Truncated));
            Assert.That(cell.Outcomes, Is.EquivalentTo(new Dictionary<Outcome, int> { [Outcome.Correct] = Samples - Truncated + read, [Outcome.Truncated] = Truncated - read }));
            Assert.That(report, Does.Contain($"replies cut at the token limit: {Truncated} of {Samples} calls"));
            Assert.That(File.ReadAllText(HtmlReport.Write(Folder("run"))), Does.Contain($"{Truncated} replies to zero-shot of function were cut at the token limit"));
            Assert.That(RunReader.ReadSummary(Folder("run")).Cells[0].TruncatedReplies, Is.EqualTo(Truncated));
        });
    }

    private static bool HoldsAnswer(int number) => number % 3 == 0;

    private static ChatResponse Reply(int number)
    {
        var answer = $"The answer is {LetterBenchmark.RightLetter(number)}";
        return number >= Truncated ? FunctionModel.Answer(answer)
            : new ChatResponse(new ChatMessage(ChatRole.Assistant, HoldsAnswer(number) ? answer : "Let us consider the ward and")) { FinishReason = ChatFinishReason.Length };
    }
}
