using System.Globalization;

namespace MedBench;

/// <summary>Takes the exemplars whose questions are nearest by cosine of their embeddings; options are never part of the query.</summary>
/// <param name="count">How many candidates to fetch.</param>
public sealed class NearestExemplars(int count) : IExemplarSelector
{
    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Parameters { get; } = new Dictionary<string, string>
    {
        ["exemplars"] = "knn-cosine",
        ["exemplar-candidates"] = count.ToString(CultureInfo.InvariantCulture),
    };

    /// <inheritdoc />
    public bool UsesEmbeddings => true;

    /// <inheritdoc />
    public async Task<IReadOnlyList<Exemplar>> SelectAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
    {
        var nearest = await models.Exemplars.FindNearestAsync(input, count, cancellationToken).ConfigureAwait(false);
        return [.. nearest.Select(i => models.Exemplars.Exemplars[i])];
    }
}
