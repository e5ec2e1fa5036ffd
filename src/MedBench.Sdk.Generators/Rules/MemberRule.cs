using MedBench.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MedBench.Generators.Rules;

/// <summary>Decides which members marked <c>[Discoverable]</c> a catalogue lists.</summary>
internal static class MemberRule
{
    /// <summary>Returns the entry of a marked member, or null where a catalogue leaves it out.</summary>
    public static CatalogEntry? Find(ISymbol member, Reach reach)
    {
        if (!reach.Includes(member.ContainingType) || Obstacle(member) is not null)
        {
            return null;
        }

        var name = $"{member.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{Escape(member.Name)}";
        return new CatalogEntry(Abstractions.KindsOf(TypeOf(member)!), name, member is IMethodSymbol ? $"{name}()" : name);
    }

    /// <summary>Returns why no catalogue can list a marked member; null where nothing stands in the way.</summary>
    public static string? Obstacle(ISymbol member) => member switch
    {
        { IsStatic: false } or { IsAbstract: true } => "it is not static, or is abstract",
        _ when !Reach.Reference.Sees(member) => "it is not public, or is obsolete",
        IPropertySymbol { GetMethod: not { DeclaredAccessibility: Accessibility.Public } } => "it has no public getter",
        { ContainingType.IsGenericType: true } or IMethodSymbol { IsGenericMethod: true } => "it is generic",
        _ when TypeOf(member) is not { } type || Abstractions.KindsOf(type) == CatalogKinds.None
            => "it returns no IBenchmark, IPromptStrategy or IScorer",
        IMethodSymbol method when !IsCalledWithoutArguments(method) => "a call without arguments does not reach it",
        _ when !Reach.OwnProject.Includes(member.ContainingType) => $"'{member.ContainingType.Name}' cannot be named from outside",
        _ => null,
    };

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method => method.ReturnType,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    private static bool IsCalledWithoutArguments(IMethodSymbol method)
    {
        var overloads = method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
            .Where(overload => !overload.IsGenericMethod && Reach.Reference.Sees(overload));
        return SymbolEqualityComparer.Default.Equals(Arguments.Resolve(overloads), method);
    }

    private static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : $"@{name}";
}
