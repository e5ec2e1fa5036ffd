using MedBench.Benchmarks.Tests.EndToEnd;
using MedBench.Benchmarks.Tests.Exams;
using MedBench.Benchmarks.Tests.OpenAnswers;
using MedBench.Testing;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks.Tests.Documents;

public sealed class LongHealthTests : PublishedBenchmarkSpecification
{
    private const string Missing = "Question cannot be answered with provided documents";

    protected override IBenchmark CreateBenchmark() => new LongHealth();

    [TestCase("task-1", "ABCDE")]
    [TestCase("task-2", "ABCDEF")]
    [TestCase("task-3", "ABCDEF")]
    public async Task Each_question_is_asked_five_times_with_the_options_of_its_task(string task, string labels)
    {
        var samples = await LoadAsync(task);
        Assert.Multiple(() =>
        {
            Assert.That(samples, Has.Count.EqualTo(4 * 5), "the canary string is no patient");
            Assert.That(samples.Select(sample => string.Concat(sample.Input.Options.Select(option => option.Label))), Is.All.EqualTo(labels));
            Assert.That(samples.Select(sample => sample.Input.Options.FirstOrDefault(option => option.Label == "F")?.Text), Is.All.EqualTo(task == "task-1" ? null : Missing));
            Assert.That(samples.Select(sample => sample.Input.Id), Is.Unique);
            Assert.That(samples.Select(sample => sample.ClusterId).Distinct(), Is.EqualTo(["patient_01", "patient_02", "patient_03"]));
            Assert.That(samples.Where((_, i) => i % 5 == 0).Select(ExamData.Gold), Is.EqualTo(task == "task-3" ? ["F", "F", "F", "F"] : new[] { "B", "C", "B", "B" }));
            Assert.That(ExamData.CountDefect(samples, "answer-spelled-otherwise"), Is.EqualTo(5), "troponin in small letters with a blank");
        });
    }

    [Test]
    public async Task The_documents_are_those_of_the_task()
    {
        var patient = (await LoadAsync("task-1")).Where(sample => sample.ClusterId == "patient_01").ToList();
        var mixed = (await LoadAsync("task-2")).First(sample => sample.Input.Id == "patient_01/0/1");
        var foreign = (await LoadAsync("task-3")).First(sample => sample.Input.Id == "patient_01/0/1");
        Assert.Multiple(() =>
        {
            Assert.That(patient.Select(sample => sample.Input.Context.Count), Is.All.EqualTo(3));
            Assert.That(patient.Select(sample => string.Join('|', sample.Input.Context.Select(section => section.Text))).Distinct().Count(), Is.GreaterThan(1), "the order changes");
            Assert.That(mixed.Input.Context.Count(section => section.Text.Contains("Beispiel", StringComparison.Ordinal)), Is.EqualTo(1), "of the patient's own only the document with the answer");
            Assert.That(mixed.Input.Context, Has.Count.EqualTo(1 + 3));
            Assert.That(foreign.Input.Context.Select(section => section.Text), Has.None.Contains("Beispiel").And.Count.EqualTo(3));
        });
    }

    /// <summary>create_prompt of the published code: documents with the answer first, the first that does not fit cut, nothing after it.</summary>
    [Test]
    public async Task A_budget_keeps_the_answer_and_cuts_the_first_document_that_does_not_fit()
    {
        var input = (await LoadAsync("task-1")).First(sample => sample.Input.Id == "patient_01/0/1").Input;
        LongHealthDocument[] documents = [.. input.Context.Select(section => new LongHealthDocument("", section.Text, O200kTokens.Count(section.Text))).OrderBy(document => document.Text.StartsWith("Dear", StringComparison.Ordinal) ? 0 : 1)];
        var longest = 0;
        for (var budget = 100; budget < 900; budget += 7)
        {
            var packed = LongHealthPrompting.Pack(documents[..1], documents[1..], input.Stem, input.Options, budget);
            var length = packed.Sum(text => text.Length);
            Assert.That(length, Is.GreaterThanOrEqualTo(longest), "a larger budget shows no less");
            Assert.That(packed, Is.All.Not.Empty, "no empty document is shown");
            Assert.That(packed.Take(packed.Count - 1).SequenceEqual(documents.Take(Math.Max(0, packed.Count - 1)).Select(document => document.Text)), "all but the last are whole");
            Assert.That(packed.Count == 0 || documents[packed.Count - 1].Text.StartsWith(packed[^1], StringComparison.Ordinal));
            Assert.That(packed.Sum(O200kTokens.Count), Is.LessThan(budget));
            longest = length;
        }

        Assert.That(longest, Is.EqualTo(documents.Sum(document => document.Text.Length)), "in the end everything is shown");
        Assert.That((await LoadAsync("task-1", new LongHealthOptions { TokenBudget = 100 })).SelectMany(sample => sample.Input.Context), Is.Empty);
    }

