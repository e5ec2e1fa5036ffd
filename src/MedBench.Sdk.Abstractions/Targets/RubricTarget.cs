namespace MedBench;

/// <summary>The criteria by which a judge grades an answer.</summary>
/// <param name="Criteria">The criteria, in published order.</param>
public sealed record RubricTarget(IReadOnlyList<RubricCriterion> Criteria) : Target
{
    /// <summary>Gets whole answers that go with the criteria, the preferred one first: a physician's ideal reply, the text that was taken apart into claims. Usually none.</summary>
    /// <remarks>No criterion is read off them. Scorers that compare texts take them as they take those of a <see cref="TextTarget"/>.</remarks>
    public IReadOnlyList<string> References { get; init; } = [];
}
