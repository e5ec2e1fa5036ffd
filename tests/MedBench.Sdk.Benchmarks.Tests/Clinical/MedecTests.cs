using System.Text.Json;
using MedBench.Benchmarks.Tests.EndToEnd;
using MedBench.Benchmarks.Tests.Exams;
using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Clinical;

public sealed class MedecTests : PublishedBenchmarkSpecification
{
    [Test]
    public async Task A_record_becomes_a_numbered_text_and_empty_rows_are_passed_over()
    {
        var samples = await ExamData.LoadAsync(new Medec(), CreateSource());
        Assert.Multiple(() =>
        {
            Assert.That(samples.Select(sample => sample.Input.Id), Is.EqualTo(["ms-test-0", "ms-test-1", "ms-test-2", "ms-test-3"]));
            Assert.That(samples[0].Input.Stem, Is.EqualTo("0 A 24-year-old man has a painless genital ulcer with a firm base.\n1 Darkfield microscopy shows spirochetes.\n2 Patient is diagnosed with chancroid."));
            Assert.That(Verdict(samples[0]), Is.EqualTo(new NoteError { IsError = true, SentenceId = "2", Correction = "Patient is diagnosed with primary syphilis." }));
            Assert.That(Verdict(samples[1]), Is.EqualTo(NoteError.None));
            Assert.That(Verdict(samples[3]).Correction, Is.EqualTo("The pathogen is\nparainfluenza virus."));
            Assert.That(samples.Select(sample => sample.Tags["error-type"]), Is.EqualTo(["diagnosis", "none", "pharmacotherapy", "causalOrganism"]));
        });
    }

    [Test]
    public async Task A_file_of_empty_rows_is_no_test_set()
    {
        var file = ExamData.File("a.csv", "Text ID,Text,Sentences,Error Flag\n,,,\n,,,\n");
        Assert.That(await ExamData.ErrorAsync(() => ExamData.LoadAsync(new Medec(), new MemorySource(("test", file)))), Does.StartWith("medec: the file of the split 'test' holds no text of this benchmark."));
    }

    [Test]
    public async Task Examples_answer_in_the_format_that_the_prompt_asks_for()
        => Assert.That((await ExamData.LoadPoolAsync(new Medec(), CreateSource())).Select(example => example.Answer), Is.EqualTo(["CORRECT", "1 Colchicine is started for the attack."]));

    [Test]
    public async Task The_instruction_is_the_published_one_and_the_text_follows()
    {
        var sample = (await ExamData.LoadAsync(new Medec(), CreateSource()))[1];
        var subject = new ScriptedModelClient(_ => "CORRECT");
        await new Medec().DefaultStrategy.PredictAsync(sample.Input, new TestModelAccess(subject));

        // As get_medec_run_spec of stanford-crfm/helm (commit 63754d0) words it.
        Assert.That(subject.Requests.Single().Messages.Single().Text, Is.EqualTo(
            "The following is a medical narrative about a patient. You are a skilled medical doctor reviewing the clinical text. The text is either correct or contains one error. The text has a sentence per line. Each line starts with the sentence ID, followed by a space character then the sentence to check. Check every sentence of the text. If the text is correct return the following output: CORRECT. If the text has a medical error, return the sentence ID of the sentence containing the error, followed by a space, and a corrected version of the sentence.\n\n" + sample.Input.Stem));
        Assert.That(MedecPrompting.Second().Info.Id, Is.EqualTo("medec-kinds"));
    }

    [Test]
    public async Task The_published_test_set_is_read_and_counted()
    {
        var samples = await ExamData.LoadAsync(new Medec(), ExamData.Published("medec"));
        Assert.Multiple(() =>
        {
            Assert.That(samples, Has.Count.EqualTo(597));
            Assert.That(string.Join(", ", samples.GroupBy(sample => sample.Tags["error-type"]).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key} {group.Count()}")),
                Is.EqualTo("causalOrganism 11, diagnosis 116, management 97, none 286, pharmacotherapy 36, treatment 51"));
            Assert.That(samples.Select(Verdict).Where(verdict => verdict.IsError && string.IsNullOrEmpty(verdict.Correction)), Is.Empty);
        });
    }

    [Test]
    public async Task A_published_correction_is_read_back_from_every_reply_that_gives_it()
    {
        var samples = await ExamData.LoadAsync(new Medec(), ExamData.Published("medec"));
        var (right, unread) = (0, new List<string>());
        foreach (var sample in samples)
        {
            var gold = Verdict(sample);
            var read = MedecReplies.Read(sample.Input, Reply(gold)) is StatePrediction state ? NoteError.FromState(state.State) : null;
            if (read?.IsError == gold.IsError && read.SentenceId == gold.SentenceId)
            {
                right++;
            }
            else
            {
                unread.Add($"{sample.Input.Id} {gold.SentenceId} {gold.Correction} as {read}");
            }
        }

        Assert.That((right, string.Join('\n', unread)), Is.EqualTo((597, "")));
    }

    protected override IBenchmark CreateBenchmark() => new Medec();

    protected override IModelClient CreateOracle(IReadOnlyList<Sample> samples) => new OracleModelClient(samples)
    {
        Info = OracleModelClient.WithEveryPower,
        Format = static (_, answer) => Reply(NoteError.FromState(JsonDocument.Parse(answer).RootElement)),
    };

    private static string Reply(NoteError verdict) => verdict.IsError ? $"{verdict.SentenceId} {verdict.Correction}" : "CORRECT";

    private static NoteError Verdict(Sample sample) => NoteError.FromState(((StateTarget)sample.Target).Expected);
}
