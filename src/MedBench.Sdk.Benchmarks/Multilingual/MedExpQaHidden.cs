namespace MedBench.Benchmarks;

/// <summary>MedExpQA with the doctor's explanation in which references to right and wrong options are replaced by [HIDDEN] (H).</summary>
public sealed class MedExpQaHidden() : MedExpQaBenchmark("medexpqa-hidden", "with the gold explanation, references hidden", "full_answer_no_ref", "A model (GPT) hid the references; what it overlooked still gives the answer away.")
{
    private protected override IReadOnlyList<string> Ground(DatasetRow row) => [row.GetString("full_answer_no_ref")];
}
