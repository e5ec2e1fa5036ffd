namespace MedBench.Benchmarks.Tests;

/// <summary>Who adds a benchmark adds files and edits none that others edit.</summary>
public sealed class OwnFilesTests
{
    private static readonly string Folder = Path.Combine(PublishedFiles.Root, "src", "MedBench.Sdk.Benchmarks");

    private static IEnumerable<Type> Benchmarks => typeof(MedQa).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(IBenchmark)) && type.GetConstructor([]) is not null);

    [TestCaseSource(nameof(Benchmarks))]
    public void A_benchmark_declares_its_public_symbols_beside_its_source(Type benchmark)
    {
        var source = Directory.GetFiles(Folder, $"{benchmark.Name}.cs", SearchOption.AllDirectories).Single();
        var declared = Directory.GetFiles(Path.GetDirectoryName(source)!, "PublicAPI.Unshipped.*.txt").SelectMany(File.ReadLines);
        Assert.That(declared, Has.Member(benchmark.FullName));
    }

    [Test]
    public void The_shared_list_names_no_benchmark()
    {
        var shared = File.ReadLines(Path.Combine(Folder, "PublicAPI.Unshipped.txt"));
        Assert.That(Benchmarks.Select(benchmark => benchmark.FullName), Has.None.Matches<string>(shared.Contains));
    }
}
