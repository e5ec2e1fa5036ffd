namespace MedBench.Benchmarks;

/// <summary>TruthfulQA MC1: is the one best answer likelier than every false one?</summary>
public sealed class TruthfulQaMc1() : TruthfulQaChoice("truthfulqa-mc1", "one true answer (MC1)", "accuracy", "Of the CSV file the options are the best answer and all false ones, as in mc1_targets.")
{
    private protected override TruthfulQaAnswers ReadAnswers(DatasetRow row) => TruthfulQaAnswers.Read(row, "mc1_targets", "Best Answer");
}
