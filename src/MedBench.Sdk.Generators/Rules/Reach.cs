namespace MedBench.Generators.Rules;

/// <summary>How far a catalogue sees: into its own project, or into a reference.</summary>
internal enum Reach
{
    /// <summary>Public members only.</summary>
    Reference,

    /// <summary>Public and internal members.</summary>
    OwnProject,
}
