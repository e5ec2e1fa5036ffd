using MedBench.Tests.Models;
using MedBench.Tests.Running;

namespace MedBench.Chaos.Transport;

[FailureMode(9)]
public sealed class MissingContentTests : RunFixture
{
    private const int Samples = 10;

    private static readonly (string Message, Outcome Outcome, int Asked)[] Shapes =
    [
        ("""{"content":null}""", Outcome.Failed, 4),
        ("""{"content":""}""", Outcome.Failed, 4),
        ("""{"content":" \n\t"}""", Outcome.Failed, 4),
        ("""{"role":"assistant"}""", Outcome.Failed, 4),
        ("""{"content":null,"reasoning_content":"Let me think."}""", Outcome.Failed, 4),
        ("""{"content":null,"tool_calls":[{"id":"1","function":{"name":"lab","arguments":"{}"}}]}""", Outcome.Unparsed, 1),
    ];

    [Test]
    public async Task A_reply_without_content_costs_its_own_sample_and_shifts_no_other()
    {
        var (whole, shifted) = (0, 0);
        foreach (var (message, outcome, asked) in Shapes)
        {
            for (var position = 0; position < Samples; position++)
            {
                var results = await RunAsync(message, position, asked);
                whole += results[position].Outcome == outcome ? 1 : 0;
                shifted += results.Where((result, i) => i != position && result.Outcome != Outcome.Correct).Count();
            }
        }

        Figure.Print(9, $"{shifted} answers misattributed in {Shapes.Length} shapes × {Samples} positions; {whole}/{Shapes.Length * Samples} typed outcomes");
        Assert.That((shifted, whole), Is.EqualTo((0, Shapes.Length * Samples)));
    }

    private async Task<List<SampleResult>> RunAsync(string message, int position, int asked)
    {
        using var endpoint = new StubEndpoint(request => request.Case == position
            ? StubEndpoint.Json(Replies.Message(message))
            : StubEndpoint.Answer($"The answer is {LetterBenchmark.RightLetter(request.Case)}"));
        using var client = endpoint.Client();
        var folder = Folder(Path.GetRandomFileName());
        var plan = Plan(client, Samples, OnceAsked.Strategy);
        await new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = folder, Concurrency = 4, Resilience = StubEndpoint.Quick });
        Assert.That(endpoint.Calls, Is.EqualTo(Samples - 1 + asked), message);
        return [.. RunReader.ReadResults(folder)];
    }
}
