using System.Text;
using Microsoft.Extensions.AI;

namespace MedBench.Tests.Datasets;

/// <summary>An image exam of a user's own: several right answers, marks, images and families.</summary>
public class MultipleChoiceBenchmarkTests
{
    private static readonly byte[] Gif = Encoding.ASCII.GetBytes("GIF89a..");

    [Test]
    public async Task Answers_marks_images_and_family_reach_the_sample_and_no_further_than_they_may()
    {
        var sample = (await LoadAsync(new ChoiceTarget("A", "C") { Essential = ["C"], Prohibited = ["B"], Points = 2 })).Single();
        var target = (ChoiceTarget)sample.Target;
        Assert.That((string.Join(',', target.Labels), target.Essential[0], target.Prohibited[0], target.Points, sample.ClusterId), Is.EqualTo(("A,C", "C", "B", 2.0, "family")));
        Assert.That(((DataContent)sample.Input.Media.Single()).Data.ToArray(), Is.EqualTo(Gif));
    }

    [Test]
    public async Task A_single_answer_is_a_label()
        => Assert.That(((ChoiceTarget)(await LoadAsync("B")).Single().Target).Labels, Is.EqualTo(new[] { "B" }));

    [Test]
    public async Task Worked_examples_show_all_right_answers()
    {
        var exemplar = await new ImageExam(new ChoiceTarget("A", "C")).LoadExemplarsAsync(new OneFile()).SingleAsync();
        Assert.That((exemplar.Answer, exemplar.Input.Media.Count), Is.EqualTo(("A, C", 1)));
    }

    [Test]
    public async Task A_set_without_a_pool_has_no_worked_examples()
        => Assert.That(await new ImageExam("A").LoadExemplarsAsync(DatasetSource.None).CountAsync(), Is.Zero);

    [TestCase("D", "", "", "the answer 'D' is not among the options A, B, C. Correct the answer.")]
    [TestCase("A,D", "", "", "the answer 'D' is not among the options A, B, C. Correct the answer.")]
    [TestCase("A", "E", "", "the essential answer 'E' is not among the options A, B, C. Correct the answer.")]
    [TestCase("A", "", "F", "the prohibited answer 'F' is not among the options A, B, C. Correct the answer.")]
    [TestCase("", "", "", "the question has no right answer. Supply one, or remove the record.")]
    public void What_is_no_option_is_no_answer(string right, string essential, string prohibited, string error)
    {
        var target = new ChoiceTarget(Split(right)) { Essential = Split(essential), Prohibited = Split(prohibited) };
        Assert.That(async () => await LoadAsync(target), Throws.TypeOf<DatasetException>().With.Message.EqualTo($"image-exam: exam.jsonl, line 1: {error}"));

        static string[] Split(string labels) => labels.Split(',', StringSplitOptions.RemoveEmptyEntries);
    }

    private static async Task<List<Sample>> LoadAsync(ChoiceTarget answer) => await new ImageExam(answer).LoadAsync("test", new OneFile()).ToListAsync();

    private sealed class OneFile : IDatasetSource
    {
        public string Location => "memory";

        public DatasetFile? Find(string split, IReadOnlyList<string> patterns) => DatasetFiles.Create(split == "pool" ? "pool.jsonl" : "exam.jsonl", $$"""{"image":"{{Convert.ToBase64String(Gif)}}","pool":{{(split == "pool" ? 1 : 22)}}}""");
    }

    [NotDiscoverable]
    private sealed class ImageExam(ChoiceTarget answer) : MultipleChoiceBenchmark
    {
        public override BenchmarkCard Card { get; } = new()
        {
            Id = "image-exam",
            Version = "1",
            Title = "Image exam",
            Citation = "2026",
            License = "none",
            Splits = [new SplitInfo { Name = "test" }],
            PrimaryMetric = "accuracy",
            PromptFields = ["image"],
        };

        protected override ValueTask<Func<DatasetRow, MultipleChoiceQuestion?>> MapAsync(DatasetFile file, string split, IDatasetSource source, CancellationToken cancellationToken)
            => ValueTask.FromResult<Func<DatasetRow, MultipleChoiceQuestion?>>(row => new MultipleChoiceQuestion
            {
                Stem = "Which findings?",
                Options = [new("A", "x"), new("B", "y"), new("C", "z")],
                Answer = answer,
                Media = [row.GetImage("image")],
                ClusterId = "family",
            });
    }
}
