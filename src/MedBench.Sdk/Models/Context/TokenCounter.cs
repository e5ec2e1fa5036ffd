using System.Text;

namespace MedBench;

/// <summary>Counts the tokens of texts: exactly for models whose vocabulary is at hand, with a margin for all others.</summary>
/// <remarks>
/// The margin is a token for every three bytes of UTF-8. English comes to some four and a half bytes a token, medical terms
/// to about four, Chinese and Arabic to three or more, so that the estimate is too high rather than too low.
/// </remarks>
internal sealed class TokenCounter
{
    private const int BytesPerToken = 3;

    /// <summary>The families that use the vocabulary o200k_base.</summary>
    private static readonly string[] Families = ["gpt-4o", "gpt-4.1", "gpt-4.5", "gpt-5", "gpt-oss", "chatgpt-4o", "o1", "o3", "o4"];

    private TokenCounter(bool isExact) => IsExact = isExact;

    public bool IsExact { get; }

    /// <summary>Finds the counter of a model.</summary>
    /// <param name="model">The model's id, with or without the provider before a slash.</param>
    public static TokenCounter For(string model)
    {
        var name = model.AsSpan(model.LastIndexOf('/') + 1);
        foreach (var family in Families)
        {
            if (name.StartsWith(family, StringComparison.OrdinalIgnoreCase) && (name.Length == family.Length || name[family.Length] is '-' or ':'))
            {
                return new TokenCounter(isExact: true);
            }
        }

        return new TokenCounter(isExact: false);
    }

    public long Count(string text) => IsExact ? O200kTokens.Count(text) : (Encoding.UTF8.GetByteCount(text) + BytesPerToken - 1L) / BytesPerToken;
}
