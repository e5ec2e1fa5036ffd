namespace MedBench.Benchmarks;

/// <summary>MedExpQA with the doctor's whole explanation (E), which usually names the right option: an upper bound, not a result.</summary>
public sealed class MedExpQaFull() : MedExpQaBenchmark("medexpqa-full", "with the full gold explanation", "full_answer", "The explanation mostly says which option is right: the condition bounds what grounding can give and measures nothing else.")
{
    private protected override IReadOnlyList<string> Ground(DatasetRow row) => [row.GetString("full_answer")];
}
