namespace MedBench.Generators.Model;

/// <summary>What the references of a project bring to its catalogue.</summary>
/// <param name="HasAbstractions">Whether the project references the abstractions at all.</param>
/// <param name="Entries">What the other references define.</param>
internal sealed record ReferencedMembers(bool HasAbstractions, EquatableArray<CatalogEntry> Entries);
