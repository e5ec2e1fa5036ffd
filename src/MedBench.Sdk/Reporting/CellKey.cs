namespace MedBench.Running;

/// <summary>Names a row of a report.</summary>
internal readonly record struct CellKey(string Benchmark, string Model, string Strategy)
{
    public static CellKey Of(SampleResult result) => new(result.Benchmark, result.Model, result.Strategy);
}
