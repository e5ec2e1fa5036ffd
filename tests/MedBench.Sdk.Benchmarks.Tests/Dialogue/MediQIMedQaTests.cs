using MedBench.Benchmarks.Tests.EndToEnd;
using MedBench.Benchmarks.Tests.Exams;

namespace MedBench.Benchmarks.Tests.Dialogue;

public sealed class MediQIMedQaTests : PublishedBenchmarkSpecification
{
    [Test]
    public async Task A_split_gives_of_the_record_what_its_condition_says()
    {
        async Task<string[]> KnownAsync(string split) => [.. (await new MediQIMedQa().LoadAsync(split, CreateSource()).ToListAsync()).Select(sample => $"{sample.Input.Environment is not null} {string.Join('|', sample.Input.Context.Select(section => section.Text))}")];
        var (interactive, full, initial, none) = (await KnownAsync("interactive"), await KnownAsync("full"), await KnownAsync("initial"), await KnownAsync("none"));
        Assert.Multiple(() =>
        {
            Assert.That(interactive[0], Is.EqualTo("True A 27-year-old woman comes to the physician because of palpitations."));
            Assert.That(interactive[1], Is.EqualTo("True A 3-year-old boy has vomited blood twice."), "The field initial_info goes before the first sentence.");
            Assert.That(interactive[2], Is.EqualTo("True "));
            Assert.That(full[3], Does.StartWith("False A 60-year-old man").And.EndsWith("birefringent crystals."));
            Assert.That(full[2], Is.EqualTo("False "));
            Assert.That(initial[3], Is.EqualTo("False A 60-year-old man has severe pain and swelling of his right great toe since last night."));
            Assert.That(none, Is.All.EqualTo("False "));
        });
    }

    [Test]
    public async Task The_published_cases_are_read()
    {
        var folder = ExamData.Published("mediq", "MEDBENCH_MEDIQ");
        var (file, count) = folder.Find("whole", ["all_dev_good.jsonl", "data/all_dev_good.jsonl"]) is { } whole ? (whole, 1272) : (folder.Find("part", ["all_dev_good.first200.jsonl"])!, 200);
        var source = DatasetSource.Files([new("interactive", file.Path!)]);
        var samples = await ExamData.LoadAsync(new MediQIMedQa(), source);
        var records = samples.ConvertAll(sample => ((MediQPatient)sample.Input.Environment!).Case);
        var agreed = samples.Zip(records).Count(pair => Agrees(pair.First, pair.Second));
        TestContext.Out.WriteLine($"{count} cases, {agreed} of which the conversion takes apart as the authors did.");
        Assert.Multiple(() =>
        {
            Assert.That(samples, Has.Count.EqualTo(count));
            Assert.That(samples.Select(sample => sample.Input.Options.Count), Is.All.EqualTo(4));
            Assert.That(samples.SelectMany(sample => sample.Defects), Is.Empty);
            Assert.That(samples.Select(sample => sample.Tags.ContainsKey("specialty")), Is.All.True);
            Assert.That(count == 200 || records.Count(record => record.Sentences.Count == 0) == 3);
            Assert.That(count == 200 || ExamData.Balance(samples) == "A 330 B 316 C 352 D 274");
            Assert.That((double)agreed / count, Is.GreaterThan(0.9));
        });
    }

    protected override IBenchmark CreateBenchmark() => new MediQIMedQa();

    protected override IModelClient CreateOracle(IReadOnlyList<Sample> samples) => MediQPlayers.Doctor(samples);

    protected override IReadOnlyDictionary<string, IModelClient> CreateRoles(IReadOnlyList<Sample> samples) => new Dictionary<string, IModelClient> { [ModelRole.Patient] = MediQPlayers.Patient() };

    // The authors' sentences and question, put together and taken apart again by the conversion of any set.
    private static bool Agrees(Sample sample, MediQCase record)
    {
        var vignette = VignetteText.Read(string.Join(' ', [.. record.Sentences, sample.Input.Stem]));
        return vignette.Question == sample.Input.Stem && vignette.Sentences.SequenceEqual(record.Sentences.Select(sentence => sentence.Trim()));
    }
}
