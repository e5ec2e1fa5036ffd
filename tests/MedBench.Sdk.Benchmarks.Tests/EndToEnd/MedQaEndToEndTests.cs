namespace MedBench.Benchmarks.Tests.EndToEnd;

public sealed class MedQaEndToEndTests : PublishedBenchmarkSpecification
{
    protected override IBenchmark CreateBenchmark() => new MedQa();
}
