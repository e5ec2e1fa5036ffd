namespace MedBench.Docs.Tests;

/// <summary>The catalogue and the benchmarks' pages say what the benchmarks are, and there is a page for each and no other.</summary>
public sealed class BenchmarkPageTests
{
    private const string Update = "MEDBENCH_UPDATE_DOCS";

    private static readonly string Folder = Path.Combine(SnippetTests.Root, "docs", "benchmarks");

    [Test]
    public async Task The_pages_are_written_from_the_benchmarks()
    {
        var pages = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["README.md"] = CataloguePage.Write(MedBenchCatalog.All.Benchmarks.Where(IsPublic).Select(benchmark => benchmark.Card)) };
        foreach (var benchmark in MedBenchCatalog.All.Benchmarks.Where(IsPublic))
        {
            pages[$"{benchmark.Card.Id}.md"] = await BenchmarkPage.WriteAsync(benchmark);
        }

        if (Environment.GetEnvironmentVariable(Update) == "yes")
        {
            Directory.CreateDirectory(Folder);
            foreach (var (name, text) in pages)
            {
                await File.WriteAllTextAsync(Path.Combine(Folder, name), text);
            }
        }

        Assert.That(Directory.EnumerateFiles(Folder).Select(Path.GetFileName), Is.EquivalentTo(pages.Keys), $"docs/benchmarks has pages of benchmarks that are not there, or lacks some. Run this test with {Update}=yes, and delete what is left over.");
        Assert.Multiple(() =>
        {
            foreach (var (name, text) in pages)
            {
                Assert.That(File.ReadAllText(Path.Combine(Folder, name)), Is.EqualTo(text), $"docs/benchmarks/{name} is not what the benchmark says. Run this test with {Update}=yes, and look at the difference.");
            }
        });
    }

    // The pages' own examples are benchmarks of this assembly, and in the catalogue of it.
    private static bool IsPublic(IBenchmark benchmark) => benchmark.GetType().Assembly != typeof(BenchmarkPageTests).Assembly;
}
