namespace MedBench.Fhir;

/// <summary>Knows which formats a reply may have: JSON alone.</summary>
internal static class FhirFormat
{
    /// <exception cref="FhirRefusal">Another format is asked for.</exception>
    public static T Require<T>(T value, string format)
        => format.Replace(' ', '+') is "json" or "application/json" or "application/fhir+json" or "text/json" ? value : throw new FhirRefusal(406, "not-supported", $"Replies are JSON; '{format}' is not supported.");
}
