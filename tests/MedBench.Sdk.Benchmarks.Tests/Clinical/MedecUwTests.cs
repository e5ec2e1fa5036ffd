using System.Text.Json;
using MedBench.Benchmarks.Tests.EndToEnd;
using MedBench.Benchmarks.Tests.Exams;
using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Clinical;

/// <summary>The texts are synthetic: the collection needs an agreement, and neither its file names nor its identifiers are known.</summary>
public sealed class MedecUwTests : PublishedBenchmarkSpecification
{
    private const string Both = "Text ID,Sentences,Error Flag,Error Sentence ID,Corrected Sentence\nms-test-0,0 One.,0,-1,NA\nuw-test-0,0 Two.,1,0,Three.\n,,,,\nUW-test-1,0 Four.,0,-1,NA\n";

    [Test]
    public async Task A_file_of_both_collections_gives_each_benchmark_its_own()
    {
        var source = new MemorySource(("test", ExamData.File("both.csv", Both)), ("validation", ExamData.File("both.csv", Both)));
        Assert.That((await ExamData.LoadAsync(new MedecUw(), source)).Select(sample => sample.Input.Id), Is.EqualTo(["uw-test-0", "UW-test-1"]));
        Assert.That((await ExamData.LoadAsync(new Medec(), source)).Select(sample => sample.Input.Id), Is.EqualTo(["ms-test-0"]));
        Assert.That(await new Medec().LoadAsync("validation", source).Select(sample => sample.Input.Id).ToListAsync(), Is.EqualTo(["ms-test-0"]));
    }

    [Test]
    public async Task The_open_benchmark_reads_no_text_that_needs_an_agreement()
    {
        Assert.That(await ExamData.ErrorAsync(() => ExamData.LoadAsync(new Medec(), new MemorySource(("test", ExamData.File("uw.csv", "Text ID,Sentences,Error Flag\nuw-test-0,0 Two.,0\n"))))), Does.StartWith("medec: the file of the split 'test' holds no text of this benchmark").And.Contain("medec-uw"));
        Assert.That(await ExamData.ErrorAsync(async () => await new Medec().LoadAsync("test-uw", CreateSource()).CountAsync()), Is.EqualTo("medec: there is no split 'test-uw'. Choose one of test, validation."));
        Assert.That(await ExamData.ErrorAsync(() => ExamData.LoadAsync(new MedecUw(), new MemorySource(("test", ExamData.File("ms.csv", "Text ID,Sentences,Error Flag\nms-test-0,0 One.,0\n"))))), Does.StartWith("medec-uw: the file of the split 'test' holds no text of this benchmark"));
    }

    [Test]
    public void The_card_keeps_the_texts_on_this_machine()
    {
        Assert.That((new MedecUw().Card.AccessTier, new Medec().Card.AccessTier), Is.EqualTo((AccessTier.Restricted, AccessTier.Open)));
        Assert.That(new MedecUw().Card.Downloads, Is.Empty);
        Assert.That(new MedecUw().DefaultStrategy.Info.Id, Is.EqualTo(new Medec().DefaultStrategy.Info.Id));
        Assert.That(new MedecUw().Scorers.Select(scorer => scorer.Info.Id), Is.EqualTo(new Medec().Scorers.Select(scorer => scorer.Info.Id)));
    }

    [Test]
    public async Task Worked_examples_are_those_of_the_open_training_set()
    {
        var pool = ExamData.File("MEDEC-Full-TrainingSet-with-ErrorType.csv", Both);
        Assert.That((await ExamData.LoadPoolAsync(new MedecUw(), new MemorySource(("pool", pool)))).Select(example => example.Input.Id), Is.EqualTo(["ms-test-0"]));
    }

    protected override IBenchmark CreateBenchmark() => new MedecUw();

    protected override IModelClient CreateOracle(IReadOnlyList<Sample> samples) => new OracleModelClient(samples)
    {
        Info = OracleModelClient.WithEveryPower,
        Format = static (_, answer) => NoteError.FromState(JsonDocument.Parse(answer).RootElement) is { IsError: true } error ? $"{error.SentenceId} {error.Correction}" : "CORRECT",
    };
}
