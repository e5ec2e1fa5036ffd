namespace MedBench.Chaos;

/// <summary>Prints the figure of a row, such as "22/22 recovered".</summary>
internal static class Figure
{
    public static void Print(int row, string text) => TestContext.Progress.WriteLine($"failure mode {row}: {text}");
}
