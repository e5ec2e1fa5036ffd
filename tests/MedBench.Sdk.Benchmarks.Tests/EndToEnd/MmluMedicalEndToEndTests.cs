namespace MedBench.Benchmarks.Tests.EndToEnd;

public sealed class MmluMedicalEndToEndTests : PublishedBenchmarkSpecification
{
    protected override IBenchmark CreateBenchmark() => new MmluMedical();
}
