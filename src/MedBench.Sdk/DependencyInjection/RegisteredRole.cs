namespace MedBench.Running;

/// <summary>A role that a registered model plays.</summary>
internal sealed record RegisteredRole(string Name);
