namespace MedBench.Fhir;

/// <summary>Writes what a server can do as a CapabilityStatement.</summary>
internal static class FhirCapabilities
{
    public static FhirJsonWriter Write(FhirStore store, EmbeddedFhirOptions options)
    {
        var types = FhirDefinitions.ResourceTypes.Order(StringComparer.Ordinal);
        var json = new FhirJsonWriter();
        json.StartObject();
        json.Member("resourceType").Text("CapabilityStatement");
        json.Member("status").Text("active");
        json.Member("date").Text("2026-11-23");
        json.Member("kind").Text("instance");
        json.Member("fhirVersion").Text(FhirDefinitions.Version);
        json.Member("format").List(["json"], json.Text);
        json.Member("implementation");
        json.StartObject();
        json.Member("description").Text("Records in memory");
        json.Member("url").Text(options.PresentedAddress.AbsoluteUri.TrimEnd('/'));
        json.EndObject();
        json.Member("rest").List(["server"], mode =>
        {
            json.StartObject();
            json.Member("mode").Text(mode);
            json.Member("resource").List(types, type => WriteType(json, type, store, options));
            json.EndObject();
        });
        json.EndObject();
        return json;
    }

    private static void WriteType(FhirJsonWriter json, string type, FhirStore store, EmbeddedFhirOptions options)
    {
        json.StartObject();
        json.Member("type").Text(type);
        json.Member("interaction").List<string>(options.AllowsCreate ? ["read", "search-type", "create"] : ["read", "search-type"], code =>
        {
            json.StartObject();
            json.Member("code").Text(code);
            json.EndObject();
        });
        var parameters = store.ParametersOf(type).Values.OrderBy(parameter => parameter.Name, StringComparer.Ordinal).ToList();
        if (parameters.Count > 0)
        {
            json.Member("searchParam").List(parameters, parameter =>
            {
                json.StartObject();
                json.Member("name").Text(parameter.Name);
                json.Member("type").Text(parameter.Type.ToString().ToLowerInvariant());
                json.EndObject();
            });
        }

        json.EndObject();
    }
}
