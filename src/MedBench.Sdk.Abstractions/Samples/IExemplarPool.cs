namespace MedBench;

/// <summary>The worked examples of one benchmark, loaded once and shared by all samples of a run.</summary>
public interface IExemplarPool
{
    /// <summary>Gets the examples in file order.</summary>
    IReadOnlyList<Exemplar> Exemplars { get; }

    /// <summary>Returns the positions of the examples that are the same question as the input, or nearly so.</summary>
    /// <param name="input">The evaluated question.</param>
    /// <returns>Positions in <see cref="Exemplars"/>, ascending. No strategy may show them.</returns>
    IReadOnlyList<int> FindDuplicates(SampleInput input);

    /// <summary>Returns the positions of the examples whose questions are nearest to the input's by cosine of their embeddings.</summary>
    /// <param name="input">The evaluated question; only its stem is embedded, never its options.</param>
    /// <param name="count">How many to return.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Positions in <see cref="Exemplars"/>, nearest first, ties to the earlier position; duplicates of the input left out.</returns>
    Task<IReadOnlyList<int>> FindNearestAsync(SampleInput input, int count, CancellationToken cancellationToken = default);
}
