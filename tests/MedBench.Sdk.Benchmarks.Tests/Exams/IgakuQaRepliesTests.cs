namespace MedBench.Benchmarks.Tests.Exams;

public sealed class IgakuQaRepliesTests
{
    [Test]
    public async Task Replies_are_marked_by_part_and_block()
    {
        var result = await IgakuQaReplies.MarkAsync(2022, "ours", IgakuQaFixture.Source, IgakuQaFixture.Source);
        Assert.Multiple(() =>
        {
            Assert.That((result.Right, result.Questions, result.Points, result.PossiblePoints), Is.EqualTo((5, 8, 6.0, 11.0)));
            Assert.That((result.Verdict.RequiredGained, result.Verdict.RequiredPossible, result.Verdict.ProhibitedChoices, result.Verdict.IsPassed), Is.EqualTo((3.0, 7.0, 1, false)));
            Assert.That(result.BlockPoints, Is.EquivalentTo(new Dictionary<string, double> { ["A"] = 2, ["B"] = 3, ["C"] = 0, ["D"] = 1, ["E"] = 0, ["F"] = 0 }));
        });
    }

    [Test]
    public async Task The_tolerant_reading_takes_blanks_and_numbers_in_prose()
    {
        var result = await IgakuQaReplies.MarkAsync(2022, "ours", IgakuQaFixture.Source, IgakuQaFixture.Source, IgakuQaReading.Tolerant);
        Assert.That((result.Right, result.Points), Is.EqualTo((7, 8.0)));
    }

    [TestCase("a,b", "a,b", "a,b")]
    [TestCase("b,a", "a,b", "a,b")]
    [TestCase("a, b", null, "a,b")]
    [TestCase("A、B", null, "a,b")]
    [TestCase("ａ，ｂ。", null, "a,b")]
    [TestCase("a,a", null, null)]
    [TestCase("", null, null)]
    [TestCase("f", null, null)]
    public void Letters_are_read_by_the_letter_or_with_tolerance(string reply, string? published, string? tolerant)
    {
        var input = new SampleInput { Id = "1", Stem = "適切なのはどれか。2つ選べ。", Options = [.. "abcde".Select(letter => new ChoiceOption(letter.ToString(), $"選択{letter}"))] };
        string? Read(IgakuQaReading reading) => IgakuQaReplies.Read(input, reply, reading) is ChoicePrediction choice ? string.Join(',', choice.Labels) : null;
        Assert.That((Read(IgakuQaReading.Published), Read(IgakuQaReading.Tolerant)), Is.EqualTo((published, tolerant)));
    }

    // The ends of the twelve questions without options, with the answers of the files and replies of the published systems where they are right.
    [TestCase("解答：①②Torr", "26", "26", "解答: ①26torr", true)]
    [TestCase("解答：①②Torr", "26", "26", "26.9 torr", false)]
    [TestCase("解答：①.②", "1.2", "1.2 12", "総再生産率は1.2(小数第2位を四捨五入)です。", true)]
    [TestCase("解答：①②③mg/dL", "146", "146", "ldl cholesterol value is 146 mg/dl.", true)]
    [TestCase("解答：①.②③", "7.20", "7.20 7.2 720", "解答: 7.2", true)]
    [TestCase("解答：①②.③/人口1,000対", "100", "10.0 10 100", "= ①10.0/人口1,000対", true)]
    [TestCase("解答：①②.③/人口1,000対", "100", "10.0 10 100", "1.0/人口1,000対", false)]
    [TestCase("解答：1, ①②③ kcal", "130", "1130 130", "解答:1,130 kcal", true)]
    [TestCase("解答：1, ①②③ kcal", "130", "1130 130", "1,130kcal + 374kcal = 1,504kcalとなる", false)]
    [TestCase("解答：①②％", "27", "27", "27.3%", false)]
    [TestCase("解答：①.②g/日", "21", "2.1 21", "解答:2.1g/日", true)]
    [TestCase("解答：①.②", "04", "0.4 04", "解答:0.4", true)]
    [TestCase("解答：①.②", "04", "0.4 04", "4", false)]
    [TestCase("値を求めよ。", "100", "100", "100", true)]
    [TestCase("解答：①.②", "146", "146", "146", true)]
    public void A_number_is_compared_with_its_boxes(string end, string answer, string forms, string reply, bool isRight)
    {
        var found = IgakuQaBoxes.FindForms("値を求めよ。" + end, answer);
        var read = (TextPrediction)IgakuQaReplies.Read(new SampleInput { Id = "1", Stem = "値を求めよ。" + end }, reply, IgakuQaReading.Tolerant);
        Assert.That((string.Join(' ', found), found.Contains(read.Text)), Is.EqualTo((forms, isRight)));
    }

    [Test]
    public async Task A_reply_that_is_missing_is_named()
        => Assert.That(
            (await ExamData.ErrorAsync(() => IgakuQaReplies.MarkAsync(2022, "nobody", IgakuQaFixture.Source, IgakuQaFixture.Source))).Replace(IgakuQaFixture.Source.Location, "FOLDER", StringComparison.Ordinal),
            Is.EqualTo("igakuqa: 116-A_nobody.jsonl was not found in FOLDER. Put the authors' files there: an examination is marked as a whole."));

