using MedBench;
using MedBench.Testing;
using NUnit.Framework;

namespace OurBenchmarks.Tests;

/// <summary>The conformance tests come with the base class: card, ids, targets, loading, an oracle's maximum, silence's floor.</summary>
public sealed class NewBenchmarkTests : BenchmarkSpecification
{
    protected override IBenchmark CreateBenchmark() => new NewBenchmark();

    protected override IDatasetSource CreateSource() => DatasetSource.Folder(Path.Combine(TestContext.CurrentContext.TestDirectory, "data"));
}
