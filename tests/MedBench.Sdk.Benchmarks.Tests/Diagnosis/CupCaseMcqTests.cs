using MedBench.Benchmarks.Tests.EndToEnd;
using MedBench.Benchmarks.Tests.Exams;
using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Diagnosis;

public sealed class CupCaseMcqTests : PublishedBenchmarkSpecification
{
    protected override IBenchmark CreateBenchmark() => new CupCaseMcq();

    /// <summary>The oracle finds a case by its text, after which nothing stands in this prompt: it is told the letters by the options before it.</summary>
    protected override IModelClient CreateOracle(IReadOnlyList<Sample> samples) => new ScriptedModelClient(request =>
    {
        var prompt = request.Messages[^1].Text;
        var sample = samples.Single(sample => prompt.EndsWith("Case presentation: " + sample.Input.Stem, StringComparison.Ordinal));
        var right = sample.Input.Options.Single(option => option.Label == ExamData.Gold(sample)).Text;
        return prompt.Split('\n').Single(line => line.Length > 3 && line[3..] == right)[..1];
    }) { Info = OracleModelClient.WithEveryPower };

    /// <summary>gpt_qa_eval.py of nadavlab/CUPCase @ 8e9b72d, in the order that the case's id gives.</summary>
    [Test]
    public async Task The_prompt_is_the_published_one()
    {
        var input = (await ExamData.LoadAsync(new CupCaseMcq(), CreateSource()))[0].Input;
        var subject = new ScriptedModelClient("3");
        await new CupCaseMcq().DefaultStrategy.PredictAsync(input, new TestModelAccess(subject));
        var list = string.Join('\n', input.Options.Select((option, i) => FormattableString.Invariant($"{i + 1}. {option.Text}")));
        Assert.That(subject.Requests.Single().Messages.Single().Text, Is.EqualTo("Predict the diagnosis of this case presentation of a patient. Return only the correct index from the following list, for example: 3\n" + list + "\nCase presentation: " + input.Stem));
    }

    [Test]
    public async Task The_options_are_the_diagnosis_and_the_second_to_fourth_distractor_in_an_order_of_the_case()
    {
        var samples = await ExamData.LoadAsync(new CupCaseMcq(), CreateSource());
        Assert.Multiple(() =>
        {
            Assert.That(samples[0].Input.Options.Select(option => option.Text), Is.EquivalentTo(["Myasthenia gravis", "Lambert-Eaton syndrome", "Guillain-Barre syndrome", "Botulism"]));
            Assert.That(samples.Select(ExamData.Gold).Distinct().Count(), Is.GreaterThan(1), "the right one is not always in one place");
            Assert.That(samples[0].Input.Options.Single(option => option.Label == ExamData.Gold(samples[0])).Text, Is.EqualTo("Myasthenia gravis"));
        });
    }

    [Test]
    public async Task An_option_that_is_the_diagnosis_in_other_letters_is_right_too()
    {
        var sample = (await ExamData.LoadAsync(new CupCaseMcq(), CreateSource()))[1];
        var equal = sample.Input.Options.Single(option => option.Text == "iga vasculitis ").Label;
        var score = await new ChoiceScorer().ScoreAsync(sample, new ChoicePrediction { Labels = [equal] }, new TestModelAccess());
        Assert.That((score.Value, sample.Defects.Single()), Is.EqualTo((1.0, "equal-option")));
    }

    [TestCase("3", "C", "C")]
    [TestCase(" 3. Botulism", "C", "C")]
    [TestCase("The answer is 3.", "C", null)]
    [TestCase("**3**", "C", null)]
    [TestCase("None of them.", null, null)]
    public async Task Replies_are_read_in_full_or_as_published(string reply, string? label, string? published)
    {
        var input = new SampleInput { Id = "c", Stem = "A case.", Options = [new("A", "Gout"), new("B", "Asthma"), new("C", "Botulism"), new("D", "Anemia")] };
        foreach (var (benchmark, expected) in new[] { (new CupCaseMcq(), label), (new CupCaseMcq(readsAsPublished: true), published) })
        {
            var prediction = await benchmark.DefaultStrategy.PredictAsync(input, new TestModelAccess(new ScriptedModelClient(reply)));
            Assert.That((prediction as ChoicePrediction)?.Labels.Single(), Is.EqualTo(expected), benchmark.DefaultStrategy.Info.Parameters["extractor"]);
        }
    }

    /// <summary>cupcase_qa.yaml of the authors' lm_eval: description, doc_to_text, and the diagnoses after a blank.</summary>
    [Test]
    public async Task Likelihoods_are_compared_as_in_the_authors_harness()
    {
        var sample = (await ExamData.LoadAsync(new CupCaseMcq(), CreateSource()))[2];
        var subject = new Listener();
        var prediction = await CupCaseMcq.Likelihood.PredictAsync(sample.Input, new TestModelAccess(subject));
        Assert.Multiple(() =>
        {
            Assert.That(subject.Request?.Prompt, Is.EqualTo("Predict the diagnosis of this case presentation of a patient.\nCase presentation:\n" + sample.Input.Stem + "\nDiagnosis:"));
            Assert.That(subject.Request?.Continuations, Is.EqualTo(sample.Input.Options.Select(option => " " + option.Text)));
            Assert.That(((ChoicePrediction)prediction).Labels, Is.EqualTo([ExamData.Gold(sample)]));
        });
    }

    /// <summary>Finds the longest text likeliest.</summary>
    private sealed class Listener : IModelClient, ILogLikelihoodClient
    {
        public LogLikelihoodRequest? Request { get; private set; }

        public ModelInfo Info { get; } = OracleModelClient.WithEveryPower;

        public Task<Microsoft.Extensions.AI.ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<IReadOnlyList<LogLikelihood>> ScoreAsync(LogLikelihoodRequest request, CancellationToken cancellationToken = default)
        {
            Request = request;
            return Task.FromResult<IReadOnlyList<LogLikelihood>>([.. request.Continuations.Select(text => new LogLikelihood(text.Length, 1))]);
        }
    }
}
