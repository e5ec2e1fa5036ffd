using System.Runtime.InteropServices;
using Microsoft.Extensions.AI;

namespace MedBench.Tests.Models;

public class EmbeddingsTests
{
    [Test]
    public async Task Vectors_come_in_the_order_of_the_texts()
    {
        await using var server = new LoopbackServer("""{"data":[{"index":1,"embedding":[3,4]},{"index":0,"embedding":[1,2.5]}],"model":"m-1","usage":{"prompt_tokens":5,"total_tokens":5}}""");
        using var generator = new OpenAICompatibleEmbeddings(server.Options);
        var vectors = await generator.GenerateAsync(["a", "b"], new EmbeddingGenerationOptions { Dimensions = 2 });
        Assert.Multiple(() =>
        {
            Assert.That(vectors[0].Vector.ToArray(), Is.EqualTo(new[] { 1, 2.5f }));
            Assert.That(vectors[1].Vector.ToArray(), Is.EqualTo(new[] { 3f, 4f }));
            Assert.That((vectors[0].ModelId, vectors.Usage!.InputTokenCount), Is.EqualTo(("m-1", (long?)5)));
            Assert.That(server.Requests.Single().Body, Is.EqualTo("""{"model":"m","input":["a","b"],"encoding_format":"float","dimensions":2}"""));
            Assert.That(generator.GetService<EmbeddingGeneratorMetadata>()!.DefaultModelId, Is.EqualTo("m"));
        });
    }

    [Test]
    public async Task Base64_vectors_are_read()
    {
        var base64 = Convert.ToBase64String(MemoryMarshal.AsBytes<float>(new[] { 1f, -2.5f }));
        await using var server = new LoopbackServer($$"""{"data":[{"embedding":"{{base64}}"}]}""");
        using var generator = new OpenAICompatibleEmbeddings(server.Options with { UseBase64Embeddings = true });
        Assert.That((await generator.GenerateVectorAsync("a")).ToArray(), Is.EqualTo(new[] { 1f, -2.5f }));
        Assert.That(server.Requests.Single().Body, Does.Contain("\"encoding_format\":\"base64\""));
    }

    [Test]
    public async Task Long_lists_go_out_in_batches_and_usage_adds_up()
    {
        await using var server = new LoopbackServer("""{"data":[{"embedding":[1]},{"embedding":[2]}],"usage":{"prompt_tokens":2}}""");
        using var generator = new OpenAICompatibleEmbeddings(server.Options with { EmbeddingBatchSize = 2 });
        var vectors = await generator.GenerateAsync(["a", "b", "c", "d"]);
        Assert.That((vectors.Count, server.Requests.Count, vectors.Usage!.InputTokenCount), Is.EqualTo((4, 2, (long?)4)));
    }

    [Test]
    public async Task Tokens_that_one_batch_does_not_report_are_unknown_for_all()
    {
        var replies = 0;
        await using var server = new LoopbackServer(_ => LoopbackServer.Reply.Json(Interlocked.Increment(ref replies) == 1 ? """{"data":[{"embedding":[1]}],"usage":{"prompt_tokens":2}}""" : """{"data":[{"embedding":[1]}]}"""));
        using var generator = new OpenAICompatibleEmbeddings(server.Options with { EmbeddingBatchSize = 1 });
        Assert.That((await generator.GenerateAsync(["a", "b"])).Usage?.InputTokenCount, Is.Null);
    }

    [TestCase("""{"data":[]}""")]
    [TestCase("""{"data":[{"embedding":[]}]}""")]
    [TestCase("""{"data":[{"embedding":[1]},{"embedding":[2]}]}""")]
    [TestCase("""{"data":[{"index":3,"embedding":[1]}]}""")]
    [TestCase("""{"data":[{"embedding":[1e99]}]}""")]
    [TestCase("""{"data":[{"embedding":["x"]}]}""")]
    [TestCase("""{"data":[{"embedding":"AAA="}]}""")]
    [TestCase("""{"data":[{"embedding":"?"}]}""")]
    public async Task A_reply_without_one_vector_for_each_text_is_malformed(string body)
    {
        await using var server = new LoopbackServer(body);
        using var generator = new OpenAICompatibleEmbeddings(server.Options);
        var error = (await Assert.ThrowsAsync<ModelException>(() => generator.GenerateAsync(["a"])))!;
        Assert.That(error.Kind, Is.EqualTo(ModelErrorKind.Malformed));
    }

    [Test]
    public async Task Failures_that_pass_are_outlasted()
    {
        await using var server = new LoopbackServer(request => LoopbackServer.Reply.Json("""{"data":[{"embedding":[1]}]}""", request.Index < 2 ? 500 : 200));
        using var generator = new ResilientEmbeddings(new OpenAICompatibleEmbeddings(server.Options), new ResilienceOptions { BaseDelay = TimeSpan.Zero });
        Assert.That((await generator.GenerateAsync(["a"])).Count, Is.EqualTo(1));
        Assert.That(server.Requests, Has.Count.EqualTo(3));
    }
}
