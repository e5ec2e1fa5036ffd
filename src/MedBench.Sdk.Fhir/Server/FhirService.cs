using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace MedBench.Fhir;

/// <summary>Answers requests to a store as a FHIR R4 server does; knows nothing of HTTP but statuses.</summary>
internal sealed class FhirService(FhirStore store, EmbeddedFhirOptions options)
{
    private readonly string address = options.PresentedAddress.AbsoluteUri.TrimEnd('/');
    private int created;

    public FhirReply Answer(FhirRequest request)
    {
        try
        {
            var question = request.Path.IndexOf('?', StringComparison.Ordinal);
            var (path, query) = question < 0 ? (request.Path, "") : (request.Path[..question], request.Path[(question + 1)..]);
            var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
            return (parts, request.IsCreate) switch
            {
                (["metadata"], false) => Reply(200, FhirCapabilities.Write(store, options)),
                ([var type], false) => Search(Known(type), query),
                ([var type, var id], false) => Read(Known(type), id, query),
                ([var type], true) => Create(Known(type), request.Body),
                _ => throw new FhirRefusal(404, "not-found", $"There is nothing at '{path}'. Search with TYPE?PARAMETER=VALUE, or read TYPE/ID."),
            };
        }
        catch (FhirRefusal refusal)
        {
            return Outcome(refusal.Status, refusal.Code, refusal.Message);
        }
        catch (OverflowException)
        {
            return Outcome(400, "value", "A number of the query is too large to be compared.");
        }
    }

    public static FhirReply Outcome(int status, string code, string diagnostics)
    {
        var json = new FhirJsonWriter();
        json.StartObject();
        json.Member("resourceType").Text("OperationOutcome");
        json.Member("issue").List([diagnostics], said =>
        {
            json.StartObject();
            json.Member("severity").Text("error");
            json.Member("code").Text(code);
            json.Member("diagnostics").Text(said);
            json.EndObject();
        });
        json.EndObject();
        return Reply(status, json);
    }

    private static string Known(string type)
        => FhirDefinitions.IsResource(type) ? type : throw new FhirRefusal(404, "not-supported", $"Unknown resource type '{type}'.");

    private FhirReply Read(string type, string id, string query)
    {
        foreach (var (name, value) in SearchQuery.Decode(query).Where(pair => pair.Name == "_format"))
        {
            FhirFormat.Require(name, value);
        }

        var found = store.Read(type, table => table.Find(id)) ?? throw new FhirRefusal(404, "not-found", $"Resource {type}/{id} is not known");
        var json = new FhirJsonWriter();
        found.Read(resource =>
        {
            json.Element(resource);
            return true;
        });
        return Reply(200, json);
    }

    private FhirReply Search(string type, string text)
    {
        var query = SearchQuery.Parse(type, text, store, options.PageSize, options.MaxPageSize);
        var (total, page) = store.Read(type, table =>
        {
            var matches = table.Search(query);
            return (matches.Count, query.IsCountOnly ? new List<StoredResource>() : [.. matches.Skip(query.Offset).Take(query.Count).Select(position => table[position])]);
        });
        return Bundle(type, query, total, page);
    }

    private FhirReply Bundle(string type, SearchQuery query, int total, List<StoredResource> page)
    {
        var hasNext = !query.IsCountOnly && query.Offset + page.Count < total;
        var self = Link(type, query.Pairs);
        var json = new FhirJsonWriter();
        json.StartObject();
        json.Member("resourceType").Text("Bundle");
        json.Member("id").Text(BundleId(self));
        json.Member("type").Text("searchset");
        if (!hasNext || query.WantsTotal)
        {
            json.Member("total").Raw(total.ToString(CultureInfo.InvariantCulture));
        }

        var links = new List<(string Relation, string Address)> { ("self", self) };
        if (hasNext)
        {
            links.Add(("next", PageLink(type, query, query.Offset + page.Count)));
        }

        if (query.Offset > 0)
        {
            links.Add(("previous", PageLink(type, query, Math.Max(0, query.Offset - query.Count))));
        }

        json.Member("link").List(links, link =>
        {
            json.StartObject();
            json.Member("relation").Text(link.Relation);
            json.Member("url").Text(link.Address);
            json.EndObject();
        });
        if (page.Count > 0)
        {
            json.Member("entry").List(page, resource => WriteEntry(json, resource));
        }

        json.EndObject();
        return Reply(200, json);
    }

    private void WriteEntry(FhirJsonWriter json, StoredResource resource)
    {
        json.StartObject();
        json.Member("fullUrl").Text($"{address}/{resource.Type}/{resource.Id}");
        json.Member("resource");
        resource.Read(element =>
        {
            json.Element(element);
            return true;
        });
        json.Member("search");
        json.StartObject();
        json.Member("mode").Text("match");
        json.EndObject();
        json.EndObject();
    }

    /// <summary>Writes the link of a page so that it says all that is needed: a server that was started anew in a resumed run knows it too.</summary>
    private string PageLink(string type, SearchQuery query, int offset) => Link(type,
    [
        .. query.Pairs.Where(pair => pair.Name is not ("_count" or "_offset"))
            .Append(("_count", query.Count.ToString(CultureInfo.InvariantCulture)))
            .Append(("_offset", offset.ToString(CultureInfo.InvariantCulture))),
    ]);

    private string Link(string type, IReadOnlyList<(string Name, string Value)> pairs)
        => pairs.Count == 0 ? $"{address}/{type}" : $"{address}/{type}?{SearchQuery.Encode(pairs)}";

    private static string BundleId(string link) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(link)).AsSpan(0, 16)).ToString();

    private FhirReply Create(string type, string body)
    {
        if (!options.AllowsCreate)
        {
            throw new FhirRefusal(405, "not-supported", "This server is read-only: resources cannot be created.");
        }

        Resource resource;
        try
        {
            resource = new FhirJsonDeserializer().DeserializeResource(body);
        }
        catch (DeserializationFailedException exception)
        {
            throw new FhirRefusal(400, "structure", exception.Message);
        }

        if (resource.TypeName != type)
        {
            throw new FhirRefusal(400, "invalid", $"A {resource.TypeName} cannot be created at '{type}'.");
        }

        // Ids come in order: whoever runs the same plan again reads the same ones.
        string json;
        do
        {
            resource.Id = string.Create(CultureInfo.InvariantCulture, $"created-{Interlocked.Increment(ref created)}");
            json = new FhirJsonSerializer().SerializeToString(resource);
        }
        while (store.Read(type, table => table.Find(resource.Id)) is not null);

        using var document = JsonDocument.Parse(json);
        store.Add(document.RootElement);
        var written = new FhirJsonWriter();
        written.Element(document.RootElement);
        return Reply(201, written);
    }

    private static FhirReply Reply(int status, FhirJsonWriter json) => new()
    {
        Status = status,
        Reason = status switch { 200 => "OK", 201 => "Created", 400 => "Bad Request", 404 => "Not Found", 405 => "Method Not Allowed", 406 => "Not Acceptable", 411 => "Length Required", 413 => "Content Too Large", 414 => "URI Too Long", 421 => "Misdirected Request", _ => "" },
        Body = json.ToString(),
    };
}
