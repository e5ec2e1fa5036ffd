using System.Globalization;
using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>How tokens are drawn. The defaults are those of OpenMedLM's released inference code.</summary>
public sealed record SamplingOptions
{
    /// <summary>Gets the temperature; 0 always takes the likeliest token.</summary>
    public float Temperature { get; init; } = 0.8f;

    /// <summary>Gets the share of probability that is sampled from; null leaves it to the endpoint.</summary>
    public float? TopP { get; init; } = 0.8f;

    /// <summary>Gets the number of tokens that are sampled from; null leaves it to the endpoint.</summary>
    public int? TopK { get; init; } = 5;

    /// <summary>Gets the most tokens of a reply.</summary>
    public int MaxOutputTokens { get; init; } = 500;

    /// <summary>Creates the options of a request.</summary>
    /// <param name="seed">Seed of the draw, so that repeated draws differ and can be repeated.</param>
    public ChatOptions ToChatOptions(long seed) => new()
    {
        Temperature = Temperature,
        TopP = TopP,
        TopK = TopK,
        MaxOutputTokens = MaxOutputTokens,
        Seed = seed,
    };

    internal IEnumerable<KeyValuePair<string, string>> Describe() =>
    [
        new("temperature", Temperature.ToString(CultureInfo.InvariantCulture)),
        new("top-p", TopP?.ToString(CultureInfo.InvariantCulture) ?? "endpoint"),
        new("top-k", TopK?.ToString(CultureInfo.InvariantCulture) ?? "endpoint"),
        new("max-output-tokens", MaxOutputTokens.ToString(CultureInfo.InvariantCulture)),
    ];
}
