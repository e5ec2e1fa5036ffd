namespace MedBench.Benchmarks.Tests.EndToEnd;

public sealed class MedQa5EndToEndTests : PublishedBenchmarkSpecification
{
    protected override IBenchmark CreateBenchmark() => new MedQa5();
}
