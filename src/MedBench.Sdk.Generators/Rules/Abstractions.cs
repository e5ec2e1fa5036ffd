using MedBench.Generators.Model;
using Microsoft.CodeAnalysis;

namespace MedBench.Generators.Rules;

/// <summary>Recognizes the types of MedBench.Sdk.Abstractions.</summary>
internal static class Abstractions
{
    public const string AssemblyName = "MedBench.Sdk.Abstractions";
    public const string Discoverable = "DiscoverableAttribute";
    public const string NotDiscoverable = "NotDiscoverableAttribute";

    public static CatalogKinds KindsOf(ITypeSymbol type)
        => type.AllInterfaces.Aggregate(KindOf(type), (kinds, contract) => kinds | KindOf(contract));

    public static bool HasAttribute(ISymbol symbol, string name)
        => symbol.GetAttributes().Any(attribute => attribute.AttributeClass is { } type && type.Name == name && IsOurs(type));

    private static CatalogKinds KindOf(ITypeSymbol type) => !IsOurs(type) ? CatalogKinds.None : type.Name switch
    {
        "IBenchmark" => CatalogKinds.Benchmark,
        "IPromptStrategy" => CatalogKinds.Strategy,
        "IScorer" => CatalogKinds.Scorer,
        _ => CatalogKinds.None,
    };

    private static bool IsOurs(ITypeSymbol type) => type.ContainingAssembly?.Name == AssemblyName
        && type.ContainingNamespace is { Name: "MedBench", ContainingNamespace.IsGlobalNamespace: true };
}