    // scripts/evaluate_main.py of jungokasai/IgakuQA at 2bc4c3d, run on its own data and replies, summed over the six blocks: points, right answers.
    [TestCase("gpt4", "382 385 387 398 392", "302 304 306 308 314", "pass pass pass pass pass")]
    [TestCase("chatgpt", "266 250 266 297 287", "208 205 212 225 230", "fail fail fail fail fail")]
    [TestCase("gpt3", "209 210 208 203 217", "161 166 160 157 163", "fail fail fail fail fail")]
    [TestCase("translate_chatgpt-en", "281 274 263 289 327", "221 219 207 229 258", "fail fail fail fail fail")]
    [TestCase("student-majority", "472 470 471 477 482", "374 372 373 377 384", "pass pass pass pass pass")]
    public async Task The_published_replies_score_what_the_published_script_gives(string system, string points, string right, string passed)
    {
        var results = new List<IgakuQaResult>();
        foreach (var year in IgakuQa.PassRules.Keys)
        {
            results.Add(await IgakuQaReplies.MarkAsync(year, system, ExamData.Published("igakuqa", "MEDBENCH_IGAKUQA"), ExamData.Published("igakuqa", "MEDBENCH_IGAKUQA")));
        }

        Assert.Multiple(() =>
        {
            Assert.That(string.Join(' ', results.Select(result => result.Points)), Is.EqualTo(points));
            Assert.That(string.Join(' ', results.Select(result => result.Right)), Is.EqualTo(right));
            Assert.That(string.Join(' ', results.Select(result => result.PossiblePoints)), Is.EqualTo("499 496 496 500 494"));
            Assert.That(string.Join(' ', results.Select(result => result.Verdict.IsPassed ? "pass" : "fail")), Is.EqualTo(passed));
            Assert.That(results.Select(result => result.Questions), Is.All.EqualTo(400));
        });
        TestContext.Out.WriteLine(string.Join('\n', results.Select(result => $"{result.System} {result.Year}: required {result.Verdict.RequiredGained}/{result.Verdict.RequiredPossible}, general {result.Verdict.GeneralGained}/{result.Verdict.GeneralPossible}, prohibited {result.Verdict.ProhibitedChoices}")));
    }

    // Of the twelve numbers gpt4 gives ten; to the letter nobody gives any.
    [TestCase("gpt4", "10")]
    [TestCase("student-majority", "0")]
    public async Task The_numbers_of_the_published_replies_are_found(string system, string right)
    {
        var source = ExamData.Published("igakuqa", "MEDBENCH_IGAKUQA");
        var found = 0;
        foreach (var year in IgakuQa.PassRules.Keys)
        {
            var samples = (await new IgakuQa().LoadAsync($"{year}", source).ToListAsync()).Where(sample => sample.Target is TextTarget).ToDictionary(sample => sample.Input.Id);
            foreach (var block in "ABCDEF")
            {
                await foreach (var row in DatasetReader.ReadAsync(source.Find("replies", [$"baseline_results/{year}/{year - 1906}-{block}_{system}.jsonl"])!))
                {
                    if (samples.TryGetValue(row.GetString("problem_id"), out var sample))
                    {
                        found += new PointsScorer().Mark(sample, IgakuQaReplies.Read(sample.Input, row.GetString("prediction"), IgakuQaReading.Tolerant)).Outcome == Outcome.Correct ? 1 : 0;
                    }
                }
            }
        }

        Assert.That($"{found}", Is.EqualTo(right));
    }

    [Test]
    public async Task The_published_questions_are_those_of_the_paper()
    {
        var source = ExamData.Published("igakuqa", "MEDBENCH_IGAKUQA");
        var samples = new List<Sample>();
        foreach (var year in IgakuQa.PassRules.Keys)
        {
            samples.AddRange(await new IgakuQa().LoadAsync($"{year}", source).ToListAsync());
        }

        var choices = samples.Select(sample => sample.Target).OfType<ChoiceTarget>().ToList();
        Assert.Multiple(() =>
        {
            Assert.That((samples.Count, samples.Count(sample => sample.Tags["text-only"] == "yes"), samples.Count - choices.Count), Is.EqualTo((2000, 1471, 12)));
            Assert.That((choices.Count(target => target.Prohibited.Count > 0), choices.Count(target => target.Points == 0), choices.Count(target => target.Labels.Count > 1)), Is.EqualTo((135, 11, 298)));
            Assert.That(samples.Count(sample => sample.Defects.Contains("repaired-prohibitions")), Is.EqualTo(15));
            Assert.That(samples.Where(sample => sample.Defects.Contains("repaired-number")).Select(sample => (sample.Input.Id, ((TextTarget)sample.Target).References[0])), Is.EqualTo([("114C75", "10.0"), ("114F75", "1130"), ("116B50", "2.1"), ("116F74", "0.4")]));
            Assert.That((choices.Count(target => target.Alternatives.Count > 0), choices.Count(target => target.IsGivenToAll)), Is.EqualTo((1, 1)));
            Assert.That(choices.Where(target => target.Labels.Intersect(target.Prohibited).Any()), Is.Empty);
            Assert.That(samples.Where(sample => sample.Target is ChoiceTarget target && IgakuQaReplies.CountWanted(sample.Input.Stem) != target.Labels.Count), Is.Empty);
        });
    }
}
