using Microsoft.Extensions.AI;

namespace MedBench.Testing;

/// <summary>A pool that knows duplicates by equal or contained wording and searches by comparing every example.</summary>
internal sealed class TestExemplarPool(IReadOnlyList<Exemplar> exemplars, IEmbeddingGenerator<string, Embedding<float>> embeddings) : IExemplarPool
{
    public IReadOnlyList<Exemplar> Exemplars => exemplars;

    public IReadOnlyList<int> FindDuplicates(SampleInput input)
    {
        var stem = Normalize(input.Stem);
        return [.. Enumerable.Range(0, exemplars.Count).Where(i => IsSame(Normalize(exemplars[i].Input.Stem), stem))];
    }

    public async Task<IReadOnlyList<int>> FindNearestAsync(SampleInput input, int count, CancellationToken cancellationToken = default)
    {
        var duplicates = FindDuplicates(input);
        var vectors = await embeddings.GenerateAsync([input.Stem, .. exemplars.Select(exemplar => exemplar.Input.Stem)], options: null, cancellationToken).ConfigureAwait(false);
        return
        [
            .. Enumerable.Range(0, exemplars.Count).Except(duplicates)
                .OrderByDescending(i => WordVector.Cosine(vectors[0].Vector.Span, vectors[i + 1].Vector.Span))
                .Take(count),
        ];
    }

    private static string Normalize(string stem) => $" {string.Join(' ', WordVector.Split(stem))} ";

    private static bool IsSame(string left, string right)
        => left.Contains(right, StringComparison.Ordinal) || right.Contains(left, StringComparison.Ordinal);
}
