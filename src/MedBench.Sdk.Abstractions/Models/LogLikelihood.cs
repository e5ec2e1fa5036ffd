namespace MedBench;

/// <summary>How likely a model finds a continuation.</summary>
/// <param name="Sum">Sum of the natural logarithms of the token probabilities; at most 0.</param>
/// <param name="TokenCount">Number of tokens in the sum.</param>
public sealed record LogLikelihood(double Sum, int TokenCount);
