namespace MedBench;

/// <summary>Supplies the reasoning that a chain-of-thought prompt shows with an exemplar.</summary>
public interface IRationaleSource
{
    /// <summary>Gets every parameter by name, the kind of source as <c>rationales</c>: part of the fingerprint.</summary>
    IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>Returns the reasoning for an exemplar.</summary>
    /// <param name="exemplar">The exemplar.</param>
    /// <param name="models">Access to a teacher model and to the bank.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The reasoning, or null where there is none that may be shown.</returns>
    Task<string?> FindAsync(Exemplar exemplar, IModelAccess models, CancellationToken cancellationToken = default);
}
