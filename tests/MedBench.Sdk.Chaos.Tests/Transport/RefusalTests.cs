using MedBench.Tests.Models;
using MedBench.Tests.Running;

namespace MedBench.Chaos.Transport;

[FailureMode(10)]
public sealed class RefusalTests : RunFixture
{
    private static readonly (string Provider, int Status, string Body)[] Shapes =
    [
        ("Azure, prompt withheld", 400, """{"error":{"message":"The response was filtered","code":"content_filter","innererror":{"code":"ResponsibleAIPolicyViolation"}}}"""),
        ("Azure and OpenAI, reply withheld", 200, Replies.Message("""{"content":""}""", "\"content_filter\"")),
        ("Anthropic through a gateway", 200, Replies.Message("""{"content":null}""", "\"refusal\"")),
        ("OpenAI, the model's own words", 200, Replies.Message("""{"content":null,"refusal":"I cannot help with that."}""")),
    ];

    [Test]
    public async Task A_refusal_of_any_provider_is_an_outcome_of_its_own_and_is_not_asked_again()
    {
        var refused = 0;
        for (var shape = 0; shape < Shapes.Length; shape++)
        {
            var (provider, status, body) = Shapes[shape];
            using var endpoint = new StubEndpoint(request => request.Case == 2 ? StubEndpoint.Json(body, status) : StubEndpoint.Answer("A"));
            using var client = endpoint.Client();
            var cell = (await RunAsync(Plan(client, 5), $"run-{shape}")).Cells[0];
            refused += cell.Outcomes.GetValueOrDefault(Outcome.Refused) == 1 && endpoint.Calls == 5 ? 1 : 0;
            Assert.That(await File.ReadAllTextAsync(Path.Combine(Folder($"run-{shape}"), "report.md")), Does.Contain("refused 1"), provider);
        }

        Figure.Print(10, $"{refused}/{Shapes.Length} provider shapes refused after one call and shown in the report");
        Assert.That(refused, Is.EqualTo(4));
    }
}
