using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MedBench.PublicApi;

/// <summary>A ward with two tools; what has been prescribed is a fold over the transcript.</summary>
internal sealed class Ward : IEnvironment
{
    private const string LookUp = "look_up";
    private const string Prescribe = "prescribe";

    private static readonly Dictionary<string, string> Results = new() { ["potassium"] = "6.8 mmol/l", ["creatinine"] = "210 µmol/l" };

    public string Fingerprint => string.Join(';', Results.Select(result => $"{result.Key}={result.Value}"));

    public IReadOnlyList<AITool> Tools { get; } =
    [
        AIFunctionFactory.CreateDeclaration(LookUp, "Returns a laboratory result.", JsonElement.Parse("""{"type":"object","properties":{"test":{"type":"string"}},"required":["test"]}""")),
        AIFunctionFactory.CreateDeclaration(Prescribe, "Orders a drug.", JsonElement.Parse("""{"type":"object","properties":{"drug":{"type":"string"},"grams":{"type":"number"}},"required":["drug","grams"]}""")),
    ];

    public Task<ChatMessage?> RespondAsync(IReadOnlyList<ChatMessage> transcript, IModelAccess models, CancellationToken cancellationToken = default)
    {
        var results = transcript[^1].Contents.OfType<FunctionCallContent>().Select(call => (AIContent)new FunctionResultContent(call.CallId, Answer(call, transcript))).ToList();
        return Task.FromResult(results.Count == 0 ? null : new ChatMessage(ChatRole.Tool, results));
    }

    public JsonElement? ReadState(IReadOnlyList<ChatMessage> transcript) => JsonSerializer.SerializeToElement(new
    {
        prescribed = Prescriptions(transcript).Select(call => new { drug = Argument(call, "drug"), grams = double.Parse(Argument(call, "grams"), CultureInfo.InvariantCulture) }),
    });

    private static string Answer(FunctionCallContent call, IReadOnlyList<ChatMessage> transcript) => call.Name switch
    {
        LookUp => Results.GetValueOrDefault(Argument(call, "test"), "There is no such result."),
        Prescribe => FormattableString.Invariant($"Ordered; {Prescriptions(transcript).Count()} on the chart."),
        _ => $"There is no tool '{call.Name}'.",
    };

    private static IEnumerable<FunctionCallContent> Prescriptions(IReadOnlyList<ChatMessage> transcript)
        => transcript.SelectMany(message => message.Contents).OfType<FunctionCallContent>().Where(call => call.Name == Prescribe);

    /// <summary>Reads an argument, which is an object when it comes from a model and JSON when it comes from the journal.</summary>
    private static string Argument(FunctionCallContent call, string name)
        => Convert.ToString(call.Arguments?[name], CultureInfo.InvariantCulture) ?? "";
}
