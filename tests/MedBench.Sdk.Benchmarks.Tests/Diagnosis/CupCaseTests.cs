using MedBench.Benchmarks.Tests.EndToEnd;
using MedBench.Benchmarks.Tests.Exams;
using MedBench.Metrics;
using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Diagnosis;

public sealed class CupCaseTests : PublishedBenchmarkSpecification
{
    protected override IBenchmark CreateBenchmark() => new CupCase();

    protected override IModelClient CreateOracle(IReadOnlyList<Sample> samples) => new OracleModelClient(samples) { Info = OracleModelClient.WithEveryPower, Format = (_, answer) => $" {answer}\n" };

    /// <summary>gpt_free_text_eval.py of nadavlab/CUPCase @ 8e9b72d.</summary>
    [Test]
    public async Task The_prompt_is_the_published_one()
    {
        var input = (await ExamData.LoadAsync(new CupCase(), CreateSource()))[0].Input;
        var subject = new ScriptedModelClient("Myasthenia gravis");
        await new CupCase().DefaultStrategy.PredictAsync(input, new TestModelAccess(subject));
        var request = subject.Requests.Single();
        Assert.That(
            request.Messages.Single().Text,
            Is.EqualTo("Predict the diagnosis of this case presentation of a patient. Return the final diagnosis in one concise sentence without any further elaboration.\nFor example: <diagnosis name here>\nCase presentation: " + input.Stem + "\nDiagnosis:"));
        Assert.That(request.Options?.Temperature, Is.EqualTo(0f));
    }

    [TestCase("test", 35, "nothing")]
    [TestCase("test-80", 28, "published")]
    [TestCase("test-60", 21, "published")]
    [TestCase("test-40", 14, "published")]
    [TestCase("test-20", 7, "published")]
    public async Task The_information_grows_by_split(string split, int words, string cut)
    {
        var sample = await new CupCase().LoadAsync(split, CreateSource()).FirstAsync();
        Assert.That((sample.Input.Stem.Split(' ').Length, sample.Tags["cut-by"]), Is.EqualTo((words, cut)));
    }

    [Test]
    public async Task A_file_without_cut_columns_is_cut_here()
    {
        var source = CreateSource();
        var whole = await ExamData.LoadAsync(new CupCase(), source);
        var file = source.Find("test", ["Case_report_w_images_dis_VF.csv"])!;
        var cut = await new CupCase().LoadAsync("test-40", new MemorySource(("test-40", file))).ToListAsync();
        Assert.Multiple(() =>
        {
            foreach (var (part, full) in cut.Zip(whole))
            {
                Assert.That(full.Input.Stem, Does.StartWith(part.Input.Stem));
                Assert.That(O200kTokens.Count(part.Input.Stem), Is.EqualTo(O200kTokens.Count(full.Input.Stem) * 40 / 100).Within(1));
                Assert.That(part.Tags, Is.EquivalentTo(new Dictionary<string, string> { ["shown"] = "40 %", ["cut-by"] = "o200k_base" }));
            }
        });
    }

    [Test]
    public void The_metric_is_called_what_its_vectors_make_it()
    {
        var contextual = new CupCase(new OneHot());
        var single = new CupCase(new SingleTokenEmbedder("hashed", new HashedTfIdfEmbeddingGenerator()));
        Assert.That((new CupCase().Card.PrimaryMetric, contextual.Card.PrimaryMetric, single.Card.PrimaryMetric), Is.EqualTo(("token F1", "BERTScore F1", "word vector F1")));
        Assert.That(contextual.Scorers.Select(scorer => scorer.Info.Id), Is.EqualTo(["bert-score", "token-f1"]));
    }

    /// <summary>By hand: two of three words found, precision 2/3, recall 1, F1 0.8.</summary>
    [Test]
    public async Task The_score_is_the_f1_of_matched_tokens()
    {
        var benchmark = new CupCase(new OneHot());
        var score = await benchmark.Scorers[0].ScoreAsync((await ExamData.LoadAsync(benchmark, CreateSource()))[0], new TextPrediction("Myasthenia gravis generalized"), new TestModelAccess());
        Assert.That((score.Value, score.Parts["precision"], score.Parts["recall"]), Is.EqualTo((0.8, 2 / 3.0, 1.0)).Using<(double?, double, double)>((one, other) => Math.Abs(one.Item1!.Value - other.Item1!.Value) < 1e-6 && Math.Abs(one.Item2 - other.Item2) < 1e-6 && Math.Abs(one.Item3 - other.Item3) < 1e-6));
    }

    /// <summary>numpy.mean and numpy.std of the chunks' means, as bootstrap_sampling_mean_std.py prints them: [0.5, 1.0, 0.0] gives 0.5 and 0.408248290463863.</summary>
    [Test]
    public void Batches_are_summed_up_as_published()
    {
        var batches = CupCaseBatches.Of([1, 0, 1, 1, 0], size: 2);
        Assert.That((batches.Mean, batches.Count), Is.EqualTo((0.5, 3)));
        Assert.That(batches.Deviation, Is.EqualTo(0.408248290463863).Within(1e-15));
    }

    /// <summary>A vector for each word, at right angles to all others.</summary>
    private sealed class OneHot : ITokenEmbedder
    {
        public string Name => "one-hot";

        public ValueTask<IReadOnlyList<TokenEmbeddings>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
        {
            string[][] tokens = [.. texts.Select(text => text.Split(' '))];
            string[] words = [.. tokens.SelectMany(text => text).Distinct(StringComparer.Ordinal)];
            return ValueTask.FromResult<IReadOnlyList<TokenEmbeddings>>([.. tokens.Select(text => new TokenEmbeddings { Tokens = text, Vectors = [.. text.Select(word => Vector(Array.IndexOf(words, word), words.Length))] })]);
        }

        private static ReadOnlyMemory<float> Vector(int place, int length)
        {
            var vector = new float[length];
            vector[place] = 1;
            return vector;
        }
    }
}
