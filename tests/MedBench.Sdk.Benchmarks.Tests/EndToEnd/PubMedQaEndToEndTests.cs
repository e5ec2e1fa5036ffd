namespace MedBench.Benchmarks.Tests.EndToEnd;

public sealed class PubMedQaEndToEndTests : PublishedBenchmarkSpecification
{
    protected override IBenchmark CreateBenchmark() => new PubMedQa();
}
