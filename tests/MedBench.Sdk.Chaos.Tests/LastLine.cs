namespace MedBench.Chaos;

/// <summary>Prints the sum of the whole proof after everything else.</summary>
[SetUpFixture]
public sealed class LastLine
{
    internal static string? Text { get; set; }

    [OneTimeTearDown]
    public void Print() => TestContext.Progress.WriteLine(Text ?? "chaos: the run among faults was not part of this selection");
}
