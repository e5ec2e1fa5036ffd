using System.Net;
using System.Net.NetworkInformation;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace MedBench.Fhir.Tests.Server;

/// <summary>The server over real HTTP. Bundles, outcomes and capabilities are read by the FHIR SDK's own strict deserializer.</summary>
public sealed class EmbeddedFhirServerTests
{
    private const string Chart = """
        {"resourceType":"Patient","id":"p1","active":true,"identifier":[{"system":"urn:mrn","value":"S1"}],"name":[{"use":"official","family":"Ibáñez","given":["Dolores","María"]}],"telecom":[{"system":"phone","value":"555-0100"}],"gender":"female","birthDate":"1999-06-01","address":[{"line":["1 Test Street"],"city":"Eastham","postalCode":"00100"}]}
        {"resourceType":"Patient","id":"p2","identifier":[{"system":"urn:other","value":"S1"},{"system":"urn:mrn","value":"S2"}],"name":[{"family":"Ibsen","given":["Doris"]}],"gender":"female","birthDate":"1999-06"}
        {"resourceType":"Patient","id":"p3","name":[{"text":"Chidi Okoro","family":"Okoro","given":["Chidi"]}],"gender":"male","birthDate":"1984-02-29"}
        {"resourceType":"Observation","id":"o1","status":"final","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],"code":{"coding":[{"system":"http://loinc.org","code":"K"},{"system":"urn:local","code":"KAL"}],"text":"Potassium"},"subject":{"reference":"Patient/p1"},"effectiveDateTime":"2023-11-12T10:15:00+00:00","valueQuantity":{"value":4.0,"unit":"mmol/L","system":"http://unitsofmeasure.org","code":"mmol/L"}}
        {"resourceType":"Observation","id":"o2","status":"final","code":{"coding":[{"system":"urn:local","code":"K"}]},"subject":{"reference":"http://elsewhere/fhir/Patient/p1"},"effectiveDateTime":"2023-11-13T01:00:00+02:00","valueQuantity":{"value":3.2,"unit":"mmol/L"}}
        {"resourceType":"Observation","id":"o3","status":"preliminary","code":{"coding":[{"code":"GLU"}]},"subject":{"reference":"Patient/p2"},"effectivePeriod":{"start":"2023-11-10","end":"2023-11-14"},"valueQuantity":{"value":101}}
        {"resourceType":"Observation","id":"o4","status":"final","code":{"coding":[{"code":"GLU"}]},"subject":{"reference":"Group/p1"},"effectiveDateTime":"2023-11"}
        {"resourceType":"Condition","id":"c1","code":{"coding":[{"system":"http://snomed.info/sct","code":"195967001","display":"Asthma"}]},"subject":{"reference":"Patient/p1"},"recordedDate":"2020-01-01"}
        {"resourceType":"Procedure","id":"r1","status":"completed","code":{"text":"Appendectomy"},"subject":{"reference":"Patient/p1"},"performedPeriod":{"start":"2001-05-05T08:00:00Z","end":"2001-05-05T09:00:00Z"}}
        {"resourceType":"MedicationRequest","id":"m1","status":"active","intent":"order","medicationCodeableConcept":{"coding":[{"system":"http://hl7.org/fhir/sid/ndc","code":"0338-1715-40"}]},"subject":{"reference":"Patient/p1"},"authoredOn":"2023-11-13T10:15:00+00:00"}
        {"resourceType":"ServiceRequest","id":"s1","status":"active","intent":"order","priority":"stat","code":{"coding":[{"system":"http://loinc.org","code":"2823-3"}]},"subject":{"reference":"Patient/p1"},"authoredOn":"2023-11-13T10:15:00+00:00","occurrenceDateTime":"2023-11-14T08:00:00+00:00"}
        """;

    private EmbeddedFhirServer server = null!;
    private HttpClient http = null!;

    [OneTimeSetUp]
    public void Start()
    {
        server = EmbeddedFhirServer.Start(Records.Store(Chart.Split('\n')));
        http = new HttpClient { BaseAddress = server.Address };
    }

