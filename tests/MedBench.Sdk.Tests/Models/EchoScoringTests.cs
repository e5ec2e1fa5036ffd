using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MedBench.Tests.Models;

public class EchoScoringTests
{
    [Test]
    public async Task Token_probabilities_after_the_prompt_are_summed()
    {
        await using var server = new LoopbackServer(request => LoopbackServer.Reply.Json(Echo(Prompt(request), [("Answer", null), (":", -1), (" A", -0.5), ("B", -0.25), (" new", -9)])));
        using var client = Client(server);
        var scores = await client.ScoreAsync(new LogLikelihoodRequest { Prompt = "Answer:", Continuations = [" AB", " AB"] });
        Assert.That(scores, Is.EqualTo(new[] { new LogLikelihood(-0.75, 2), new LogLikelihood(-0.75, 2) }));
        Assert.That(server.Requests.First().Body, Is.EqualTo("""{"model":"m","prompt":"Answer: AB","max_tokens":1,"temperature":0,"logprobs":1,"echo":true}"""));
        Assert.That(server.Requests.First().Line, Does.StartWith("POST /v1/completions "));
    }

    [TestCase(""","usage":{"prompt_tokens":3,"completion_tokens":1}}""", 3L, 1L)]
    [TestCase(""","usage":{"prompt_tokens":3}}""", 3L, null)]
    [TestCase(""","usage":null}""", null, null)]
    [TestCase("}", null, null)]
    public async Task Tokens_are_those_that_the_endpoint_counts(string usage, long? input, long? output)
    {
        await using var server = new LoopbackServer(Echo("p: A", [("p:", null), (" A", -0.5), ("x", -9)])[..^1] + usage);
        using var client = Client(server);
        var score = (await client.ScoreAsync(new LogLikelihoodRequest { Prompt = "p:", Continuations = [" A"] })).Single();
        Assert.That(score, Is.EqualTo(new LogLikelihood(-0.5, 1) { InputTokens = input, OutputTokens = output }));
    }

    [Test]
    public async Task A_token_that_spans_the_end_of_the_prompt_belongs_to_the_continuation()
        => Assert.That(await ScoreAsync("Answer: ", "A", [("Answer", null), (":", -1), (" A", -0.5)]), Is.EqualTo(new LogLikelihood(-0.5, 1)));

    [Test]
    public async Task Offsets_count_code_points()
        => Assert.That(await ScoreAsync("😀😀", "A", [("😀", null), ("😀", -1), ("A", -0.5), ("x", -9)]), Is.EqualTo(new LogLikelihood(-0.5, 1)));

    [Test]
    public async Task A_server_that_does_not_echo_is_told_apart()
    {
        await using var server = new LoopbackServer("""{"choices":[{"text":" A","logprobs":{"token_logprobs":[-0.1],"text_offset":[2]}}]}""");
        using var client = Client(server);
        var error = (await Assert.ThrowsAsync<ModelException>(() => client.ScoreAsync(new LogLikelihoodRequest { Prompt = "p:", Continuations = [" A"] })))!;
        Assert.That((error.Kind, server.Requests.Count), Is.EqualTo((ModelErrorKind.BadRequest, 1)));
    }

    [Test]
    public async Task Of_a_whole_text_the_first_token_has_no_probability_and_is_left_out()
        => Assert.That(await ScoreAsync("", "Answer: A", [("Answer", null), (":", -1), (" A", -0.5), ("x", -9)]), Is.EqualTo(new LogLikelihood(-1.5, 2)));

    [Test]
    public async Task Of_a_whole_text_a_first_token_with_a_probability_counts()
        => Assert.That(await ScoreAsync("", "Answer: A", [("", null), ("Answer", -3), (":", -1), (" A", -0.5)]), Is.EqualTo(new LogLikelihood(-4.5, 3)));

    [Test]
    public async Task A_whole_text_of_one_token_cannot_be_scored()
    {
        var error = (await Assert.ThrowsAsync<ModelException>(() => ScoreAsync("", "A", [("A", null), ("x", -9)])))!;
        Assert.That(error.Message, Does.Contain("no finite log-probability"));
    }

    [TestCase("p", "")]
    [TestCase("", "")]
    public async Task Nothing_cannot_be_scored(string prompt, string continuation)
    {
        await using var server = new LoopbackServer("{}");
        using var client = Client(server);
        var error = (await Assert.ThrowsAsync<ModelException>(() => client.ScoreAsync(new LogLikelihoodRequest { Prompt = prompt, Continuations = [continuation] })))!;
        Assert.That((error.Kind, server.Requests.Count), Is.EqualTo((ModelErrorKind.BadRequest, 0)));
    }

    [Test]
    public void The_power_is_there_where_it_is_declared()
    {
        var options = new OpenAICompatibleOptions { Endpoint = new Uri("https://example.org/v1"), Model = "m" };
        using var without = new OpenAICompatibleClient(options);
        using var with = new OpenAICompatibleClient(options with { Capabilities = ModelCapabilities.LogLikelihood });
        Assert.That((without.GetCapability<ILogLikelihoodClient>(), with.GetCapability<ILogLikelihoodClient>()), Is.EqualTo(((ILogLikelihoodClient?)null, (ILogLikelihoodClient)with)));
    }

    private static OpenAICompatibleClient Client(LoopbackServer server) => new(server.Options with { Capabilities = ModelCapabilities.LogLikelihood });

    private static string Prompt(LoopbackServer.Received request) => JsonDocument.Parse(request.Body).RootElement.GetProperty("prompt").GetString()!;

    private static async Task<LogLikelihood> ScoreAsync(string prompt, string continuation, (string, double?)[] tokens)
    {
        await using var server = new LoopbackServer(Echo(prompt + continuation, tokens));
        using var client = Client(server);
        return (await client.ScoreAsync(new LogLikelihoodRequest { Prompt = prompt, Continuations = [continuation] })).Single();
    }

    private static string Echo(string text, (string Text, double? LogProbability)[] tokens)
    {
        var offsets = new List<int>();
        var offset = 0;
        foreach (var (token, _) in tokens)
        {
            offsets.Add(offset);
            offset += token.EnumerateRunes().Count();
        }

        var logprobs = new { token_logprobs = tokens.Select(token => token.LogProbability), text_offset = offsets };
        return JsonSerializer.Serialize(new { choices = new[] { new { text, logprobs } } });
    }
}
