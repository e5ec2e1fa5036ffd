using MedBench.Benchmarks.Tests.EndToEnd;
using MedBench.Testing;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks.Tests.Exams;

public sealed class WorldMedQaVTests : PublishedBenchmarkSpecification
{
    private static readonly string[] Letters = ["A", "B", "C", "D"];

    private const string Prompt = "Question: The electrocardiogram (image) shows saw-tooth waves at 300 a minute. Which arrhythmia is it?\nOptions:\nA. Atrial fibrillation\nB. Atrial flutter\nC. Ventricular tachycardia\nD. Complete atrioventricular block\nPlease select the correct answer from the options above. \n";

    [Test]
    public async Task The_image_stands_before_the_published_text()
    {
        var subject = new ScriptedModelClient("B") { Info = OracleModelClient.WithEveryPower };
        var sample = (await new WorldMedQaV().LoadAsync("japan-english", CreateSource()).ToListAsync())[0];
        await new WorldMedQaV().DefaultStrategy.PredictAsync(sample.Input, new TestModelAccess(subject));
        var request = subject.Requests.Single();
        Assert.That((request.Messages.Count, request.Messages[0].Contents[0], request.Messages[0].Text), Is.EqualTo((1, sample.Input.Media[0], Prompt)));
        Assert.That((((DataContent)sample.Input.Media[0]).MediaType, request.Options!.Temperature, request.Options.MaxOutputTokens), Is.EqualTo(("image/png", 0f, 1024)));
    }

    [Test]
    public async Task Local_and_english_are_the_same_questions_under_the_same_ids()
    {
        var (local, english) = (await LoadAsync("japan-local"), await LoadAsync("japan-english"));
        Assert.That(english.Select(sample => (sample.Input.Id, ExamData.Gold(sample))), Is.EqualTo(local.Select(sample => (sample.Input.Id, ExamData.Gold(sample)))));
        Assert.That((local[0].Tags["country"], local[0].Tags["language"], english[0].Tags["language"]), Is.EqualTo(("japan", "ja", "en")));
    }

    [Test]
    public async Task Two_questions_of_one_index_are_two_samples()
    {
        var samples = await LoadAsync("israel-english");
        Assert.That(samples.Select(sample => (sample.Input.Id, sample.Defects.Contains("repeated-index"))), Is.EqualTo(new[] { ("84", false), ("84-2", true) }));
        Assert.That(samples[0].Input.Stem, Does.StartWith("A 56-year-old man has \"palpitations\"; the tracing\nis in the image."));
    }

    [Test]
    public async Task Blind_is_the_same_set_without_images()
    {
        var (seen, blind) = (await LoadAsync("spain-local"), await WorldMedQaV.Blind.LoadAsync("spain-local", CreateSource()).ToListAsync());
        Assert.That(blind.Select(sample => sample.Input.Stem), Is.EqualTo(seen.Select(sample => sample.Input.Stem)));
        Assert.That((seen[0].Input.Media.Count, blind[0].Input.Media.Count, WorldMedQaV.Blind.Card.Id), Is.EqualTo((1, 0, "worldmedqa-v-blind")));
    }

    [TestCase("B.", null, "B", TestName = "Two characters need no reader")]
    [TestCase("I think it is flutter.", "B", "B", TestName = "A longer reply is read by the reader")]
    [TestCase("I think it is flutter.", "I'm sorry.", null, TestName = "A reader that says no letter has read none")]
    [TestCase("心房粗動", "申し訳", null, TestName = "Nor has one that apologizes in Japanese")]
    public async Task The_published_reading(string reply, string? reader, string? read)
    {
        var (subject, extractor) = (new ScriptedModelClient(reply) { Info = OracleModelClient.WithEveryPower }, new ScriptedModelClient(reader is null ? [] : [reader]));
        var sample = (await LoadAsync("japan-english"))[0];
        var models = new TestModelAccess(subject);
        models.Models.Add(ModelRole.Extractor, extractor);
        var prediction = await WorldMedQaVPrompting.WithReader().PredictAsync(sample.Input, models);
        Assert.That(((prediction as ChoicePrediction)?.Labels[0], prediction.Reply, subject.Requests.Single().Messages[0].Text), Is.EqualTo((read, reply, Prompt)));
        Assert.That(extractor.Requests.Select(request => request.Messages.Single().Text), Is.EqualTo(reader is null ? [] : new[] { $"You are an AI assistant who will help me to match an answer with several options of a single-choice question. Please only return the letter of choice A or B or C or D, nothing else please!{reply}" }));
    }

