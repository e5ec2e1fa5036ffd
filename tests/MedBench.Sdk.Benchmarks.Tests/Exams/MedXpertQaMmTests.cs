using MedBench.Benchmarks.Tests.EndToEnd;
using MedBench.Testing;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks.Tests.Exams;

public sealed class MedXpertQaMmTests : PublishedBenchmarkSpecification
{
    [Test]
    public async Task The_images_of_a_question_follow_its_text_as_they_are_on_disk()
    {
        var subject = new ScriptedModelClient("The sciatic nerve lies behind.", "C") { Info = OracleModelClient.WithEveryPower };
        var sample = (await ExamData.LoadAsync(new MedXpertQaMm(), CreateSource()))[1];
        await new MedXpertQaMm().DefaultStrategy.PredictAsync(sample.Input, new TestModelAccess(subject));
        var contents = subject.Requests[1].Messages[1].Contents;
        Assert.That(contents[0], Is.InstanceOf<TextContent>());
        Assert.That(contents.Skip(1).Cast<DataContent>().Select(image => image.MediaType), Is.EqualTo(new[] { "image/png", "image/png" }));
        Assert.That(contents.Skip(1).Cast<DataContent>().Select(image => image.Data.ToArray()), Is.EqualTo(new[] { "a", "b" }.Select(letter => File.ReadAllBytes(Path.Combine(FixtureFolder, "images", $"MM-2-{letter}.png")))));
        Assert.That(subject.Requests[1].Messages[^1].Text, Is.EqualTo("Therefore, among A through E, the answer is"));
    }

    [Test]
    public async Task A_model_without_eyes_is_not_asked()
    {
        var subject = new ScriptedModelClient("never asked");
        var sample = (await ExamData.LoadAsync(new MedXpertQaMm(), CreateSource()))[0];
        var prediction = await new MedXpertQaMm().DefaultStrategy.PredictAsync(sample.Input, new TestModelAccess(subject));
        Assert.That((((Unanswered)prediction).Outcome, subject.Requests.Count), Is.EqualTo((Outcome.Unsupported, 0)));
    }

    [Test]
    public async Task A_missing_image_is_one_error_that_names_it()
    {
        var error = await ExamData.ErrorAsync(() => new MedXpertQaMm().LoadAsync("sampled", ExamData.Published("medxpertqa")).ToListAsync().AsTask());
        Assert.That(error, Is.EqualTo("medxpertqa-mm: medxpertqa_sampled_mm_input.jsonl, line 1, field 'images': the image 'MM-179-a.jpeg' was not found beside the file. Put the set's images into the folder 'images' there or the folder 'images/images' there or the same folder."));
    }

    [Test]
    public async Task The_published_sample_is_read_and_counted()
    {
        var folder = Directory.CreateTempSubdirectory("medbench-medxpertqa-").FullName;
        try
        {
            var file = ExamData.Published("medxpertqa").Find("sampled", ["medxpertqa_sampled_mm_input.jsonl"])!;
            File.Copy(file.Path!, Path.Combine(folder, "medxpertqa_sampled_mm_input.jsonl"));
            await foreach (var row in DatasetReader.ReadAsync(file))
            {
                foreach (var image in row.GetRows("images"))
                {
                    File.Copy(Path.Combine(FixtureFolder, "images", "MM-1-a.png"), Path.Combine(folder, image.GetString("image_path")));
                }
            }

            var samples = await new MedXpertQaMm().LoadAsync("sampled", DatasetSource.Folder(folder)).ToListAsync();
            Assert.That((samples.Count, ExamData.Balance(samples), samples.Sum(sample => sample.Input.Media.Count)), Is.EqualTo((199, "A 31 B 41 C 40 D 47 E 40", 273)));
            Assert.That(samples.Count(sample => sample.Tags["question-type"] == "Reasoning"), Is.EqualTo(144));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    protected override IBenchmark CreateBenchmark() => new MedXpertQaMm();
}
