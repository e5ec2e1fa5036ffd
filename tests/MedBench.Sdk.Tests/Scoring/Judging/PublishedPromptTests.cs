using MedBench.Testing;

namespace MedBench.Tests.Scoring.Judging;

public sealed class PublishedPromptTests
{
    private static readonly VerdictSchema Flag = new("flag", VerdictField.Text("why"), VerdictField.Flag("met"));

    private static readonly VerdictSchema Grades = new("grades", VerdictField.Scale("first", 0, 2), VerdictField.Scale("second", 0, 2));

    [Test]
    public void A_published_template_is_filled_in_one_pass_and_nothing_is_added()
    {
        var prompt = new JudgePrompt("Rate {answer} by {rule}: { \"a\": 1 }") { IsVerbatim = true };
        Assert.That(prompt.Fill(new Dictionary<string, string> { ["answer"] = "{rule} {x}", ["rule"] = "R" }), Is.EqualTo("Rate {rule} {x} by R: { \"a\": 1 }"));
    }

    /// <summary>The first is what the hash of this template was before prompts could be sent as published: hashlib.sha256(b't').hexdigest()[:32].</summary>
    [Test]
    public void A_hash_tells_how_a_prompt_is_sent_and_read_and_leaves_plain_ones_alone()
    {
        JudgePrompt[] prompts =
        [
            new("t"), new("t") { IsVerbatim = true }, new("t") { System = "s" },
            new("t") { Reading = VerdictReading.Flag("a-v1", _ => true) }, new("t") { Reading = VerdictReading.Flag("b-v1", _ => true) },
        ];
        Assert.That(prompts.Select(prompt => prompt.Hash), Is.Unique);
        Assert.That(prompts[0].Hash, Is.EqualTo("e3b98a4da31a127d4bde6e43033f66ba"));
    }

    [Test]
    public async Task The_judge_is_sent_the_text_alone_and_asked_again_in_the_same_words()
    {
        var replies = new Queue<string>(["no verdict", "{\"met\": true}"]);
        var judge = new ScriptedModelClient(_ => replies.Dequeue());
        var prompt = new JudgePrompt("Is {it} so?") { IsVerbatim = true, System = "Be fair." };
        var ruling = await new JudgePanel().AskAsync(JudgedData.Access(judge), prompt.Ask("x", Flag, new Dictionary<string, string> { ["it"] = "that" }));
        Assert.Multiple(() =>
        {
            Assert.That(ruling.Verdict?.GetFlag("met"), Is.True);
            Assert.That(judge.Requests.Select(request => request.Purpose), Is.EqualTo(["x", "x/again"]));
            Assert.That(judge.Requests.Select(request => string.Join('|', request.Messages.Select(message => $"{message.Role.Value} {message.Text}"))), Is.All.EqualTo("system Be fair.|user Is that so?"));
            Assert.That(judge.Requests.Select(request => request.Options?.ResponseFormat), Is.All.Null);
        });
    }

    [Test]
    public async Task A_plain_prompt_is_sent_as_ever()
    {
        var judge = new ScriptedModelClient("{\"met\": true}");
        await new JudgePanel().AskAsync(JudgedData.Access(judge), new JudgePrompt("Is {it} so?").Ask("x", Flag, new Dictionary<string, string> { ["it"] = "that" }));
        Assert.That(JudgedData.Of(judge.Requests[0]), Is.EqualTo(["that"]));
        Assert.That(judge.Requests[0].Messages.Single().Text, Does.EndWith(Flag.Instruction));
        Assert.That(judge.Requests[0].Options?.ResponseFormat, Is.Not.Null);
    }

    [TestCase("yes", true)]
    [TestCase("no", false)]
    [TestCase("<think>no</think>yes", true)]
    [TestCase("<think>yes", null)]
    [TestCase("perhaps", null)]
    public async Task A_reading_of_yes_and_no_fills_the_flag(string reply, bool? expected)
    {
        var reading = VerdictReading.Flag("yes-v1", text => text switch { "yes" => true, "no" => false, _ => null });
        Assert.That((await AskAsync(reading, Flag, reply)).Verdict?.GetFlag("met"), Is.EqualTo(expected));
    }

    [TestCase("2 1", 2, 1)]
    [TestCase("2", 2, 0)]
    [TestCase("0 1 2", 0, 1)]
    [TestCase("3 1", null, null)]
    [TestCase("1 -1", null, null)]
    [TestCase("none", null, null)]
    public async Task A_reading_of_grades_fills_the_scales_in_their_order(string reply, int? first, int? second)
    {
        var reading = VerdictReading.Grades("numbers-v1", text => text == "none" ? null : [.. text.Split(' ').Select(number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture))]);
        var verdict = (await AskAsync(reading, Grades, reply)).Verdict;
        Assert.That((verdict?.GetGrade("first"), verdict?.GetGrade("second")), Is.EqualTo((first, second)));
    }

    [Test]
    public async Task A_reply_without_end_is_no_verdict()
    {
        var ruling = await AskAsync(VerdictReading.Flag("any-v1", _ => true), Flag, new string('x', 70_000));
        Assert.That((ruling.Verdict, ruling.Error), Is.EqualTo((default(JudgeVerdict), "judge replied twice, and the second time the reply is longer than 65536 characters")));
    }

    private static Task<JudgeRuling> AskAsync(VerdictReading reading, VerdictSchema schema, string reply)
        => new JudgePanel().AskAsync(JudgedData.Access(new ScriptedModelClient(_ => reply)), new JudgePrompt("?") { IsVerbatim = true, Reading = reading }.Ask("x", schema, new Dictionary<string, string>()));
}
