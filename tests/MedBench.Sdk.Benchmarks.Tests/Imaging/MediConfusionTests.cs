using MedBench.Benchmarks.Tests.EndToEnd;
using MedBench.Benchmarks.Tests.Exams;
using MedBench.Testing;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks.Tests.Imaging;

public sealed class MediConfusionTests : PublishedBenchmarkSpecification
{
    private const string Letter = "Based on the image, choose the correct option for the following question.\nQuestion: On which side is the pneumothorax?\nA: On the right\nB: On the left\nAnswer with the option's letter from the given choices directly.";

    [Test]
    public async Task A_pair_is_two_samples_of_one_cluster_with_opposite_answers()
    {
        var samples = await ExamData.LoadAsync(new MediConfusion(), CreateSource());
        Assert.Multiple(() =>
        {
            Assert.That(samples.Select(sample => (sample.Input.Id, sample.ClusterId, ExamData.Gold(sample))), Is.EqualTo(new[] { ("10001-1", "10001", "A"), ("10001-2", "10001", "B"), ("10002-1", "10002", "B"), ("10002-2", "10002", "A"), ("10003-1", "10003", "B"), ("10003-2", "10003", "A") }));
            Assert.That(samples[2].Tags.Keys, Is.EquivalentTo(new[] { "category-cerebral", "category-vascular" }));
            Assert.That(samples.Select(sample => ((DataContent)sample.Input.Media.Single()).MediaType), Is.All.EqualTo("image/png"), "Told by the bytes, not by the name.");
            Assert.That(((DataContent)samples[4].Input.Media[0]).Data.ToArray(), Is.EqualTo(File.ReadAllBytes(Path.Combine(FixtureFolder, "roco-dataset/data/train/radiology/images/ROCO_90004.jpg"))));
        });
    }

    [Test]
    public async Task The_csv_file_holds_the_same_pairs()
    {
        var csv = DatasetSource.Files([new("test", Path.Combine(FixtureFolder, "dataset.csv"))]);
        var (one, other) = (await ExamData.LoadAsync(new MediConfusion(), CreateSource()), await ExamData.LoadAsync(new MediConfusion(), csv));
        Assert.That(other.Select(Show), Is.EqualTo(one.Select(Show)));

        static string Show(Sample sample) => $"{sample.Input.Id} {sample.Input.Stem} {string.Join('|', sample.Input.Options)} {ExamData.Gold(sample)} {string.Join('|', sample.Tags)}";
    }

    [Test]
    public async Task A_letter_is_asked_for_in_the_published_words()
    {
        var subject = new ScriptedModelClient("A") { Info = OracleModelClient.WithEveryPower };
        var input = (await ExamData.LoadAsync(new MediConfusion(), CreateSource()))[0].Input;
        await new MediConfusion().DefaultStrategy.PredictAsync(input, new TestModelAccess(subject));
        var messages = subject.Requests.Single().Messages;
        Assert.That(messages.Select(message => message.Text), Is.EqualTo(new[] { "You are a helpful assitant expert in medical domain.", Letter + " Your answer should be just one letter.\nAnswer: " }));
        Assert.That((messages[1].Contents[^1], subject.Requests[0].Options!.Temperature), Is.EqualTo((input.Media[0], 0f)));
    }

    // Published: values of clean_up_manual and check_answer (tr = 3) of utils/answering.py at 40a8b41, run with Python 3.11 on the same replies.
    [TestCase("A", "A", "A")]
    [TestCase("B\")", "B", "B")]
    [TestCase("Answer: B.", "B", "B")]
    [TestCase("A large pneumothorax is seen, so the answer is B.", "B", null)]
    [TestCase("A pneumothorax cannot be seen.", null, "A")]
    [TestCase("(B) On the left", "B", null)]
    public async Task An_article_is_an_answer_only_to_the_published_reader(string reply, string? read, string? published)
    {
        var input = (await ExamData.LoadAsync(new MediConfusion(), CreateSource()))[0].Input;
        Assert.That((await ReadAsync(), await ReadAsync(MediConfusionPrompting.LetterWord)), Is.EqualTo((read, published)));

        async Task<string?> ReadAsync(params string[] compat)
            => (await MediConfusionPrompting.MultipleChoice(compat).PredictAsync(input, new TestModelAccess(new ScriptedModelClient(reply) { Info = OracleModelClient.WithEveryPower })) as ChoicePrediction)?.Labels[0];
    }

