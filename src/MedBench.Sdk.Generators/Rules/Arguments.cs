using Microsoft.CodeAnalysis;

namespace MedBench.Generators.Rules;

/// <summary>Resolves a call without arguments as the compiler would.</summary>
internal static class Arguments
{
    /// <summary>Returns the overload that an empty argument list calls; null where there is none or no single best one.</summary>
    public static IMethodSymbol? Resolve(IEnumerable<IMethodSymbol> overloads)
    {
        var callable = overloads.Where(method => method.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams)).ToList();
        return callable.Find(method => method.Parameters.IsEmpty) ?? (callable.Count == 1 ? callable[0] : null);
    }
}
