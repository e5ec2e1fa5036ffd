namespace MedBench.Fhir;

/// <summary>What an embedded FHIR server shows and allows.</summary>
public sealed record EmbeddedFhirOptions
{
    /// <summary>Gets the base address that links and full URLs show, whatever port the server really has, so that prompts and journals are the same in every run; <c>http://localhost:8080/fhir/</c>.</summary>
    public Uri PresentedAddress { get; init; } = new("http://localhost:8080/fhir/");

    /// <summary>Gets whether resources may be created (POST); false unless given. What is created lasts as long as the store.</summary>
    public bool AllowsCreate { get; init; }

    /// <summary>Gets how many matches a page has where <c>_count</c> is not given; 20.</summary>
    public int PageSize { get; init; } = 20;

    /// <summary>Gets the most matches of a page; 10,000.</summary>
    public int MaxPageSize { get; init; } = 10_000;

    /// <summary>Gets the largest request that is read, in bytes of its body; 1 MiB.</summary>
    public int MaxRequestBytes { get; init; } = 1 << 20;

    /// <summary>Gets how many connections may be open at once; 256. Further ones wait.</summary>
    public int MaxConnections { get; init; } = 256;
}
