using MedBench.Scoring.Extraction;
using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>How the model under evaluation writes a text for the search, and what is then searched for: HyDE, Query2doc, LameR and the like.</summary>
public sealed record QueryRewriting
{
    /// <summary>Gets the method's name for the fingerprint, for instance <c>hyde</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what is sent, from the sample, the documents found before, best first, and the worked examples, in file order and never the sample itself.</summary>
    public required Func<SampleInput, IReadOnlyList<Document>, IReadOnlyList<Exemplar>, IReadOnlyList<ChatMessage>> Compose { get; init; }

    /// <summary>Gets whether the benchmark's worked examples are shown; where all of them are the sample itself, it ends <see cref="Outcome.Unsupported"/> before any call.</summary>
    public bool UsesExemplars { get; init; }

    /// <summary>Gets how the sample's question and the written text become a query.</summary>
    public required Func<string, string, RetrievalQuery> Combine { get; init; }

    /// <summary>Gets how many documents are searched before and shown; 0 for none.</summary>
    public int Passages { get; init; }

    /// <summary>Gets who finds the documents that are shown.</summary>
    public IDocumentRetriever PassageRetriever { get; init; } = new Bm25Retriever();

    /// <summary>Gets how the text is read off the reply; null means that there is none. Thinking between tags is left out unless given.</summary>
    public Func<string, string?> Read { get; init; } = static reply => ReasoningBlocks.Remove(reply)?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Gets how tokens are drawn; the endpoint's own way unless given.</summary>
    public SamplingOptions Sampling { get; init; } = SamplingOptions.Unset;
}
