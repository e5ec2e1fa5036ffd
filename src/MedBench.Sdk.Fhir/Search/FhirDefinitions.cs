using Hl7.Fhir.Model;
using R4 = Hl7.Fhir.Model.ModelInfo;

namespace MedBench.Fhir;

/// <summary>What FHIR R4 defines, as the FHIR SDK knows it.</summary>
internal static class FhirDefinitions
{
    public static string Version => R4.Version;

    public static IEnumerable<string> ResourceTypes => R4.SupportedResources;

    public static ILookup<string, SearchParamDefinition> SearchParameters { get; } = R4.SearchParameters
        .Where(definition => definition is { Resource: not null, Name: not null, Expression: not null })
        .ToLookup(definition => definition.Resource!, StringComparer.Ordinal);

    public static bool IsResource(string type) => R4.IsKnownResource(type);

    public static bool IsId(string text) => Id.IsValidValue(text);
}
