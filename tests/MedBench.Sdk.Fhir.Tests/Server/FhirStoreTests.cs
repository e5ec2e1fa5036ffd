using System.Text;
using System.Text.Json;
using MedBench.Benchmarks.Tests.Exams;

namespace MedBench.Fhir.Tests.Server;

public sealed class FhirStoreTests
{
    private const string One = """{"resourceType":"Patient","id":"p1"}""";
    private const string Two = """{"resourceType":"Observation","id":"o1","status":"final","code":{"text":"x"}}""";

    [TestCase("records.ndjson", One + "\n\n" + Two + "\n")]
    [TestCase("records.json", "[" + One + "," + Two + "]")]
    [TestCase("records.json", """{"resourceType":"Bundle","type":"collection","entry":[{"resource":""" + One + "},{\"resource\":" + Two + "},{\"request\":{}}]}")]
    [TestCase("records.jsonl", """{"url":"http://x","status_code":200,"data":{"resourceType":"Bundle","entry":[{"resource":""" + One + "}]}}\n{\"data\":{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":" + Two + "},{\"resource\":" + One + "}]}}")]
    public async Task Resources_are_read_in_every_usual_wrapping(string name, string text)
    {
        var store = await FhirStore.LoadAsync([ExamData.File(name, text)]);
        Assert.That((store.Count, string.Join(' ', store.Types), store.CountOf("Patient"), store.CountOf("Encounter")), Is.EqualTo((2, "Observation Patient", 1, 0)));
    }

    [Test]
    public void A_native_program_is_told_that_it_cannot_hold_records()
    {
        Assert.That(() => FhirStore.Require(isReflective: true), Throws.Nothing);
        Assert.That(() => FhirStore.Require(isReflective: false), Throws.InstanceOf<PlatformNotSupportedException>().With.Message.Contains("native program"));
    }

    [TestCase("r.ndjson", One + "\n{", "r.ndjson, line 2: the JSON is damaged")]
    [TestCase("r.ndjson", "7", "r.ndjson, line 1: there is something else than a FHIR resource")]
    [TestCase("r.json", "{\"a\":1}", "r.json: an object has no resourceType")]
    [TestCase("r.ndjson", """{"resourceType":"Patient"}""", "r.ndjson, line 1: The Patient has no id")]
    [TestCase("r.ndjson", """{"resourceType":"Pasient","id":"1"}""", "r.ndjson, line 1: 'Pasient' is not a resource of FHIR R4")]
    [TestCase("r.ndjson", """{"resourceType":"Patient","id":"a/b"}""", "r.ndjson, line 1: 'a/b' is not an id")]
    [TestCase("r.ndjson", One + "\n" + """{"resourceType":"Patient","id":"p1","active":true}""", "r.ndjson, line 2: There are two versions of Patient/p1")]
    public async Task Damage_is_named(string name, string text, string problem)
        => Assert.That(await ExamData.ErrorAsync(() => FhirStore.LoadAsync([ExamData.File(name, text)])), Does.StartWith(problem));

    [Test]
    public void Deep_nesting_is_refused_and_not_followed()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1" + new string('}', 100);
        Assert.That(() => FhirStore.LoadAsync([ExamData.File("r.ndjson", deep)]), Throws.InstanceOf<DatasetException>());
    }

    [Test]
    public void The_fingerprint_follows_content_and_order()
    {
        var (first, again, turned, alone, twice) = (Records.Store(One, Two).Fingerprint, Records.Store(One, Two).Fingerprint, Records.Store(Two, One).Fingerprint, Records.Store(One).Fingerprint, Records.Store(One, One).Fingerprint);
        Assert.That(first, Is.EqualTo(again).And.Not.EqualTo(turned).And.Length.EqualTo(64));
        Assert.That(twice, Is.EqualTo(alone), "what is there already changes nothing");
    }

    [Test]
    public async Task Many_resources_are_searched_by_index()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 20_000; i++)
        {
            text.Append(Records.Observation(FormattableString.Invariant($"o{i}"), i % 2 == 0 ? "K" : "MG", "2023-11-13T10:00:00Z", i, FormattableString.Invariant($"S{i % 100}"))).Append('\n');
        }

        var service = new FhirService(await FhirStore.LoadAsync([ExamData.File("r.ndjson", text.ToString())]), new EmbeddedFhirOptions());
        var total = JsonDocument.Parse(service.Answer(FhirRequest.Get("Observation?patient=S4&code=K&_count=5000")).Body).RootElement.GetProperty("entry").GetArrayLength();
        Assert.That(total, Is.EqualTo(200));
    }
}