    [Test]
    public async Task Likelihoods_of_letters_and_of_texts_are_compared_after_the_image()
    {
        var samples = await ExamData.LoadAsync(new MediConfusion(), CreateSource());
        var model = new Likelihoods(new(-2, 4), new(-1.5, 2));
        var greedy = (ChoicePrediction)await MediConfusionPrompting.Greedy().PredictAsync(samples[0].Input, new TestModelAccess(model));
        Assert.That((model.Request!.Messages.Single().Text, string.Join('|', model.Request.Continuations), greedy.Labels[0]), Is.EqualTo((Letter + "\nAnswer: ", "A|B", "B")));
        Assert.That(model.Request.Messages.Single().Contents[^1], Is.SameAs(samples[0].Input.Media[0]));

        // By token the first is the likelier: -2 / 4 against -1.5 / 2.
        var prefix = (ChoicePrediction)await MediConfusionPrompting.Prefix().PredictAsync(samples[0].Input, new TestModelAccess(model));
        Assert.That((model.Request!.Messages.Single().Text, string.Join('|', model.Request.Continuations), prefix.Labels[0]), Is.EqualTo(("Question: On which side is the pneumothorax? Answer:", " On the right| On the left", "A")));
    }

    [TestCase("A: 9\nB: 2\nYour explanation: close to A.", "A")]
    [TestCase("A: 4\nB: 7\nYour explanation: a lead of three is enough.", "B")]
    [TestCase("A: 5\nB: 7\nYour explanation: two are not.", null)]
    [TestCase("**A**: 10\n**B**: 1", "A")]
    [TestCase("I cannot say.", null)]
    public async Task An_open_answer_is_placed_by_the_judge(string verdict, string? placed)
    {
        var (subject, judge) = (new ScriptedModelClient("The lung edge is on the right.") { Info = OracleModelClient.WithEveryPower }, new ScriptedModelClient(verdict));
        var models = new TestModelAccess(subject);
        models.Models.Add(ModelRole.Judge, judge);
        var input = (await ExamData.LoadAsync(new MediConfusion(), CreateSource()))[0].Input;
        var prediction = await MediConfusionPrompting.FreeForm().PredictAsync(input, models);
        Assert.That(((prediction as ChoicePrediction)?.Labels[0], prediction.Reply, prediction.Notes["reader"]), Is.EqualTo((placed, "The lung edge is on the right.", verdict)));
        Assert.That(subject.Requests.Single().Messages[1].Text, Is.EqualTo("Based on the image, answer following question.\nOn which side is the pneumothorax?"));
        Assert.That(judge.Requests.Single().Messages[1].Text, Does.StartWith("[Question]\nOn which side is the pneumothorax?\n\n[Answer A]\nOn the right\n\n[Answer B]\nOn the left\n\n[AI Assistant]\nThe lung edge is on the right.\n\n[End of AI Assistant]\n\n[System]\nWe would like to request").And.EndWith("Your explanation: <EXPLANATION>\n\n"));
        Assert.That(judge.Requests.Single().Options!.Temperature, Is.EqualTo(0.7f));
    }

    [Test]
    public async Task The_published_pairs_are_read_and_counted()
    {
        var folder = Directory.CreateTempSubdirectory("medbench-mediconfusion-").FullName;
        try
        {
            var file = ExamData.Published("mediconfusion").Find("test", ["mediconfusion*.json"])!;
            File.Copy(file.Path!, Path.Combine(folder, "mediconfusion_no_captions.json"));
            var images = new HashSet<string>();
            await foreach (var row in DatasetReader.ReadAsync(file))
            {
                images.Add(row.GetString("im_1_local"));
                images.Add(row.GetString("im_2_local"));
            }

            foreach (var image in images)
            {
                File.Copy(Path.Combine(FixtureFolder, "images", "20001.jpg"), Path.Combine(folder, $"{image}.jpg"));
            }

            var samples = await ExamData.LoadAsync(new MediConfusion(), DatasetSource.Folder(folder));
            Assert.That((samples.Count, samples.Select(sample => sample.ClusterId).Distinct().Count(), images.Count, ExamData.Balance(samples)), Is.EqualTo((352, 176, 228, "A 176 B 176")));

            // data/stats/statistics.json of the repository.
            Assert.That(
                string.Join(", ", samples.SelectMany(sample => sample.Tags.Keys).CountBy(tag => tag["category-".Length..]).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}")),
                Is.EqualTo("cardiac 52, cerebral 79, gastrointestinal 43, head-and-neck 67, musculoskeletal 42, nuclear-medicine 14, pulmonary 20, spinal 51, vascular 73"));
            var always = MediConfusionResult.Of(samples.Select(sample => (sample, (Prediction)new ChoicePrediction { Labels = ["A"] })));
            Assert.That((always.Total.SetAccuracy, always.Total.IndividualAccuracy, always.Total.Confusion), Is.EqualTo((0.0, 0.5, (double?)1)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    protected override IBenchmark CreateBenchmark() => new MediConfusion();

    private sealed class Likelihoods(params LogLikelihood[] scores) : IModelClient, ILogLikelihoodClient
    {
        public ModelInfo Info { get; } = OracleModelClient.WithEveryPower;

        public LogLikelihoodRequest? Request { get; private set; }

        public Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<IReadOnlyList<LogLikelihood>> ScoreAsync(LogLikelihoodRequest request, CancellationToken cancellationToken = default)
        {
            Request = request;
            return Task.FromResult<IReadOnlyList<LogLikelihood>>(scores);
        }
    }
}
