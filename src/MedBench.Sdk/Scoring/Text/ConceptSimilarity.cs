using MedBench.Metrics;

namespace MedBench;

/// <summary>F1 over shared medical concepts as one measure among several.</summary>
/// <remarks>See <see cref="ConceptOverlap"/> for how it differs from MEDCON.</remarks>
/// <param name="extractor">Finds the concepts.</param>
public sealed class ConceptSimilarity(IConceptExtractor extractor) : ITextSimilarity
{
    /// <inheritdoc />
    public string Name => "concept-f1";

    /// <inheritdoc />
    public string Description => extractor.Name;

    /// <inheritdoc />
    public ValueTask<double> CompareAsync(string prediction, string reference, CancellationToken cancellationToken = default)
        => ValueTask.FromResult(ConceptOverlap.Of(extractor.Extract(prediction), extractor.Extract(reference)).F1);
}
