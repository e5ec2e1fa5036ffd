using System.Collections.Immutable;
using MedBench.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MedBench.Generators.Rules;

/// <summary>Searches the references of a project.</summary>
/// <remarks>
/// The references alone make a compilation of their own, so that typing in the project, which changes its compilation at every
/// key, does not search them again.
/// </remarks>
internal static class ReferenceScan
{
    public static ReferencedMembers Run(ImmutableArray<MetadataReference> references, CancellationToken cancellationToken)
    {
        var compilation = CSharpCompilation.Create("references", references: references);
        var assemblies = references.Where(IsInGlobalAlias).Select(compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>().ToList();
        var entries = assemblies.Where(UsesAbstractions).SelectMany(assembly => EntriesOf(assembly.GlobalNamespace, cancellationToken));
        return new ReferencedMembers(
            assemblies.Exists(assembly => assembly.Name == Abstractions.AssemblyName),
            new EquatableArray<CatalogEntry>(entries));
    }

    private static bool IsInGlobalAlias(MetadataReference reference)
        => reference.Properties.Aliases.IsDefaultOrEmpty || reference.Properties.Aliases.Contains(MetadataReferenceProperties.GlobalAlias);

    private static bool UsesAbstractions(IAssemblySymbol assembly)
        => assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == Abstractions.AssemblyName))
            && !Abstractions.HasAttribute(assembly, Abstractions.NotDiscoverable);

    private static IEnumerable<CatalogEntry> EntriesOf(INamespaceOrTypeSymbol container, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return container.GetMembers().SelectMany(member => member switch
        {
            INamespaceSymbol inner => EntriesOf(inner, cancellationToken),
            INamedTypeSymbol type => [.. Optional(ClassRule.Find(type, Reach.Reference)), .. EntriesOf(type, cancellationToken)],
            IMethodSymbol or IPropertySymbol when member.IsStatic && Abstractions.HasAttribute(member, Abstractions.Discoverable)
                => Optional(MemberRule.Find(member, Reach.Reference)),
            _ => [],
        });
    }

    private static IEnumerable<CatalogEntry> Optional(CatalogEntry? entry) => entry is null ? [] : [entry];
}
