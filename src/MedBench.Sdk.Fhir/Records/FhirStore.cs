using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MedBench.Fhir;

/// <summary>FHIR R4 resources in memory, searchable by the standard parameters of their types.</summary>
/// <remarks>
/// Resources are kept as they were written, so that what an agent reads is what the file holds, also where a member is not standard.
/// Loading is not safe for concurrent use; reading is, and creating through a server that allows it.
/// </remarks>
public sealed class FhirStore
{
    private readonly ConcurrentDictionary<string, ResourceTable> tables = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private byte[] chain = new byte[SHA256.HashSizeInBytes];

    /// <summary>Initializes an empty store.</summary>
    /// <exception cref="PlatformNotSupportedException">The program is a native one, in which the FHIR SDK does not find its types.</exception>
    public FhirStore() => Require(RuntimeFeature.IsDynamicCodeSupported);

    /// <summary>Gets the number of resources.</summary>
    public int Count => tables.Values.Sum(table => table.Count);

    /// <summary>Gets the types of which there are resources, in ordinal order.</summary>
    public IReadOnlyList<string> Types => [.. tables.Where(pair => pair.Value.Count > 0).Select(pair => pair.Key).Order(StringComparer.Ordinal)];

    /// <summary>Gets a SHA-256 over all resources in the order in which they came, as 64 hexadecimal digits.</summary>
    public string Fingerprint => Convert.ToHexStringLower(chain);

    /// <summary>Reads the resources of files: FHIR bulk data (a resource a line), Bundles, JSON lists of resources, single resources, and recorded searches (objects whose <c>data</c> is a Bundle).</summary>
    /// <param name="files">The files. A resource that occurs twice with the same content counts once.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DatasetException">A file is damaged, or holds two versions of one resource; names file and line.</exception>
    public static async Task<FhirStore> LoadAsync(IEnumerable<DatasetFile> files, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        var store = new FhirStore();
        foreach (var file in files)
        {
            await foreach (var (resource, line) in ResourceReader.ReadAsync(file, cancellationToken).ConfigureAwait(false))
            {
                try
                {
                    store.Add(resource);
                }
                catch (ArgumentException exception)
                {
                    throw new DatasetException(exception.Message.Split(" (Parameter")[0].TrimEnd('.'), "Correct the resource", file: file.Name, line: line, innerException: exception);
                }
            }
        }

        return store;
    }

    /// <summary>Refuses a program without the reflection by which the FHIR SDK (Hl7.Fhir.R4) finds its types.</summary>
    internal static void Require(bool isReflective)
    {
        if (!isReflective)
        {
            throw new PlatformNotSupportedException("FHIR records cannot be held by a native program: the FHIR SDK finds its types by reflection. Publish without -p:Aot=true (PublishAot), or run with dotnet.");
        }
    }

    /// <summary>Adds a resource.</summary>
    /// <param name="resource">The resource, with its type and id.</param>
    /// <returns>False where the same resource was there already.</returns>
    /// <exception cref="ArgumentException">It is not a resource of FHIR R4 with an id, or another of its id is there with other content.</exception>
    public bool Add(JsonElement resource)
    {
        var type = resource.ValueKind == JsonValueKind.Object && resource.TryGetProperty("resourceType", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString()! : throw new ArgumentException("The element is not a resource: it has no resourceType.", nameof(resource));
        var id = resource.TryGetProperty("id", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString()! : throw new ArgumentException($"The {type} has no id.", nameof(resource));
        if (!FhirDefinitions.IsResource(type))
        {
            throw new ArgumentException($"'{type}' is not a resource of FHIR R4.", nameof(resource));
        }

        if (!FhirDefinitions.IsId(id))
        {
            throw new ArgumentException($"'{id}' is not an id: 1 to 64 letters, digits, hyphens and full stops.", nameof(resource));
        }

        var stored = new StoredResource(type, id, Encoding.UTF8.GetBytes(resource.GetRawText()));
        lock (gate)
        {
            var table = TableOf(type);
            if (table.Add(stored))
            {
                chain = SHA256.HashData([.. chain, .. SHA256.HashData(stored.Json)]);
                return true;
            }

            return table.Find(id)!.Read(known => JsonElement.DeepEquals(known, resource)) ? false : throw new ArgumentException($"There are two versions of {type}/{id}.", nameof(resource));
        }
    }

    /// <summary>Returns the number of resources of a type.</summary>
    /// <param name="type">The type, for instance <c>Observation</c>.</param>
    public int CountOf(string type) => tables.TryGetValue(type, out var table) ? table.Count : 0;

    internal IReadOnlyDictionary<string, SearchParameter> ParametersOf(string type) => TableOf(type).Parameters;

    /// <summary>Reads under the lock that keeps creating away.</summary>
    internal T Read<T>(string type, Func<ResourceTable, T> read)
    {
        var table = TableOf(type);
        lock (gate)
        {
            return read(table);
        }
    }

    private ResourceTable TableOf(string type) => tables.GetOrAdd(type, static type => new ResourceTable(type));
}
