using Microsoft.Extensions.AI;

namespace MedBench.Tests.Running;

/// <summary>Calls that are no chat: likelihoods, vectors and rationales are paid for once too.</summary>
public sealed class PaidOnceTests : RunFixture
{
    [Test]
    public async Task Likelihoods_are_journalled()
    {
        var model = new LikelihoodModel();
        var plan = Plan(model, 4, new LikelihoodStrategy());
        var first = await RunAsync(plan);
        File.Delete(Path.Combine(Folder("run"), "results.jsonl"));
        DropSamples();
        var again = new LikelihoodModel();
        var second = await RunAsync(plan with { Models = [again] });
        Assert.That((model.Scored, again.Scored), Is.EqualTo((4, 0)));
        Assert.That(second.Cells[0].Score, Is.EqualTo(first.Cells[0].Score));
    }

    [TestCase(5L, 1L, 4 * 4 * 5L, 4 * 4 * 1L)]
    [TestCase(5L, null, null, null)]
    [TestCase(null, null, null, null)]
    public async Task Likelihoods_take_the_tokens_that_the_endpoint_counts_or_unknown_ones(long? input, long? output, long? inputs, long? outputs)
    {
        var plan = Plan(new LikelihoodModel { Tokens = (input, output) }, 4, new LikelihoodStrategy());
        var first = await RunAsync(plan);
        var hash = Hash();
        DropSamples();
        await RunAsync(plan);
        Assert.That((first.Cells[0].Calls, first.InputTokens, first.OutputTokens, Hash()), Is.EqualTo((4L, inputs, outputs, hash)));
        Assert.That(await File.ReadAllTextAsync(Path.Combine(Folder("run"), "journal.jsonl")), Does.Contain((input, output) switch
        {
            (null, null) => "\"response\":[[-1.5,1],",
            (_, null) => "\"response\":[[-1.5,1,5,null],",
            _ => "\"response\":[[-1.5,1,5,1],",
        }));
    }

    [Test]
    public async Task A_budget_of_tokens_holds_for_likelihoods()
    {
        var model = new LikelihoodModel { Tokens = (5, 0) };
        var summary = await RunAsync(Plan(model, 4, new LikelihoodStrategy()) with { Budget = new RunBudget { MaxTokens = 40 } }, concurrency: 1);
        Assert.That((model.Scored, summary.Stopped), Is.EqualTo((2, "The budget of 40 tokens is spent. Run the plan again with a larger budget to continue.")));
    }

    [Test]
    public async Task Vectors_are_journalled()
    {
        var embeddings = new CountingEmbeddings();
        var plan = Plan(FunctionModel.MostlyRight(), 4, OpenMedLm.ChainOfThoughtNearest()) with { Embeddings = embeddings };
        await RunAsync(plan);
        var (hash, asked) = (Hash(), embeddings.Asked);
        DropSamples();
        await RunAsync(plan);
        Assert.That(asked, Is.EqualTo(13 + 3), "the pool and each question, of which one stands in the pool");
        Assert.That(embeddings.Asked, Is.EqualTo(asked));
        Assert.That(Hash(), Is.EqualTo(hash));
    }

    [Test]
    public async Task A_text_is_embedded_once_whatever_strategies_and_epochs_ask_for_it()
    {
        var embeddings = new CountingEmbeddings();
        await RunAsync(Plan(FunctionModel.MostlyRight(), 3, OpenMedLm.ChainOfThoughtNearest(), OpenMedLm.Ensemble()) with { Embeddings = embeddings, Epochs = 2 }, concurrency: 1);
        Assert.That(embeddings.Asked, Is.EqualTo(13 + 3));
    }

    [Test]
    public async Task Vectors_are_asked_for_again_where_a_call_fails()
    {
        var embeddings = new CountingEmbeddings { Failures = 2 };
        var options = new RunOptions { Folder = Folder("run"), Resilience = new ResilienceOptions { BaseDelay = TimeSpan.Zero } };
        var summary = await new EvaluationRunner().EvaluateAsync(Plan(FunctionModel.MostlyRight(), 4, OpenMedLm.ChainOfThoughtNearest()) with { Embeddings = embeddings }, options);
        Assert.That((summary.IsComplete, summary.Failed, embeddings.Asked), Is.EqualTo((true, 0, 13 + 3)));
    }

