using System.Net;
using System.Text;
using MedBench.Testing;

namespace MedBench.Fhir.Tests.Client;

public sealed class FhirServerClientTests : ModelClientSpecification
{
    private static readonly Uri Base = new("http://localhost:8080/fhir/");

    protected override IModelClient CreateClient() => Client((_, _) => Reply(200, "{}"));

    protected override ModelRequest CreateRequest() => FhirRequest.Get("Patient?name=Ada").ToModelRequest("test");

    protected override IModelClient CreateFailingClient() => Client((_, _) => throw new HttpRequestException("refused"));

    [TestCase("GET Patient?name=Ada", "http://localhost:8080/fhir/Patient?name=Ada")]
    [TestCase("GET /Patient?name=Ada Lovelace", "http://localhost:8080/fhir/Patient?name=Ada%20Lovelace")]
    [TestCase("GET ?_getpages=1", "http://localhost:8080/fhir?_getpages=1")]
    [TestCase("GET metadata", "http://localhost:8080/fhir/metadata")]
    [TestCase("GET Observation?patient=http://localhost:8080/fhir/Patient/1", "http://localhost:8080/fhir/Observation?patient=http://localhost:8080/fhir/Patient/1")]
    public async Task Requests_go_beneath_the_base_address(string text, string address)
    {
        Uri? asked = null;
        await Client((request, _) => Reply(200, "{}", () => asked = request.RequestUri)).CompleteAsync(ModelRequest.FromText(text));
        Assert.That(asked!.AbsoluteUri, Is.EqualTo(address));
    }

