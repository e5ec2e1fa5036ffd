namespace MedBench;

/// <summary>Chooses which exemplars a prompt may show.</summary>
public interface IExemplarSelector
{
    /// <summary>Gets every parameter by name, the kind of selection as <c>exemplars</c>: part of the fingerprint.</summary>
    IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>Gets whether the selector searches by embeddings.</summary>
    bool UsesEmbeddings { get; }

    /// <summary>Returns candidates, best first; never a duplicate of the input.</summary>
    /// <param name="input">The evaluated question.</param>
    /// <param name="models">Access to the pool and to random numbers.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<Exemplar>> SelectAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default);
}
