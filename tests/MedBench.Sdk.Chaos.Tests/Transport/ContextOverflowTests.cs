using MedBench.Tests.Running;
using Microsoft.ML.Tokenizers;

namespace MedBench.Chaos.Transport;

[FailureMode(12)]
public sealed class ContextOverflowTests : RunFixture
{
    private static readonly string[] ProviderTexts =
    [
        """{"error":{"message":"This model's maximum context length is 8192 tokens.","code":"context_length_exceeded"}}""",
        """{"object":"error","message":"This model's maximum context length is 4096 tokens. However, you requested 5000","code":400}""",
        """{"error":{"code":400,"message":"the request exceeds the available context size","type":"exceed_context_size_error"}}""",
        """{"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: 210000 tokens > 200000 maximum"}}""",
        """{"error":"`inputs` tokens + `max_new_tokens` must be <= 2048"}""",
        """[{"error":{"code":400,"message":"The input token count (40000) exceeds the maximum number of tokens allowed (32000)."}}]""",
    ];

    [TestCase("gpt-4o-2024-11-20", true)]
    [TestCase("openai/gpt-4.1-mini", true)]
    [TestCase("qwen3-32b", false)]
    public async Task A_prompt_that_leaves_no_room_for_the_reply_is_found_before_it_is_paid_for(string model, bool isExact)
    {
        var need = await MeasureAsync(isExact);
        int[] windows = [need + 1, need, need - 1];
        var calls = new List<int>();
        foreach (var window in windows)
        {
            var asked = Model(model, window);
            var summary = await RunAsync(Plan(asked, 1, OnceAsked.Strategy), $"{window}");
            calls.Add(asked.Calls);
            Assert.That(summary.Cells[0].Outcomes.GetValueOrDefault(Outcome.Unsupported), Is.EqualTo(1 - asked.Calls));
        }

        Figure.Print(12, $"{(isExact ? "counted" : "estimated")}: calls {string.Join(',', calls)} with room to spare, exactly enough, one token short");
        Assert.That(calls, Is.EqualTo(new[] { 1, 1, 0 }));
        Assert.That(ResultLines($"{need - 1}")[0], Does.Contain($"was not asked: the prompt takes").And.Contains($"its window holds {need - 1}.").And.Contains("\"calls\":0"));
    }

    [Test]
    public async Task Most_prompts_fit_without_being_counted()
    {
        var model = Model("gpt-4o", 128_000);
        Assert.That((await RunAsync(Plan(model, 3))).IsComplete);
        Assert.That(ContextWindow.Of(new ModelInfo { Id = "gpt-4o" }), Is.Null, "no window, no check");
    }

    [Test]
    public async Task What_providers_say_of_long_prompts_has_the_same_outcome()
    {
        var unsupported = 0;
        foreach (var text in ProviderTexts)
        {
            using var endpoint = new StubEndpoint(_ => StubEndpoint.Json(text, 400));
            using var client = endpoint.Client();
            var summary = await RunAsync(Plan(client, 1), Path.GetRandomFileName());
            unsupported += summary.Cells[0].Outcomes.GetValueOrDefault(Outcome.Unsupported) == 1 && endpoint.Calls == 1 ? 1 : 0;
        }

        Figure.Print(12, $"{unsupported}/{ProviderTexts.Length} provider texts");
        Assert.That(unsupported, Is.EqualTo(6));
    }

    /// <summary>Counts prompt and reply of the first sample by the book: the published overhead, and the vocabulary or three bytes a token.</summary>
    private async Task<int> MeasureAsync(bool isExact)
    {
        var model = Model("measured", window: null);
        await RunAsync(Plan(model, 1, OnceAsked.Strategy), "measured");
        var request = model.Requests.Single();
        var texts = request.Messages.Select(message => message.Text);
        var tokens = isExact
            ? texts.Sum(text => TiktokenTokenizer.CreateForEncoding("o200k_base").CountTokens(text))
            : texts.Sum(text => (System.Text.Encoding.UTF8.GetByteCount(text) + 2) / 3);
        return tokens + (4 * request.Messages.Count) + 3 + request.Options!.MaxOutputTokens!.Value;
    }

    private static FunctionModel Model(string id, int? window) => new(_ => "A") { Info = new ModelInfo { Id = id, ContextTokens = window } };
}
