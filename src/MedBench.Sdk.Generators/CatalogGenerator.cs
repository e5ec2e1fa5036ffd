using System.Text;
using MedBench.Generators.Model;
using MedBench.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace MedBench.Generators;

/// <summary>Writes <c>MedBench.MedBenchCatalog</c>: what a project and its references define, found at build.</summary>
/// <remarks>The build property <c>MedBenchCatalog=false</c> switches it off.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class CatalogGenerator : IIncrementalGenerator
{
    /// <summary>The name of the step that searches the references, for tests of its caching.</summary>
    internal const string ReferencesStep = "References";

    /// <summary>The name of the last step before the source is written, for tests of its caching.</summary>
    internal const string FinalStep = "Catalog";

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(static output => output.AddEmbeddedAttributeDefinition());

        var classes = context.SyntaxProvider.CreateSyntaxProvider(
            static (node, _) => node is TypeDeclarationSyntax { BaseList: not null } and (ClassDeclarationSyntax or RecordDeclarationSyntax),
            static (found, cancellationToken) => found.SemanticModel.GetDeclaredSymbol((TypeDeclarationSyntax)found.Node, cancellationToken) is { } type
                ? ClassRule.Find(type, Reach.OwnProject) : null);
        var members = context.SyntaxProvider.ForAttributeWithMetadataName(
            $"MedBench.{Abstractions.Discoverable}",
            static (_, _) => true,
            static (found, _) => MemberRule.Find(found.TargetSymbol, Reach.OwnProject));
        var references = context.MetadataReferencesProvider.Collect().Select(ReferenceScan.Run).WithTrackingName(ReferencesStep);
        var own = classes.Collect().Combine(members.Collect())
            .Combine(context.CompilationProvider.Select(static (compilation, _) => Abstractions.HasAttribute(compilation.Assembly, Abstractions.NotDiscoverable)))
            .Select(static (found, _) => found.Right ? default : new EquatableArray<CatalogEntry>(found.Left.Left.AddRange(found.Left.Right).OfType<CatalogEntry>()));
        var isEnabled = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            !(options.GlobalOptions.TryGetValue("build_property.MedBenchCatalog", out var value) && value.Equals("false", StringComparison.OrdinalIgnoreCase)));

        var catalog = own.Combine(references).Combine(isEnabled)
            .Select(static (parts, _) => parts is { Right: true, Left.Right.HasAbstractions: true }
                ? CatalogWriter.Write(parts.Left.Left.Concat(parts.Left.Right.Entries)) : null)
            .WithTrackingName(FinalStep);
        context.RegisterSourceOutput(catalog, static (output, source) =>
        {
            if (source is not null)
            {
                output.AddSource("MedBenchCatalog.g.cs", SourceText.From(source, Encoding.UTF8));
            }
        });
    }
}