    [Test]
    public async Task The_published_extract_is_read_and_counted()
    {
        var benchmark = WorldMedQaV.Blind;
        var counts = new List<string>();
        foreach (var split in benchmark.Card.Splits)
        {
            counts.Add($"{split.Name} {await benchmark.LoadAsync(split.Name, ExamData.Published("worldmedqa_v")).CountAsync()}");
        }

        Assert.That(counts, Is.EqualTo(benchmark.Card.Splits.Select(split => $"{split.Name} 25")));
    }

    /// <summary>The authors' letters and accuracies: visuals/outputs_blind and outputs_w_images of WorldMedQA/V at ec9c474, all models; MEDBENCH_WORLDMEDQA names the folder visuals.</summary>
    [Test]
    public async Task The_published_letters_give_the_published_accuracies()
    {
        if (Environment.GetEnvironmentVariable("MEDBENCH_WORLDMEDQA") is not { Length: > 0 } folder)
        {
            Assert.Ignore("MEDBENCH_WORLDMEDQA names no folder with the published outputs.");
            return;
        }

        var (scorer, extractor) = (new ChoiceScorer(), new ChoiceExtractor());
        var (files, replies, same) = (0, 0, 0);
        foreach (var result in Directory.EnumerateFiles(folder, "*_result.xlsx", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var rows = XlsxFile.Read(result);
            if (!rows[0].ContainsKey("extracted"))
            {
                continue;
            }

            var right = 0.0;
            foreach (var row in rows)
            {
                ChoiceOption[] options = [.. Letters.Select(letter => new ChoiceOption(letter, row.GetValueOrDefault(letter, "")))];
                var sample = new Sample { Input = new SampleInput { Id = row["index"], Stem = row["question"], Options = options }, Target = new ChoiceTarget(row["correct_option"]) };
                var letter = Letters.Contains(row.GetValueOrDefault("extracted")) ? row["extracted"] : null;
                right += (await scorer.ScoreAsync(sample, letter is null ? new Unanswered(Outcome.Unparsed) : new ChoicePrediction { Labels = [letter] }, new TestModelAccess())).Value ?? 0;
                (replies, same) = (replies + 1, same + (extractor.Extract(row.GetValueOrDefault("prediction", ""), options).Label == letter ? 1 : 0));
            }

            var published = File.ReadLines(result.Replace("_gpt-4o-mini_result.xlsx", "_acc.csv", StringComparison.Ordinal).Replace("_openai_result.xlsx", "_acc.csv", StringComparison.Ordinal)).Skip(1).First().Split(',')[1].Trim('"');
            Assert.That(right / rows.Count, Is.EqualTo(double.Parse(published, System.Globalization.CultureInfo.InvariantCulture)), Path.GetFileName(result));
            files++;
        }

        TestContext.Out.WriteLine(FormattableString.Invariant($"{files} accuracies came out to the last digit; of {replies} replies {100.0 * same / replies:F1} % are read here as there."));
        Assert.That(files, Is.EqualTo(120));
        Assert.That(same, Is.GreaterThan(0.9 * replies));
    }

    protected override IBenchmark CreateBenchmark() => new WorldMedQaV();

    private async Task<List<Sample>> LoadAsync(string split) => await new WorldMedQaV().LoadAsync(split, CreateSource()).ToListAsync();
}
