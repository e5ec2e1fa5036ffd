using Microsoft.Extensions.AI;

namespace MedBench.Fhir;

/// <summary>A request to a FHIR server as the text that the role <see cref="ModelRole.Records"/> takes: <c>GET Patient?name=Stafford</c>, or <c>POST Observation</c> and the resource beneath.</summary>
public sealed record FhirRequest
{
    private FhirRequest(bool isCreate, string path, string body) => (IsCreate, Path, Body) = (isCreate, path, body);

    /// <summary>Gets whether a resource is created; otherwise something is read or searched.</summary>
    public bool IsCreate { get; }

    /// <summary>Gets the path and query beneath the server's base address, without a leading slash: <c>Observation?code=K&amp;patient=S1</c>.</summary>
    public string Path { get; }

    /// <summary>Gets the resource to create, as JSON; empty for a reading.</summary>
    public string Body { get; }

    /// <summary>Makes a request that reads or searches.</summary>
    /// <param name="path">Path and query beneath the base address; blanks and the like need not be escaped.</param>
    public static FhirRequest Get(string path) => new(isCreate: false, Clean(path), "");

    /// <summary>Makes a request that creates a resource.</summary>
    /// <param name="type">The resource's type.</param>
    /// <param name="resource">The resource as JSON.</param>
    public static FhirRequest Create(string type, string resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return new(isCreate: true, Clean(type), resource);
    }

    /// <summary>Reads the text of a request.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ModelException">It is neither GET nor POST.</exception>
    public static FhirRequest Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var line = end < 0 ? text : text[..end];
        return line.StartsWith("GET ", StringComparison.Ordinal) ? Get(line[4..])
            : line.StartsWith("POST ", StringComparison.Ordinal) && end > 0 ? Create(line[5..], text[(end + 1)..])
            : throw new ModelException(ModelErrorKind.BadRequest, "A record server is asked 'GET PATH', or 'POST TYPE' with a resource on the lines beneath. Make requests with FhirRequest.");
    }

    /// <summary>Makes the request as a run sends it.</summary>
    /// <param name="purpose">What the call is for; keeps otherwise equal calls of one sample apart.</param>
    public ModelRequest ToModelRequest(string purpose = "")
        => ModelRequest.FromText(ToString()) with { Purpose = purpose };

    /// <summary>Returns the text of the request.</summary>
    public override string ToString() => IsCreate ? $"POST {Path}\n{Body}" : $"GET {Path}";

    private static string Clean(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return string.Create(path.Length, path, static (cleaned, source) =>
        {
            for (var i = 0; i < cleaned.Length; i++)
            {
                cleaned[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        }).Trim().TrimStart('/');
    }
}
