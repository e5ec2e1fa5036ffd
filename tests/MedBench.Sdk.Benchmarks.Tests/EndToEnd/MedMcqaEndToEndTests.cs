namespace MedBench.Benchmarks.Tests.EndToEnd;

public sealed class MedMcqaEndToEndTests : PublishedBenchmarkSpecification
{
    protected override IBenchmark CreateBenchmark() => new MedMcqa();
}
