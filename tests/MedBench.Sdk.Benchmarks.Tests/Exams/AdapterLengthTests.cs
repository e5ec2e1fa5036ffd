namespace MedBench.Benchmarks.Tests.Exams;

/// <summary>A multiple-choice benchmark is a card and one mapping function: what is longer holds something that belongs elsewhere.</summary>
public sealed class AdapterLengthTests
{
    [TestCase("Exams/CareMedEval")]
    [TestCase("Exams/IgakuQa")]
    [TestCase("Exams/MedAgentsBench")]
    [TestCase("Exams/MedMcqa")]
    [TestCase("Exams/MedQa5")]
    [TestCase("Exams/MedXpertQaMm")]
    [TestCase("Exams/MedXpertQaText")]
    [TestCase("Exams/WorldMedQaV")]
    [TestCase("Imaging/MediConfusion")]
    [TestCase("Multilingual/MedExpQa")]
    [TestCase("Multilingual/MedExpQaFull")]
    [TestCase("Multilingual/MedExpQaHidden")]
    [TestCase("Multilingual/MedExpQaIncorrect")]
    [TestCase("Multilingual/MedExpQaRag32")]
    [TestCase("Multilingual/MedExpQaRag7")]
    [TestCase("Multilingual/XMedBench")]
    [TestCase("Safety/TruthfulQaMc1")]
    [TestCase("Safety/TruthfulQaMc2")]
    public void An_adapter_has_at_most_60_lines(string adapter)
        => Assert.That(File.ReadAllLines(Path.Combine(PublishedFiles.Root, "src", "MedBench.Sdk.Benchmarks", adapter + ".cs")), Has.Length.LessThanOrEqualTo(60));
}