    [OneTimeTearDown]
    public async System.Threading.Tasks.Task StopAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
    }

    // Expectations follow https://hl7.org/fhir/R4/search.html.
    [TestCase("Patient", "p1 p2 p3")]
    [TestCase("Patient?identifier=S1", "p1 p2")]
    [TestCase("Patient?identifier=urn:mrn|S1", "p1")]
    [TestCase("Patient?identifier=urn:mrn|", "p1 p2")]
    [TestCase("Patient?identifier=|S1", "")]
    [TestCase("Patient?identifier=s1", "")]
    [TestCase("Patient?family=ib", "p1 p2")]
    [TestCase("Patient?family=ibanez", "p1")]
    [TestCase("Patient?family:exact=Ibanez", "")]
    [TestCase("Patient?family:exact=Ibáñez", "p1")]
    [TestCase("Patient?family:contains=oro", "p3")]
    [TestCase("Patient?given=dol&family=Ib", "p1")]
    [TestCase("Patient?given=mar%C3%ADa", "p1")]
    [TestCase("Patient?given=Doris,Chidi", "p2 p3")]
    [TestCase("Patient?name=chidi", "p3")]
    [TestCase("Patient?name=Chidi+Okoro", "p3")]
    [TestCase("Patient?name=Doris%20Ibsen", "")]
    [TestCase("Patient?birthdate=1999-06-01", "p1")]
    [TestCase("Patient?birthdate=1999-06", "p1 p2")]
    [TestCase("Patient?birthdate=1999", "p1 p2")]
    [TestCase("Patient?birthdate=lt1990", "p3")]
    [TestCase("Patient?gender=female&birthdate=ge1999-06-01", "p1 p2")]
    [TestCase("Patient?gender:not=female", "p3")]
    [TestCase("Patient?phone=555-0100", "p1")]
    [TestCase("Patient?telecom=555-0100", "p1")]
    [TestCase("Patient?address=east", "p1")]
    [TestCase("Patient?address-postalcode=001", "p1")]
    [TestCase("Patient?active=true", "p1")]
    [TestCase("Patient?active:missing=true", "p2 p3")]
    [TestCase("Patient?active:missing=false", "p1")]
    [TestCase("Patient?_id=p3,p1", "p1 p3")]
    [TestCase("Patient?_sort=birthdate", "p3 p1 p2")]
    [TestCase("Patient?_sort=-birthdate,family", "p1 p2 p3")]
    [TestCase("Patient?_sort=gender,-family", "p2 p1 p3")]
    [TestCase("Patient?family=", "p1 p2 p3")]
    [TestCase("Observation?patient=p1", "o1 o2")]
    [TestCase("Observation?patient=Patient/p1", "o1 o2")]
    [TestCase("Observation?patient=http://localhost:8080/fhir/Patient/p1", "o1 o2")]
    [TestCase("Observation?subject=p1", "o1 o2 o4")]
    [TestCase("Observation?subject:Group=p1", "o4")]
    [TestCase("Observation?subject:Patient=p1", "o1 o2")]
    [TestCase("Observation?code=K", "o1 o2")]
    [TestCase("Observation?code=http://loinc.org|K", "o1")]
    [TestCase("Observation?code=|GLU", "o3 o4")]
    [TestCase("Observation?code:text=pota", "o1")]
    [TestCase("Observation?category=laboratory&patient=p1&code=K,GLU", "o1")]
    [TestCase("Observation?status=final&patient=p1,p2", "o1 o2")]
    [TestCase("Observation?date=2023-11-12", "o1 o2")]
    [TestCase("Observation?date=2023-11", "o1 o2 o3 o4")]
    [TestCase("Observation?date=ge2023-11-12T10:15:00+00:00", "o1 o2 o3 o4")]
    [TestCase("Observation?date=ge2023-11-12T10:15:00%2B00:00&date=le2023-11-12", "o1 o2 o3 o4")]
    [TestCase("Observation?date=gt2023-11-12T10:15:00Z&code=K", "o2")]
    [TestCase("Observation?date=sa2023-11-11&code=K", "o1 o2")]
    [TestCase("Observation?date=eb2023-11-12", "")]
    [TestCase("Observation?date=ap2023-11-14", "o3 o4")]
    [TestCase("Observation?date=ne2023-11-12", "o3 o4")]
    [TestCase("Observation?value-quantity=4", "o1")]
    [TestCase("Observation?value-quantity=4.1", "")]
    [TestCase("Observation?value-quantity=lt4||mmol/L", "o2")]
    [TestCase("Observation?value-quantity=gt3.2|http://unitsofmeasure.org|mmol/L", "o1")]
    [TestCase("Observation?_sort=-date&code=K", "o2 o1")]
    [TestCase("Condition?patient=p1&code=http://snomed.info/sct|195967001", "c1")]
    [TestCase("Condition?code:text=asth", "c1")]
    [TestCase("Procedure?patient=p1&date=2001-05-05", "r1")]
    [TestCase("MedicationRequest?patient=p1&status=active&intent=order", "m1")]
    [TestCase("MedicationRequest?code=0338-1715-40", "m1")]
    [TestCase("ServiceRequest?patient=p1&priority=stat&authored=2023-11-13", "s1")]
    [TestCase("ServiceRequest?occurrence=2023-11-14", "s1")]
    [TestCase("Encounter?patient=p1", "")]
    public async System.Threading.Tasks.Task A_search_finds(string query, string ids)
    {
        var bundle = Parse<Bundle>(await http.GetStringAsync(new Uri(query, UriKind.Relative)));
        Assert.Multiple(() =>
        {
            Assert.That(string.Join(' ', bundle.Entry.Select(entry => entry.Resource!.Id)), Is.EqualTo(ids));
            Assert.That((bundle.Type, bundle.Total), Is.EqualTo((Bundle.BundleType.Searchset, (int?)bundle.Entry.Count)));
            Assert.That(bundle.Entry.All(entry => entry.Search!.Mode == Bundle.SearchEntryMode.Match && entry.FullUrl == $"http://localhost:8080/fhir/{entry.Resource!.TypeName}/{entry.Resource.Id}"));
        });
    }

    [TestCase("Patient?nickname=x", 400, "Unknown or unsupported search parameter \"nickname\"")]
    [TestCase("Patient?_include=Patient:link", 400, "_include")]
    [TestCase("Observation?patient.identifier=S1", 400, "patient.identifier")]
    [TestCase("Observation?date=yesterday", 400, "'yesterday' is not a date")]
    [TestCase("Observation?date:exact=2023", 400, "':exact' is not supported")]
    [TestCase("Observation?value-quantity=high", 400, "not a number")]
    [TestCase("Patient?_count=-1", 400, "'_count' takes a whole number")]
    [TestCase("Patient?_format=xml", 406, "'xml' is not supported")]
    [TestCase("Patient/p9", 404, "Patient/p9 is not known")]
    [TestCase("Patient/p1&_format=json", 404, "Patient/p1&_format=json is not known")]
    [TestCase("Patients", 404, "Unknown resource type 'Patients'")]
    [TestCase("Patient/p1/_history/1", 404, "nothing at")]
    public async System.Threading.Tasks.Task A_refusal_is_an_outcome(string query, int status, string problem)
    {
        using var response = await http.GetAsync(new Uri(query, UriKind.Relative));
        var outcome = Parse<OperationOutcome>(await response.Content.ReadAsStringAsync());
        Assert.That(((int)response.StatusCode, outcome.Issue.Single().Severity), Is.EqualTo((status, OperationOutcome.IssueSeverity.Error)));
        Assert.That(outcome.Issue[0].Diagnostics, Does.Contain(problem));
    }

    [Test]
    public async System.Threading.Tasks.Task Pages_follow_one_another_and_hold_everything_once()
    {
        var seen = new List<string>();
        var relations = new List<string>();
        Uri? next = new("Observation?_count=2&status=final,preliminary&_format=json", UriKind.Relative);
        while (next is not null)
        {
            var bundle = Parse<Bundle>(await http.GetStringAsync(next));
            seen.AddRange(bundle.Entry.Select(entry => entry.Resource!.Id!));
            relations.Add($"{string.Join(',', bundle.Link.Select(link => link.Relation))} {bundle.Total}");
            var link = bundle.Link.FirstOrDefault(link => link.Relation == "next")?.Url;
            next = link is null ? null : new Uri(link.Replace("http://localhost:8080/fhir/", "", StringComparison.Ordinal), UriKind.Relative);
        }

        Assert.That(seen, Is.EqualTo(["o1", "o2", "o3", "o4"]));
        Assert.That(relations, Is.EqualTo(["self,next ", "self,previous 4"]), "as recorded, the total stands where it is known from the page");
    }

    [Test]
    public async System.Threading.Tasks.Task Totals_can_be_asked_for_alone()
    {
        var (counted, none, whole) = (Parse<Bundle>(await http.GetStringAsync(new Uri("Observation?_summary=count", UriKind.Relative))), Parse<Bundle>(await http.GetStringAsync(new Uri("Observation?_count=0", UriKind.Relative))), Parse<Bundle>(await http.GetStringAsync(new Uri("Observation?_count=1&_total=accurate", UriKind.Relative))));
        Assert.That((counted.Total, counted.Entry.Count, none.Total, none.Entry.Count, whole.Total, whole.Entry.Count), Is.EqualTo(((int?)4, 0, (int?)4, 0, (int?)4, 1)));
    }

    [Test]
    public async System.Threading.Tasks.Task A_resource_is_read_as_it_was_written()
    {
        using var response = await http.GetAsync(new Uri("Observation/o1", UriKind.Relative));
        var text = await response.Content.ReadAsStringAsync();
        Assert.Multiple(() =>
        {
            Assert.That(response.Content.Headers.ContentType!.ToString(), Is.EqualTo("application/fhir+json; charset=UTF-8"));
            Assert.That(JsonElement.DeepEquals(JsonDocument.Parse(text).RootElement, JsonDocument.Parse(Chart.Split('\n').Single(line => line.Contains("\"o1\"", StringComparison.Ordinal))).RootElement));
            Assert.That(text, Does.Contain("\"value\": 4.0"), "a number keeps its digits");
            Assert.That(Parse<Observation>(text).Id, Is.EqualTo("o1"));
        });
    }

    [Test]
    public async System.Threading.Tasks.Task A_search_looks_like_the_recorded_ones()
    {
        // The layout of rl_training/outputs/ft_data/*.jsonl of rushilcs/MedAgentBench@e9793e8, where the image's HAPI server answers.
        var text = await http.GetStringAsync(new Uri("Patient?given=Chidi&family=Okoro&birthdate=1984-02-29&_format=json", UriKind.Relative));
        Assert.That(text, Does.Match("""
            ^\{
              "resourceType": "Bundle",
              "id": "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
              "type": "searchset",
              "total": 1,
              "link": \[ \{
                "relation": "self",
                "url": "http://localhost:8080/fhir/Patient\?_format=json&birthdate=1984-02-29&family=Okoro&given=Chidi"
              \} \],
              "entry": \[ \{
                "fullUrl": "http://localhost:8080/fhir/Patient/p3",
                "resource": \{
                  "resourceType": "Patient",
                  "id": "p3",
                  "name": \[ \{
                    "text": "Chidi Okoro",
                    "family": "Okoro",
                    "given": \[ "Chidi" \]
                  \} \],
                  "gender": "male",
                  "birthDate": "1984-02-29"
                \},
                "search": \{
                  "mode": "match"
                \}
              \} \]
            \}$
            """));
    }

    [Test]
    public async System.Threading.Tasks.Task Capabilities_name_types_and_parameters()
    {
        var statement = Parse<CapabilityStatement>(await http.GetStringAsync(new Uri("metadata", UriKind.Relative)));
        var observation = statement.Rest.Single().Resource.Single(resource => resource.Type == "Observation");
        Assert.Multiple(() =>
        {
            Assert.That(statement.FhirVersion, Is.EqualTo(FHIRVersion.N4_0_1));
            Assert.That(observation.Interaction.Select(interaction => interaction.Code), Is.EqualTo([CapabilityStatement.TypeRestfulInteraction.Read, CapabilityStatement.TypeRestfulInteraction.SearchType]));
            Assert.That(observation.SearchParam.Select(parameter => parameter.Name), Is.SupersetOf(new[] { "patient", "code", "category", "date", "value-quantity" }));
        });
    }

    [Test]
    public async System.Threading.Tasks.Task Nothing_is_created_unless_that_is_allowed()
    {
        using var refused = await http.PostAsync(new Uri("Observation", UriKind.Relative), Json("""{"resourceType":"Observation"}"""));
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));

        await using var open = EmbeddedFhirServer.Start(Records.Store(Records.Patient), new EmbeddedFhirOptions { AllowsCreate = true });
        using var client = new HttpClient { BaseAddress = open.Address };
        Assert.That(Parse<Bundle>(await client.GetStringAsync(new Uri("Observation?patient=S1", UriKind.Relative))).Total, Is.Zero);
        using var created = await client.PostAsync(new Uri("Observation", UriKind.Relative), Json("""{"resourceType":"Observation","id":"mine","status":"final","code":{"text":"BP"},"subject":{"reference":"Patient/S1"}}"""));
        using var damaged = await client.PostAsync(new Uri("Observation", UriKind.Relative), Json("""{"resourceType":"Observation","status":7}"""));
        using var misplaced = await client.PostAsync(new Uri("Patient", UriKind.Relative), Json("""{"resourceType":"Observation","status":"final","code":{"text":"BP"}}"""));
        var after = Parse<Bundle>(await client.GetStringAsync(new Uri("Observation?patient=S1", UriKind.Relative)));
        Assert.Multiple(() =>
        {
            Assert.That((created.StatusCode, damaged.StatusCode, misplaced.StatusCode), Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest)));
            Assert.That(after.Entry.Single().Resource!.Id, Is.EqualTo("created-1"), "the server gives the id, in order");
        });
    }

    [Test]
    public void It_listens_to_this_machine_alone()
    {
        Assert.That((server.Address.Host, server.Address.AbsolutePath), Is.EqualTo(("127.0.0.1", "/fhir/")));
        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(listener => listener.Port == server.Address.Port);
        Assert.That(listeners.Select(listener => listener.Address), Is.EqualTo(new[] { IPAddress.Loopback }));
    }

    [TestCase("GET /fhir/Patient HTTP/1.1\r\nHost: evil.example\r\n\r\n", "HTTP/1.1 421")]
    [TestCase("GET /fhir/Patient HTTP/1.1\r\n\r\n", "HTTP/1.1 421")]
    [TestCase("GET /other HTTP/1.1\r\nHost: localhost\r\n\r\n", "HTTP/1.1 404")]
    [TestCase("DELETE /fhir/Patient/p1 HTTP/1.1\r\nHost: localhost\r\n\r\n", "HTTP/1.1 405")]
    [TestCase("nonsense\r\n\r\n", "HTTP/1.1 400")]
    [TestCase("GET /fhir/Observation?value-quantity=ap-79228162514264337593543950335 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "HTTP/1.1 400")]
    [TestCase("GET /fhir/Patient?name=%EF%BF%BE%00&birthdate=9998-12-31 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "HTTP/1.1 200")]
    [TestCase("POST /fhir/Patient HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "HTTP/1.1 411")]
    [TestCase("POST /fhir/Patient HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\n", "HTTP/1.1 413")]
    [TestCase("GET /fhir/Patient?_id=p1 HTTP/1.1\r\nHost: localhost\r\n\r\nGET /fhir/Patient HTTP/1.1\r\nHost: evil.example\r\n\r\n", "HTTP/1.1 200")]
    public async System.Threading.Tasks.Task Odd_requests_are_turned_down(string request, string expected)
        => Assert.That(await SendAsync(request), Does.StartWith(expected));

    [Test]
    public async System.Threading.Tasks.Task Requests_are_bounded()
    {
        Assert.That(await SendAsync($"GET /fhir/Patient?name={new string('a', 40_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n"), Does.StartWith("HTTP/1.1 414"));
        Assert.That(await SendAsync($"GET /fhir/Patient?{string.Concat(Enumerable.Repeat("name=a&", 100))} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), Does.StartWith("HTTP/1.1 400").And.Contain("more than 64 parameters"));
    }

    [Test]
    public async System.Threading.Tasks.Task Many_connections_are_answered()
    {
        await using var narrow = EmbeddedFhirServer.Start(Records.Store(Records.Patient), new EmbeddedFhirOptions { MaxConnections = 2 });
        var replies = await System.Threading.Tasks.Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            using var client = new HttpClient { BaseAddress = narrow.Address };
            client.DefaultRequestHeaders.ConnectionClose = true;
            return await client.GetStringAsync(new Uri("Patient?name=Ada", UriKind.Relative));
        }));
        Assert.That(replies.Distinct().Count(), Is.EqualTo(1));
        Assert.That(Parse<Bundle>(replies[0]).Total, Is.EqualTo(1));
    }

    [Test]
    public async System.Threading.Tasks.Task It_may_be_disposed_of_more_than_once()
    {
        var twice = EmbeddedFhirServer.Start(Records.Store(Records.Patient));
        await twice.DisposeAsync();
        Assert.That(async () => await twice.DisposeAsync(), Throws.Nothing);
    }

    private static T Parse<T>(string json)
        where T : Resource => (T)new FhirJsonDeserializer().DeserializeResource(json);

    private static StringContent Json(string json) => new(json, Encoding.UTF8, new MediaTypeHeaderValue("application/fhir+json"));

    private async System.Threading.Tasks.Task<string> SendAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        client.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream);
        var text = new StringBuilder();
        try
        {
            text.Append(await reader.ReadToEndAsync());
        }
        catch (IOException)
        {
            // A server that turns a request down before it was read whole may reset the connection after its reply.
        }

        return text.ToString();
    }
}
