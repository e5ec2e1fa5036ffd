namespace MedBench.Benchmarks;

/// <summary>Options of <see cref="MedLfqa"/>.</summary>
public sealed record MedLfqaOptions
{
    /// <summary>Gets who judges; GPT-4 with 512 tokens and the endpoint's temperature in the published code.</summary>
    public JudgePanel Panel { get; init; } = new() { Temperature = null, MaxOutputTokens = 512, SendsSchema = false };

    /// <summary>Gets the vectors for BERTScore, of which the published code takes roberta-large's; null leaves the metric out.</summary>
    public ITokenEmbedder? Embedder { get; init; }

    /// <summary>Gets whether the judge is read as by the published code, which takes a reply without True at its end for a no.</summary>
    public bool ReadsAsPublished { get; init; }

    /// <summary>Gets whether the system message of the published code for Llama 3 Instruct is sent, which makes the model talk like a pirate.</summary>
    public bool SendsPirateMessage { get; init; }
}
