using System.Security.Cryptography;
using System.Text;

namespace MedBench.Benchmarks;

/// <summary>What a simulated patient knows: the record of one case.</summary>
public sealed record MediQCase
{
    /// <summary>Gets what the doctor is told before the first question; empty for nothing.</summary>
    public required string InitialInformation { get; init; }

    /// <summary>Gets the sentences of the whole record, the initial information among them.</summary>
    public required IReadOnlyList<string> Sentences { get; init; }

    /// <summary>Gets the record as atomic facts; empty where a model has to break it up first.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>Gets the record as one paragraph.</summary>
    public string Paragraph => Sentences.Count == 0 ? "None" : string.Join(' ', Sentences);

    /// <summary>Gets the identity of the record, from its text alone.</summary>
    internal string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Paragraph)).AsSpan(0, 16));
}
