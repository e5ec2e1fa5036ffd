using System.Text.Json;

namespace MedBench.Fhir;

/// <summary>A resource as it was loaded.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">Its id.</param>
/// <param name="Json">Its JSON, as UTF-8.</param>
internal sealed record StoredResource(string Type, string Id, byte[] Json)
{
    public T Read<T>(Func<JsonElement, T> read)
    {
        using var document = JsonDocument.Parse(Json);
        return read(document.RootElement);
    }
}
