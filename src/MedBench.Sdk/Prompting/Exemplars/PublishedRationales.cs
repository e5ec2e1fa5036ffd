namespace MedBench;

/// <summary>Takes the reasoning that the set itself publishes (MedMCQA's <c>exp</c>, PubMedQA's long answer).</summary>
public sealed class PublishedRationales : IRationaleSource
{
    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Parameters { get; } = new Dictionary<string, string> { ["rationales"] = "published" };

    /// <inheritdoc />
    public Task<string?> FindAsync(Exemplar exemplar, IModelAccess models, CancellationToken cancellationToken = default)
        => Task.FromResult(exemplar.Rationale);
}
