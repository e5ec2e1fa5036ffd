using System.Globalization;

namespace MedBench;

/// <summary>Draws exemplars at random, for each question anew; the draw follows from the run's seed and the question's id alone.</summary>
/// <param name="count">How many candidates to draw.</param>
public sealed class RandomExemplars(int count) : IExemplarSelector
{
    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Parameters { get; } = new Dictionary<string, string>
    {
        ["exemplars"] = "random",
        ["exemplar-candidates"] = count.ToString(CultureInfo.InvariantCulture),
    };

    /// <inheritdoc />
    public bool UsesEmbeddings => false;

    /// <inheritdoc />
    public Task<IReadOnlyList<Exemplar>> SelectAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
    {
        var pool = models.Exemplars;
        var excluded = pool.FindDuplicates(input);
        var drawn = models.CreateRandom("exemplars").Draw(count + excluded.Count, pool.Exemplars.Count);
        return Task.FromResult<IReadOnlyList<Exemplar>>([.. drawn.Where(i => !excluded.Contains(i)).Take(count).Select(i => pool.Exemplars[i])]);
    }
}
