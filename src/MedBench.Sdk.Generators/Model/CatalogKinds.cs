namespace MedBench.Generators.Model;

/// <summary>The lists of a catalogue that a member belongs to.</summary>
[Flags]
internal enum CatalogKinds
{
    None = 0,
    Benchmark = 1,
    Strategy = 2,
    Scorer = 4,
}
