using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MedBench.Generators.Tests;

public class CachingTests
{
    private static readonly string Ward = Sources.File(Sources.Benchmark("Ward"));

    [Test]
    public void A_change_in_an_unrelated_file_leaves_the_catalogue_cached()
        => Assert.That(ReasonAfter(project => project.AddSyntaxTrees(Parse("class Unrelated : System.IDisposable { public void Dispose() { } }"))), Is.EqualTo(IncrementalStepRunReason.Cached));

    [Test]
    public void A_change_inside_a_benchmark_leaves_the_catalogue_cached()
        => Assert.That(ReasonAfter(project => Replace(project, Ward.Replace("throw null!", "throw new NotImplementedException()", StringComparison.Ordinal))), Is.EqualTo(IncrementalStepRunReason.Cached));

    [Test]
    public void A_new_benchmark_changes_the_catalogue()
        => Assert.That(ReasonAfter(project => Replace(project, Ward + Sources.Benchmark("Clinic"))), Is.EqualTo(IncrementalStepRunReason.Modified));

    [Test]
    public void A_new_reference_changes_the_catalogue()
        => Assert.That(ReasonAfter(project => project.AddReferences(Compiler.Library("Hospital", Sources.File(Sources.Scorer("Exact"))))), Is.EqualTo(IncrementalStepRunReason.Modified));

    [Test]
    public void A_change_in_the_project_does_not_search_the_references_again()
        => Assert.That(ReasonAfter(project => Replace(project, Ward + Sources.Benchmark("Clinic")), CatalogGenerator.ReferencesStep), Is.EqualTo(IncrementalStepRunReason.Cached));

    private static IncrementalStepRunReason ReasonAfter(Func<CSharpCompilation, CSharpCompilation> change, string step = CatalogGenerator.FinalStep)
    {
        var project = Compiler.Project(Ward);
        var result = Compiler.Driver(trackSteps: true).RunGenerators(project).RunGenerators(change(project)).GetRunResult();
        return result.Results[0].TrackedSteps[step].Single().Outputs.Single().Reason;
    }

    private static CSharpCompilation Replace(CSharpCompilation project, string source)
        => project.ReplaceSyntaxTree(project.SyntaxTrees[0], Parse(source));

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp14));
}
