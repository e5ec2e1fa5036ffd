using System.Globalization;
using Microsoft.Extensions.AI;

namespace MedBench.Chaos.Storage;

/// <summary>Concurrency, culture, latency and the size of the subset leave every byte alone.</summary>
public sealed class OrderTests : StorageFixture
{
    private static readonly string[] Cultures = ["", "tr-TR", "de-DE", "fa-IR", "ar-SA"];

    [Test]
    [FailureMode(26)]
    public async Task Concurrency_culture_and_latency_give_the_same_bytes()
    {
        var hashes = new HashSet<string>();
        var runs = 0;
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var concurrency in new[] { 1, 2, 8, 64 })
            {
                foreach (var culture in Cultures)
                {
                    for (var latency = 0; latency < Scale.Of(quick: 1, full: 5); latency++)
                    {
                        CultureInfo.CurrentCulture = new CultureInfo(culture);
                        var folder = At($"{runs++}");
                        await new EvaluationRunner().EvaluateAsync(CrashPlan.Create(new ShuffledModel(NewModel(), latency), samples: 6), CrashPlan.Options(folder, concurrency));
                        hashes.Add(Hash(folder));
                    }
                }
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Figure.Print(26, $"{runs} runs over concurrency 1, 2, 8, 64, five cultures and shuffled latencies: {hashes.Count} distinct SHA-256");
        Assert.That(hashes, Has.Count.EqualTo(1));
    }

    [Test]
    [FailureMode(27)]
    public async Task A_limited_run_is_the_beginning_of_the_whole_one()
    {
        await new EvaluationRunner().EvaluateAsync(CrashPlan.Create(NewModel(), samples: 100), CrashPlan.Options(At("whole")));
        await new EvaluationRunner().EvaluateAsync(CrashPlan.Create(NewModel(), samples: 100) with { Limit = 10 }, CrashPlan.Options(At("ten")));
        var whole = File.ReadAllLines(Path.Combine(At("whole"), "results.jsonl")).Chunk(100).SelectMany(strategy => strategy.Take(10));
        Assert.That(File.ReadAllLines(Path.Combine(At("ten"), "results.jsonl")), Is.EqualTo(whole));
        Figure.Print(27, "the first 10 of 100 samples, by limit and in the whole run: equal lines with the same exemplars and option orders");
    }

    /// <summary>Delays each reply by a number of turns that follows from the request and a seed.</summary>
    private sealed class ShuffledModel(IModelClient inner, int seed) : IModelClient
    {
        public ModelInfo Info => inner.Info;

        public async Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default)
        {
            var turns = SeededRandom.Create(seed, request.Messages[^1].Text, request.Purpose).NextDouble() * 40;
            for (var turn = 0; turn < turns; turn++)
            {
                await Task.Yield();
            }

            return await inner.CompleteAsync(request, cancellationToken);
        }
    }
}
