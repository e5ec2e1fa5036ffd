using Microsoft.CodeAnalysis;

namespace MedBench.Generators.Rules;

/// <summary>Decides what generated code may name.</summary>
internal static class ReachExtensions
{
    extension(Reach reach)
    {
        /// <summary>Returns whether a type, and every type around it, can be named.</summary>
        public bool Includes(INamedTypeSymbol type)
        {
            for (var current = type; current is not null; current = current.ContainingType)
            {
                if (!current.CanBeReferencedByName || current.IsFileLocal || !reach.Sees(current))
                {
                    return false;
                }
            }

            return !IsForbidden(type);
        }

        /// <summary>Returns whether a member of a type that can be named can be called.</summary>
        public bool Sees(ISymbol symbol) => !IsForbidden(symbol) && symbol.DeclaredAccessibility switch
        {
            Accessibility.Public => true,
            Accessibility.Internal or Accessibility.ProtectedOrInternal => reach == Reach.OwnProject,
            _ => false,
        };
    }

    /// <summary>Returns whether using the symbol is an error that no pragma silences.</summary>
    private static bool IsForbidden(ISymbol symbol) => symbol.GetAttributes().Any(attribute =>
        attribute.AttributeClass is { Name: nameof(ObsoleteAttribute), ContainingNamespace.Name: nameof(System) }
        && attribute.ConstructorArguments is { Length: 2 } arguments && arguments[1].Value is true);
}