    [Test]
    public async Task Orders_follow_from_the_seed_alone()
    {
        var (first, again, other) = (await LoadAsync("task-2"), await LoadAsync("task-2"), await LoadAsync("task-2", new LongHealthOptions { Seed = 1 }));
        Assert.That(Show(again), Is.EqualTo(Show(first)));
        Assert.That(Show(other), Is.Not.EqualTo(Show(first)));

        static string Show(List<Sample> samples) => string.Join('\n', samples.SelectMany(sample => sample.Input.Context.Select(section => section.Text)));
    }

    /// <summary>SYSTEM_PROMPT and PROMPT_TEMPLATE as TIO-IKIM/CLUE (eval/eval_LongHealth.py) carries them, filled by Python's str.format.</summary>
    [Test]
    public async Task The_prompt_is_the_published_one()
    {
        var sample = (await LoadAsync("task-2", new LongHealthOptions { Orders = 1 }))[0];
        var input = sample.Input with { Context = [new ContextSection(null, "First letter."), new ContextSection(null, "Second letter.\nWith {braces}.")] };
        var subject = new ScriptedModelClient("The correct answer is B: Amoxicillin with clavulanic acid.");
        var prediction = await new LongHealth().DefaultStrategy.PredictAsync(input, new TestModelAccess(subject));
        var messages = subject.Requests.Single().Messages;
        Assert.Multiple(() =>
        {
            Assert.That(messages.Select(message => message.Role), Is.EqualTo([ChatRole.System, ChatRole.User]));
            Assert.That(Hash.Of(messages[0].Text), Is.EqualTo("57ece39392d156fb5ae319c3ceeaf488a1b2d41d2ea24d8edad02e7ed71cf902"));
            Assert.That(Hash.Of(messages[1].Text), Is.EqualTo("20ae04dc0d761eb96a67a4294524b3ffe67c47aa26e8026658fca8bf0b5a26d7"));
            Assert.That(((ChoicePrediction)prediction).Labels, Is.EqualTo(["B"]));
        });
    }

    [TestCase("The correct answer is F: Question cannot be answered with provided documents.", "F")]
    [TestCase("The correct answer is C: Ciprofloxacin.", "C")]
    [TestCase("The documents do not say.", null)]
    public async Task The_letter_is_read_off_the_sentence(string reply, string? label)
    {
        var sample = (await LoadAsync("task-2", new LongHealthOptions { Orders = 1 }))[0];
        var prediction = await new LongHealth().DefaultStrategy.PredictAsync(sample.Input, new TestModelAccess(new ScriptedModelClient(reply)));
        Assert.That((prediction as ChoicePrediction)?.Labels.Single(), Is.EqualTo(label));
    }

    [Test]
    public async Task An_answer_outside_the_options_is_reported()
    {
        const string File = """{"p":{"texts":{"text_0":"x"},"questions":[{"question":"q","answer_a":"a","answer_b":"b","answer_c":"c","answer_d":"d","answer_e":"e","correct":"z"}]}}""";
        var error = await ExamData.ErrorAsync(async () => await ExamData.LoadAsync(new LongHealth(), new MemorySource(("task-1", ExamData.File("b.json", File)))));
        Assert.That(error, Does.Contain("b.json").And.Contain("the right answer of question 1 is none of its options"));
    }

    private async Task<List<Sample>> LoadAsync(string task, LongHealthOptions? options = null) => await new LongHealth(options ?? new LongHealthOptions()).LoadAsync(task, CreateSource()).ToListAsync();
}
