namespace MedBench;

/// <summary>How likely a model finds a continuation.</summary>
/// <param name="Sum">Sum of the natural logarithms of the token probabilities; at most 0.</param>
/// <param name="TokenCount">Number of tokens in the sum.</param>
public sealed record LogLikelihood(double Sum, int TokenCount)
{
    /// <summary>Gets the prompt tokens that the endpoint counted for scoring this continuation; null where it did not report them. What a call took is the sum over its continuations.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Gets the reply tokens that the endpoint counted: some endpoints write a token beyond the text that they score. Null where it did not report them.</summary>
    public long? OutputTokens { get; init; }
}
