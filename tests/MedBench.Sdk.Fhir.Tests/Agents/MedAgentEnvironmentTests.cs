using MedBench.Benchmarks;
using MedBench.Testing;
using Microsoft.Extensions.AI;

namespace MedBench.Fhir.Tests.Agents;

public sealed class MedAgentEnvironmentTests
{
    private static readonly Uri Base = new("http://localhost:8080/fhir/");

    [TestCase("GET http://localhost:8080/fhir/Patient?identifier=S1", "GET Patient?identifier=S1&_format=json")]
    [TestCase("  GET  http://localhost:8080/fhir//Patient?identifier=S1  ", "GET Patient?identifier=S1&_format=json")]
    [TestCase("```tool_code\nGET http://localhost:8080/fhir/Patient?identifier=S1\n```", "GET Patient?identifier=S1&_format=json")]
    [TestCase("GET http://localhost:8080/fhir?_getpages=1", "GET ?_getpages=1&_format=json")]
    [TestCase("GET http://localhost:8080/fhir/Patient/S1", "GET Patient/S1?_format=json")]
    public async Task A_reading_goes_to_the_records(string reply, string asked)
    {
        var (answer, records) = await AskAsync(reply, MedAgentBenchDefects.None, "200 OK\n\n{\"a\":1}");
        Assert.Multiple(() =>
        {
            Assert.That(records.Requests.Single().Messages.Single().Text, Is.EqualTo(asked));
            Assert.That(answer, Is.EqualTo("Here is the response from the GET request:\n{\"a\":1}. Please call FINISH if you have got answers for all the questions and finished all the requested tasks"));
        });
    }

    [Test]
    public async Task The_published_suffix_becomes_part_of_an_id()
    {
        var (answer, records) = await AskAsync("GET http://localhost:8080/fhir/Patient/S1", MedAgentBenchDefects.FormatSuffix, "404 Not Found\n\n{}");
        Assert.Multiple(() =>
        {
            Assert.That(records.Requests.Single().Messages.Single().Text, Is.EqualTo("GET Patient/S1&_format=json"));
            Assert.That(answer, Is.EqualTo("Error in sending the GET request: 404 Client Error: Not Found for url: http://localhost:8080/fhir/Patient/S1&_format=json"));
        });
    }

    [TestCase("GET http://169.254.169.254/latest/meta-data?x=1")]
    [TestCase("GET http://localhost:8080/fhirsecrets?x=1")]
    [TestCase("GET http://localhost:8081/fhir/Patient?x=1")]
    [TestCase("GET file:///etc/passwd")]
    [TestCase("GET Patient?identifier=S1")]
    public async Task Another_address_is_never_asked(string reply)
    {
        var (answer, records) = await AskAsync(reply, MedAgentBenchDefects.None);
        Assert.That((records.Requests.Count, answer![..35]), Is.EqualTo((0, "Error in sending the GET request: F")).Or.EqualTo((0, "Error in sending the GET request: I")));
    }

    [TestCase("POST http://localhost:8080/fhir/Observation\n{\"resourceType\":\"Observation\"}", "POST request accepted and executed successfully. Please call FINISH if you have got answers for all the questions and finished all the requested tasks")]
    [TestCase("POST http://localhost:8080/fhir/Observation\n{", "Invalid POST request")]
    [TestCase("POST http://localhost:8080/fhir/Observation", "Invalid POST request")]
    [TestCase("FINISH([1])", null)]
    [TestCase("", null)]
    [TestCase("Sure! GET http://localhost:8080/fhir/Patient", null)]
    public async Task Orders_are_acknowledged_and_never_sent(string reply, string? expected)
    {
        var (answer, records) = await AskAsync(reply, MedAgentBenchDefects.None);
        Assert.That((answer, records.Requests.Count), Is.EqualTo((expected, 0)));
    }

    private static async Task<(string? Answer, ScriptedModelClient Records)> AskAsync(string reply, MedAgentBenchDefects defects, params string[] said)
    {
        var records = new ScriptedModelClient(said);
        var models = new TestModelAccess();
        models.Models.Add(ModelRole.Records, records);
        var answer = await new MedAgentEnvironment(Base, defects).RespondAsync([new ChatMessage(ChatRole.User, "?"), new ChatMessage(ChatRole.Assistant, reply)], models);
        return (answer?.Text, records);
    }
}
