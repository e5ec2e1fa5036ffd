using MedBench.Generators.Model;
using Microsoft.CodeAnalysis;

namespace MedBench.Generators.Rules;

/// <summary>Decides which classes a catalogue lists.</summary>
internal static class ClassRule
{
    /// <summary>Returns the entry of a class, or null where a catalogue leaves it out.</summary>
    public static CatalogEntry? Find(INamedTypeSymbol type, Reach reach)
    {
        if (!IsCandidate(type) || !reach.Includes(type) || !CanBeCreated(type, reach))
        {
            return null;
        }

        var name = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return new CatalogEntry(Abstractions.KindsOf(type), name, $"new {name}()");
    }

    /// <summary>Returns whether the class is a benchmark that was meant to be found and never will be.</summary>
    public static bool IsLost(INamedTypeSymbol type)
        => IsCandidate(type) && Reach.Reference.Includes(type) && !CanBeCreated(type, Reach.Reference)
            && Abstractions.KindsOf(type).HasFlag(CatalogKinds.Benchmark);

    private static bool IsCandidate(INamedTypeSymbol type)
        => type is { TypeKind: TypeKind.Class, IsAbstract: false, IsStatic: false, IsGenericType: false }
            && Abstractions.KindsOf(type) != CatalogKinds.None
            && !Abstractions.HasAttribute(type, Abstractions.NotDiscoverable);

    private static bool CanBeCreated(INamedTypeSymbol type, Reach reach)
        => Arguments.Resolve(type.InstanceConstructors.Where(constructor => reach.Sees(constructor))) is { } constructor
            && (SetsRequiredMembers(constructor) || !HasRequiredMembers(type));

    private static bool HasRequiredMembers(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers().Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SetsRequiredMembers(IMethodSymbol constructor)
        => constructor.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute");
}
