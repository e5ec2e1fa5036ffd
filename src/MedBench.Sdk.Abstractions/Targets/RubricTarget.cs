namespace MedBench;

/// <summary>The criteria by which a judge grades an answer.</summary>
/// <param name="Criteria">The criteria, in published order.</param>
public sealed record RubricTarget(IReadOnlyList<RubricCriterion> Criteria) : Target;
