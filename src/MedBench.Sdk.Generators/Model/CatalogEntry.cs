namespace MedBench.Generators.Model;

/// <summary>One member of a catalogue, as values alone so that an unchanged one ends the pipeline.</summary>
/// <param name="Kinds">The lists it belongs to.</param>
/// <param name="Name">Its fully qualified name, by which the lists are sorted.</param>
/// <param name="Expression">The C# expression that creates it.</param>
internal sealed record CatalogEntry(CatalogKinds Kinds, string Name, string Expression);
