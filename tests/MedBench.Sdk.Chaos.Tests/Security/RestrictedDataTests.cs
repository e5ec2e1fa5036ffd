using Microsoft.Extensions.AI;

namespace MedBench.Chaos;

[FailureMode(45)]
public sealed class RestrictedDataTests : TemporaryFolder
{
    private static readonly ModelInfo Remote = new() { Id = "remote", Endpoint = new Uri("https://user:secret@models.example/v1?token=secret") };

    private static readonly ModelInfo Silent = new() { Id = "silent" };

    private static readonly ModelInfo Local = new() { Id = "local", Endpoint = new Uri("http://127.0.0.1:8000/v1") };

    private static readonly TextBench Bench = new("mimic") { Tier = AccessTier.Restricted, License = "PhysioNet Credentialed Health Data 1.5.0" };

    [Test]
    public async Task A_restricted_record_reaches_no_recipient_beyond_this_machine()
    {
        var refused = 0;
        foreach (var (info, isSubject) in from info in new[] { Remote, Silent } from isSubject in new[] { true, false } select (info, isSubject))
        {
            var suspect = new TextModel(info, _ => "A");
            var own = new TextModel(Local, _ => "A");
            var plan = Plan(isSubject ? suspect : own) with { Roles = isSubject ? new Dictionary<string, IModelClient>() : new Dictionary<string, IModelClient> { [ModelRole.Judge] = suspect } };
            await Assert.ThatAsync(() => RunAsync(plan), Throws.InstanceOf<PlanException>().With.Message.Contains("'mimic-benchmark' is restricted (PhysioNet Credentialed Health Data 1.5.0)")
                .And.Message.Contains($"the model '{info.Id}'").And.Message.Contains("AllowRestrictedData").And.Message.Not.Contains("secret"));
            Assert.That(suspect.Calls + own.Calls, Is.Zero);
            refused++;
        }

        await Assert.ThatAsync(() => RunAsync(Plan(new TextModel(Local, _ => "A")) with { Embeddings = new Embedder(new Uri("https://embed.example/v1")) }), Throws.InstanceOf<PlanException>().With.Message.Contains("the embedding generator Embedder at https://embed.example/v1"));
        await Assert.ThatAsync(() => RunAsync(Plan(new TextModel(Local, _ => "A")) with { Embeddings = new Embedder(null) }), Throws.InstanceOf<PlanException>().With.Message.Contains("does not say"));
        Figure.Print(45, $"{refused + 2}/{refused + 2} recipients beyond this machine, or that do not say: 0 requests, the error names benchmark, licence and remedy");
    }

    [Test]
    public async Task A_local_or_allowed_recipient_is_asked()
    {
        foreach (var (info, allowed) in new[] { (Local, false), (new ModelInfo { Id = "own", IsInProcess = true }, false), (Remote, true), (Silent, true) })
        {
            var model = new TextModel(info, _ => "A");
            await RunAsync(Plan(model) with { Embeddings = new Embedder(new Uri("file:///models/embed.onnx")) }, allowed, info.Id);
            Assert.That(model.Calls, Is.EqualTo(4), info.Id);
        }

        Assert.That(new LexicalReader().Info.IsLocal, "the embedded reader runs in this process");
        Assert.That(new Testing.ScriptedModelClient("A").Info.IsLocal && new Testing.SilentModelClient().Info.IsLocal, "so do the fakes");
    }

    private static EvaluationPlan Plan(TextModel model) => new() { Benchmarks = [new BenchmarkSelection(Bench)], Models = [model] };

    private Task<RunSummary> RunAsync(EvaluationPlan plan, bool allowed = false, string folder = "run")
        => new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = PathOf(folder), AllowRestrictedData = allowed });

    private sealed class Embedder(Uri? address) : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
            => throw new InvalidOperationException("A restricted text was embedded.");

        public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("test", address) : null;

        public void Dispose()
        {
        }
    }
}
