using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MedBench.Generators.Tests;

/// <summary>Compiles small projects against the abstractions and runs the generator and the rules over them.</summary>
internal static class Compiler
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    /// <summary>The framework, without the abstractions.</summary>
    public static ImmutableArray<MetadataReference> Framework { get; } = [.. Directory
        .EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll")
        .Where(path => !path.EndsWith(".Native.dll", StringComparison.Ordinal))
        .Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>The abstractions.</summary>
    public static MetadataReference Abstractions { get; } = MetadataReference.CreateFromFile(typeof(IBenchmark).Assembly.Location);

    public static CSharpCompilation Project(string source, params IEnumerable<MetadataReference> references)
        => CSharpCompilation.Create(
            "Project",
            [CSharpSyntaxTree.ParseText(source, ParseOptions, "Project.cs")],
            [.. Framework, Abstractions, .. references],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>Compiles a source to an assembly that projects can reference.</summary>
    public static MetadataReference Library(string name, string source)
    {
        using var image = new MemoryStream();
        var result = Project(source).WithAssemblyName(name).Emit(image);
        Assert.That(result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error), Is.Empty);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    public static GeneratorDriver Driver(bool trackSteps = false, params (string Key, string Value)[] properties)
        => CSharpGeneratorDriver.Create(
            [new CatalogGenerator().AsSourceGenerator()],
            parseOptions: ParseOptions,
            optionsProvider: new BuildProperties(properties),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackSteps));

    /// <summary>Returns the generated catalogue, having compiled it without an error; null where there is none.</summary>
    public static string? Generate(Compilation project, params (string Key, string Value)[] properties)
    {
        var driver = Driver(trackSteps: false, properties).RunGeneratorsAndUpdateCompilation(project, out var output, out var diagnostics);
        Assert.That(diagnostics, Is.Empty);
        Assert.That(output.GetDiagnostics().Where(found => found.Severity >= DiagnosticSeverity.Warning), Is.Empty);
        return driver.GetRunResult().Results[0].GeneratedSources.SingleOrDefault(source => source.HintName == "MedBenchCatalog.g.cs").SourceText?.ToString();
    }

    /// <summary>Returns the expressions that create the members of the generated catalogue, in order.</summary>
    public static IReadOnlyList<string> Members(Compilation project) => [.. Generate(project)!.Split('\n')
        .Select(line => line.Trim()).Where(line => line.StartsWith("static () => ", StringComparison.Ordinal))
        .Select(line => line["static () => ".Length..^1])];

    /// <summary>Returns what the rules report, as text.</summary>
    public static async Task<IReadOnlyList<string>> Warnings(Compilation project)
    {
        var found = await project.WithAnalyzers([new DiscoveryAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(warning => warning.Location.SourceSpan.Start).Select(warning => $"{warning.Id}: {warning.GetMessage(null)}")];
    }
}
