namespace MedBench;

/// <summary>What the calls took that samples share, such as the writing of exemplars' rationales, or vectors: made once, and in no sample's account.</summary>
public sealed record SharedUsage
{
    /// <summary>Gets the benchmark's id; empty for <see cref="IsEmbeddings"/>, whose texts may be of several.</summary>
    public required string Benchmark { get; init; }

    /// <summary>Gets the role that the model played.</summary>
    public required string Role { get; init; }

    /// <summary>Gets the model's id.</summary>
    public required string Model { get; init; }

    /// <summary>Gets the calls, each counted once however many sessions the run took; repeated attempts are not counted. Of vectors each text is a call, however many went out together.</summary>
    public required long Calls { get; init; }

    /// <summary>Gets the prompt tokens; null where the endpoint did not report them.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Gets the reply tokens; null where the endpoint did not report them, 0 for vectors.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>Gets what the calls cost in US dollars; null where the price or the usage is unknown.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Gets whether the calls were for vectors (<see cref="EvaluationPlan.Embeddings"/>): of the whole run, and of no known price.</summary>
    public bool IsEmbeddings => Benchmark.Length == 0;
}