    [Test]
    public async Task A_bank_serves_the_next_run_and_is_part_of_its_fingerprint()
    {
        var bank = Path.Combine(Root, "bank.jsonl");
        var first = FunctionModel.MostlyRight();
        await RunWithBankAsync(first, "first", bank);
        var second = FunctionModel.MostlyRight();
        await RunWithBankAsync(second, "second", bank);
        Assert.That(second.Calls, Is.EqualTo(6), "no rationale is written again");
        Assert.That(first.Calls, Is.GreaterThan(6));
        await RunWithBankAsync(FunctionModel.MostlyRight(), "first", bank);
        await File.WriteAllTextAsync(bank, "");
        Assert.That(async () => await RunWithBankAsync(FunctionModel.MostlyRight(), "second", bank), Throws.InstanceOf<RunConflictException>().With.Message.Contains("exemplar-bank: "));
    }

    [Test]
    public async Task Duplicates_of_the_question_are_kept_from_its_prompt_and_the_exclusion_is_noted()
    {
        await RunAsync(Plan(FunctionModel.MostlyRight(), 6, OpenMedLm.ChainOfThoughtNearest(), OpenMedLm.FewShot()));
        var results = RunReader.ReadResults(Folder("run")).Where(result => result.Id == "s0003").ToList();
        Assert.That(results, Has.Count.EqualTo(2));
        Assert.That(results.Select(result => result.Notes["excluded-duplicates"]), Is.All.EqualTo("twin-of-s0003"));
        Assert.That(results.Select(result => result.Notes["exemplars"]), Has.None.Contains("twin"));
    }

    private Task<RunSummary> RunWithBankAsync(IModelClient model, string folder, string bank) => new EvaluationRunner().EvaluateAsync(
        Plan(model, 6, OpenMedLm.ChainOfThoughtRandom()), new RunOptions { Folder = Folder(folder), ExemplarBankPath = bank });

    private void DropSamples()
    {
        var path = Path.Combine(Folder("run"), "journal.jsonl");
        File.WriteAllLines(path, File.ReadAllLines(path).Where(line => !line.StartsWith("{\"t\":\"sample\"", StringComparison.Ordinal)));
    }

    private sealed class LikelihoodModel : IModelClient, ILogLikelihoodClient
    {
        private int scored;

        public int Scored => scored;

        public (long? Input, long? Output) Tokens { get; init; }

        public ModelInfo Info { get; } = new() { Id = "likelihood", Capabilities = ModelCapabilities.LogLikelihood };

        public Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default) => throw new AssertionException("no chat was to be sent");

        public Task<IReadOnlyList<LogLikelihood>> ScoreAsync(LogLikelihoodRequest request, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref scored);
            return Task.FromResult<IReadOnlyList<LogLikelihood>>([.. request.Continuations.Select((text, i) => new LogLikelihood(-1.5 * (i + 1), 1) { InputTokens = Tokens.Input, OutputTokens = Tokens.Output })]);
        }
    }

    private sealed class LikelihoodStrategy : IPromptStrategy
    {
        public StrategyInfo Info { get; } = new() { Id = "likelihood", Version = "1", RequiredCapabilities = ModelCapabilities.LogLikelihood };

        public async Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
        {
            var request = new LogLikelihoodRequest { Prompt = input.Stem, Continuations = [.. input.Options.Select(option => " " + option.Label)] };
            var scores = await models.Subject.GetCapability<ILogLikelihoodClient>()!.ScoreAsync(request, cancellationToken);
            return new ChoicePrediction { Labels = [input.Options[scores.Index().MaxBy(score => score.Item.Sum).Index].Label] };
        }
    }

    private sealed class CountingEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
    {
        private int asked;
        private int calls;

        public int Asked => asked;

        public int Failures { get; init; }

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            if (Interlocked.Increment(ref calls) <= Failures)
            {
                throw new ModelException(ModelErrorKind.Server, "busy");
            }

            var texts = values.ToList();
            Interlocked.Add(ref asked, texts.Count);
            return Task.FromResult<GeneratedEmbeddings<Embedding<float>>>([.. texts.Select(text => new Embedding<float>(new[] { text.Length, text[^5], text[^9], 1f }))]);
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