    [TestCase("GET ../admin")]
    [TestCase("GET ../fhirsecrets/x")]
    [TestCase("GET ..%2f..%2fadmin/../../..")]
    [TestCase("GET http://elsewhere/Patient")]
    [TestCase("GET ..\\admin")]
    [TestCase("GET Patient#x")]
    public async Task A_path_that_leads_out_is_refused_unsent(string text)
    {
        var client = Client((_, _) => throw new InvalidOperationException("sent"));
        Assert.That(FhirReply.Read(await client.CompleteAsync(ModelRequest.FromText(text))).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task A_creation_carries_its_resource()
    {
        string? body = null;
        var client = Client((request, _) => Reply(201, "{}", () => body = $"{request.Method} {request.Content!.Headers.ContentType!.MediaType} {request.Content.ReadAsStringAsync().Result}"));
        await client.CompleteAsync(FhirRequest.Create("Observation", """{"resourceType":"Observation"}""").ToModelRequest());
        Assert.That(body, Is.EqualTo("""POST application/fhir+json {"resourceType":"Observation"}"""));
    }

    [TestCase(404)]
    [TestCase(400)]
    [TestCase(410)]
    [TestCase(500)]
    [TestCase(302)]
    public async Task A_refusal_is_a_reply(int status)
    {
        var reply = FhirReply.Read(await Client((_, _) => Reply(status, "why")).CompleteAsync(CreateRequest()));
        Assert.That((reply.Status, reply.Body, reply.IsSuccess), Is.EqualTo((status, "why", false)));
    }

    [TestCase(401, ModelErrorKind.Authentication)]
    [TestCase(403, ModelErrorKind.Authentication)]
    [TestCase(408, ModelErrorKind.Server)]
    [TestCase(429, ModelErrorKind.RateLimited)]
    [TestCase(502, ModelErrorKind.Server)]
    [TestCase(503, ModelErrorKind.Server)]
    [TestCase(504, ModelErrorKind.Server)]
    public void A_server_without_an_answer_is_a_failure(int status, ModelErrorKind kind)
        => Assert.That(() => Client((_, _) => Reply(status, "")).CompleteAsync(CreateRequest()), Throws.InstanceOf<ModelException>().With.Property(nameof(ModelException.Kind)).EqualTo(kind).And.Property(nameof(ModelException.StatusCode)).EqualTo(status));

    [Test]
    public void A_server_that_is_away_a_slow_one_and_a_flood_are_failures_of_their_kinds()
    {
        Assert.That(() => new FhirServerClient(new Uri("http://127.0.0.1:9/fhir")).CompleteAsync(CreateRequest()), Kind(ModelErrorKind.Connection));
        Assert.That(() => Client(async (_, token) => { await Task.Delay(Timeout.Infinite, token); return null!; }, new FhirServerClientOptions { AttemptTimeout = TimeSpan.FromMilliseconds(1) }).CompleteAsync(CreateRequest()), Kind(ModelErrorKind.Timeout));
        Assert.That(() => Client((_, _) => Reply(200, new string('x', 101)), new FhirServerClientOptions { MaxReplyBytes = 100 }).CompleteAsync(CreateRequest()), Kind(ModelErrorKind.BadRequest));
        Assert.That(() => Client((_, _) => Reply(200, "")).CompleteAsync(ModelRequest.FromText("Hello!")), Kind(ModelErrorKind.BadRequest));

        static NUnit.Framework.Constraints.IResolveConstraint Kind(ModelErrorKind kind) => Throws.InstanceOf<ModelException>().With.Property(nameof(ModelException.Kind)).EqualTo(kind);
    }

    [Test]
    public async Task Replies_show_the_presented_address()
    {
        var client = Client((_, _) => Reply(200, """{"url":"http://localhost:8080/fhir?_getpages=1","other":"http://localhost:8080/fhir/Patient/1"}"""), new FhirServerClientOptions { PresentedAddress = new Uri("http://shown/base/") });
        Assert.That(FhirReply.Read(await client.CompleteAsync(CreateRequest())).Body, Is.EqualTo("""{"url":"http://shown/base?_getpages=1","other":"http://shown/base/Patient/1"}"""));
    }

    [TestCase("200 OK\n\n{\"a\":\n1}", 200, "OK", "{\"a\":\n1}")]
    [TestCase("404\n\n", 404, "", "")]
    [TestCase("204 No Content", 204, "No Content", "")]
    public void A_reply_is_read_as_it_is_written(string text, int status, string reason, string body)
    {
        var reply = FhirReply.Read(new Microsoft.Extensions.AI.ChatResponse(new Microsoft.Extensions.AI.ChatMessage(Microsoft.Extensions.AI.ChatRole.Assistant, text)));
        Assert.That((reply.Status, reply.Reason, reply.Body), Is.EqualTo((status, reason, body)));
    }

    [Test]
    public void A_chat_model_is_no_record_server()
        => Assert.That(() => FhirReply.Read(new Microsoft.Extensions.AI.ChatResponse(new Microsoft.Extensions.AI.ChatMessage(Microsoft.Extensions.AI.ChatRole.Assistant, "I am a language model."))), Throws.InstanceOf<ModelException>().With.Message.Contains("FhirServerClient"));

    [TestCase("ftp://x/fhir")]
    [TestCase("http://x/fhir?a=1")]
    [TestCase("http://me:secret@x/fhir")]
    public void Other_addresses_are_refused_without_being_repeated(string address)
        => Assert.That(() => new FhirServerClient(new Uri(address)), Throws.ArgumentException.With.Message.Not.Contain("secret"));

    [Test]
    public async Task An_embedded_server_starts_with_the_first_request_and_ends_with_its_client()
    {
        var client = new EmbeddedFhirClient(Records.Store(Records.Patient));
        Assert.That(FhirReply.Read(await client.CompleteAsync(FhirRequest.Get("Patient/S1").ToModelRequest())).Status, Is.EqualTo(200));
        await client.DisposeAsync();
        await client.DisposeAsync();
        Assert.That(() => client.CompleteAsync(FhirRequest.Get("Patient/S1").ToModelRequest()), Throws.InstanceOf<ObjectDisposedException>());
        Assert.That((client.Info.IsSystem, client.Info.IsLocal, client.Info.Endpoint), Is.EqualTo((true, true, (Uri?)null)));
    }

    private static FhirServerClient Client(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer, FhirServerClientOptions? options = null)
        => new(Base, options, new HttpClient(new Stub(answer)));

    private static Task<HttpResponseMessage> Reply(int status, string body, Action? seen = null)
    {
        seen?.Invoke();
        return Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/fhir+json") });
    }

    private sealed class Stub(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answer(request, cancellationToken);
    }
}
