using Microsoft.Extensions.AI;

namespace MedBench.Tests.Prompting.Exemplars;

public sealed class ExemplarPoolTests
{
    private const string Long = "A 45-year-old man has had crushing chest pain for two hours and sweats heavily. What is the next step?";

    [TestCase("a 45 year old MAN has had crushing chest pain, for two hours and sweats heavily - what is the next step", true, TestName = "Equal words")]
    [TestCase("Read carefully. " + Long + " Choose one.", true, TestName = "Contains the exemplar")]
    [TestCase("a 45-year-old man has had crushing chest pain for two", true, TestName = "Is contained in the exemplar")]
    [TestCase("What is the next step?", false, TestName = "Too short to count as contained")]
    [TestCase("A 45-year-old man has had crushing chest pain for two hours and sweats heavily. What is the diagnosis?", true, TestName = "Nearly the same")]
    [TestCase("A 45-year-old woman has had dull back pain for nine days and sleeps badly. What is the next step?", false, TestName = "Same pattern, other case")]
    [TestCase("", false, TestName = "Empty")]
    public void Duplicates_are_equal_contained_or_near(string stem, bool expected)
    {
        using var generator = new HashedTfIdfEmbeddingGenerator();
        var pool = Pool(generator, "Which drug lowers potassium?", Long, "Which vitamin is lacking in scurvy?");

        Assert.That(pool.FindDuplicates(Input(stem)), Is.EqualTo(expected ? new[] { 1 } : []));
    }

    [Test]
    public void The_index_finds_what_comparing_with_every_stem_finds()
    {
        var random = SeededRandom.Create(11, "stems");
        string Draw() => string.Join(' ', Enumerable.Range(0, 3 + random.Next(14)).Select(_ => "wordnumber" + random.Next(3)));
        var stems = Enumerable.Range(0, 400).Select(_ => Draw()).ToArray();
        using var generator = new HashedTfIdfEmbeddingGenerator();
        var pool = Pool(generator, stems);

        foreach (var stem in stems.Take(150))
        {
            var expected = Enumerable.Range(0, stems.Length).Where(i => AreDuplicates(stem, stems[i]));
            Assert.That(pool.FindDuplicates(Input(stem)), Is.EqualTo(expected));
        }
    }

    [Test]
    public async Task Nearest_leaves_duplicates_out_and_keeps_the_order()
    {
        using var generator = new HashedTfIdfEmbeddingGenerator();
        var pool = Pool(generator, "Which vitamin is lacking in scurvy?", "Which vitamin is lacking in beriberi?", "Which nerve supplies the deltoid?", "Which vitamin is lacking in pellagra and dementia?");

        var nearest = await pool.FindNearestAsync(Input("which vitamin is lacking in scurvy"), 2);

        Assert.That(nearest, Is.EqualTo(new[] { 1, 3 }));
    }

    [Test]
    public async Task Stems_are_embedded_once_in_batches_for_all_who_ask()
    {
        using var generator = new CountingGenerator();
        var pool = new ExemplarPool([.. Enumerable.Range(0, 10).Select(i => Exemplar($"stem {i}"))], generator, batchSize: 4);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => pool.FindNearestAsync(Input($"question {i}"), 3)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(generator.Batches.Count(size => size > 1), Is.EqualTo(3), "ten stems in fours");
            Assert.That(generator.Batches.Sum(), Is.EqualTo(10 + 8));
            Assert.That(generator.Texts, Has.None.Contains("option"));
        }
    }

    [Test]
    public async Task A_failed_embedding_is_tried_again_by_the_next_caller()
    {
        using var generator = new CountingGenerator { FailuresLeft = 1 };
        var pool = new ExemplarPool([Exemplar("a"), Exemplar("b")], generator);

        Assert.That(async () => await pool.FindNearestAsync(Input("c"), 1), Throws.InvalidOperationException);
        Assert.That(await pool.FindNearestAsync(Input("c"), 1), Is.EqualTo(new[] { 0 }));
    }

    private static bool AreDuplicates(string a, string b)
    {
        if (a == b)
        {
            return true;
        }

        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        if (shorter.Length >= 40 && $" {longer} ".Contains($" {shorter} ", StringComparison.Ordinal))
        {
            return true;
        }

        string[] Runs(string text) => [.. text.Split(' ').Select((_, i) => text.Split(' ').Skip(i).Take(5)).Where(run => run.Count() == 5).Select(run => string.Join(' ', run)).Distinct()];
        return a.Split(' ').Length >= 12 && b.Split(' ').Length >= 12
            && Runs(a).Intersect(Runs(b)).Count() >= 0.8 * Math.Min(Runs(a).Length, Runs(b).Length);
    }

    private static ExemplarPool Pool(HashedTfIdfEmbeddingGenerator generator, params string[] stems) => new([.. stems.Select(Exemplar)], generator);

    private static Exemplar Exemplar(string stem) => new() { Input = Input(stem), Answer = "A" };

    private static SampleInput Input(string stem) => new() { Id = "x", Stem = stem, Options = [new ChoiceOption("A", "option")] };

    private sealed class CountingGenerator : IEmbeddingGenerator<string, Embedding<float>>
    {
        public List<int> Batches { get; } = [];

        public List<string> Texts { get; } = [];

        public int FailuresLeft { get; set; }

        public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            await Task.Delay(5, cancellationToken);
            lock (Batches)
            {
                if (FailuresLeft-- > 0)
                {
                    throw new InvalidOperationException("The endpoint is gone.");
                }

                Batches.Add(values.Count());
                Texts.AddRange(values);
            }

            return [.. values.Select(_ => new Embedding<float>(new float[] { 1, 2 }))];
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
