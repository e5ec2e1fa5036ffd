using Hl7.Fhir.Model;

namespace MedBench.Fhir;

/// <summary>A search parameter of a resource type: how it compares and where its values are.</summary>
/// <param name="Name">Its name in a query.</param>
/// <param name="Type">How it compares.</param>
/// <param name="Path">Where its values are; null for what is not supported.</param>
internal sealed record SearchParameter(string Name, SearchParamType Type, SearchPath? Path)
{
    /// <summary>Returns the supported parameters of a type, by name: the standard ones of FHIR R4 that compare a single value.</summary>
    public static IReadOnlyDictionary<string, SearchParameter> Of(string resourceType)
        => FhirDefinitions.SearchParameters[resourceType]
            .Where(definition => definition.Type is SearchParamType.String or SearchParamType.Token or SearchParamType.Date or SearchParamType.Reference or SearchParamType.Quantity or SearchParamType.Number or SearchParamType.Uri)
            .Select(definition => new SearchParameter(definition.Name!, definition.Type, SearchPath.Compile(resourceType, definition.Expression!)))
            .Where(parameter => parameter.Path is not null)
            .DistinctBy(parameter => parameter.Name)
            .ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
}
