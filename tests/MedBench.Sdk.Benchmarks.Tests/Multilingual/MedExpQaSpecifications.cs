using MedBench.Benchmarks.Tests.EndToEnd;

namespace MedBench.Benchmarks.Tests.Multilingual;

/// <summary>What every condition of MedExpQA must do, on one fixture.</summary>
public abstract class MedExpQaSpecification : PublishedBenchmarkSpecification
{
    protected override string FixtureFolder => Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", "medexpqa");
}

public sealed class MedExpQaPlainTests : MedExpQaSpecification
{
    protected override IBenchmark CreateBenchmark() => new MedExpQa();
}

public sealed class MedExpQaFullTests : MedExpQaSpecification
{
    protected override IBenchmark CreateBenchmark() => new MedExpQaFull();
}

public sealed class MedExpQaHiddenTests : MedExpQaSpecification
{
    protected override IBenchmark CreateBenchmark() => new MedExpQaHidden();
}

public sealed class MedExpQaIncorrectTests : MedExpQaSpecification
{
    protected override IBenchmark CreateBenchmark() => new MedExpQaIncorrect();
}

public sealed class MedExpQaRag7Tests : MedExpQaSpecification
{
    protected override IBenchmark CreateBenchmark() => new MedExpQaRag7();
}

public sealed class MedExpQaRag32Tests : MedExpQaSpecification
{
    protected override IBenchmark CreateBenchmark() => new MedExpQaRag32();
}
