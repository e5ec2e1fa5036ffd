namespace MedBench.Benchmarks;

/// <summary>MedExpQA without any grounding: the case and its options alone.</summary>
public sealed class MedExpQa() : MedExpQaBenchmark("medexpqa", "without grounding", "", "The plain condition (none): compare it with medexpqa-full, which bounds what grounding can give, and with medexpqa-rag-7 and medexpqa-rag-32.")
{
    private protected override IReadOnlyList<string> Ground(DatasetRow row) => [];
}
