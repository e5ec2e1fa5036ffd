using MedBench.Cli.Tests.Harness;

namespace MedBench.Cli.Tests;

public sealed class ScoreTests : CommandFixture
{
    [Test]
    public async Task Answers_come_out_in_the_order_of_the_replies()
    {
        var finished = await ScoreAsync(
            """{"id":"z","choices":["aspirin","heparin"],"response":"The answer is B.","gold":"B"}""",
            """{"id":"a","choices":["aspirin","heparin"],"response":"The answer is A.","gold":"B"}""",
            """{"id":"m","choices":["aspirin","heparin"],"response":"Answer: (B)"}""",
            """{"id":"n","choices":["aspirin","heparin"],"response":"Answer: (B)","gold":null}""",
            """{"id":"u","choices":["aspirin","heparin"],"response":"It might be A or B.","gold":"A"}""");
        AssertSucceeded(finished);
        Assert.That(Output, Is.EqualTo(new[]
        {
            """{"id":"z","answer":"B","outcome":"correct"}""",
            """{"id":"a","answer":"A","outcome":"incorrect"}""",
            """{"id":"m","answer":"B","outcome":"answered"}""",
            """{"id":"n","answer":"B","outcome":"answered"}""",
            """{"id":"u","answer":null,"outcome":"unparsed"}""",
        }));
        Assert.That(finished.Complaints, Is.EqualTo(new[] { "5 replies: answered 2, correct 1, incorrect 1, unparsed 1" }));
    }

    [Test]
    public async Task An_id_comes_back_as_it_went_in()
    {
        AssertSucceeded(await ScoreAsync(
            """{"id":7,"choices":["x-ray","scan"],"response":"A"}""",
            """{"id":1.50,"choices":["x-ray","scan"],"response":"A"}""",
            """{"id":"7","choices":["x-ray","scan"],"response":"A"}"""));
        Assert.That(Output.Select(line => line[..line.IndexOf(',', StringComparison.Ordinal)]), Is.EqualTo(new[] { "{\"id\":7", "{\"id\":1.50", "{\"id\":\"7\"" }));
    }

    [Test]
    public async Task Letters_of_every_script_pass_through()
    {
        AssertSucceeded(await ScoreAsync(
            """{"id":"naïve-μ-患者","choices":["maladie de Behçet","œdème de Quincke"],"response":"Réponse : œdème de Quincke","gold":"B"}""",
            """{"id":"2","choices":["糖尿病","高血圧"],"response":"答えは A です。","gold":"A"}"""));
        Assert.That(Output, Is.EqualTo(new[]
        {
            """{"id":"naïve-μ-患者","answer":"B","outcome":"correct"}""",
            """{"id":"2","answer":"A","outcome":"correct"}""",
        }));
    }

    [TestCase("""{"id":"2","choices":["x","y"],"response":"B","gold":"E"}""", "replies.jsonl, line 2, field 'gold': 'E' is not one of the labels A, B. Give the letter of the right choice, or leave the field out.")]
    [TestCase("""{"id":"2","choices":["x","y"],"response":"B","gold":1}""", "replies.jsonl, line 2, field 'gold': the field is a number, where text is expected. Correct the value.")]
    [TestCase("""{"id":"2","choices":["x","y"],"response":5}""", "replies.jsonl, line 2, field 'response': the field is a number, where text is expected. Correct the value.")]
    [TestCase("""{"id":"2","choices":["x","y"]}""", "replies.jsonl, line 2, field 'response': the field is missing.")]
    [TestCase("""{"id":"2","choices":{"A":"x"},"response":"B"}""", "replies.jsonl, line 2, field 'choices': the field is an object, where a list of texts is expected. Correct the value.")]
    [TestCase("""{"id":"2","choices":[],"response":"B"}""", "replies.jsonl, line 2, field 'choices': the list is empty. Give the texts of the choices in the order of their labels.")]
    [TestCase("""{"choices":["x","y"],"response":"B"}""", "replies.jsonl, line 2, field 'id': the field is missing. Give every line an id.")]
    [TestCase("""{"id":true,"choices":["x","y"],"response":"B"}""", "replies.jsonl, line 2, field 'id': the field is true or false, where text or a number is expected. Correct the value.")]
    [TestCase("""{"id":"2","choices":["x",""", "replies.jsonl, line 2: the text is not valid JSON (noticed at byte ")]
    [TestCase("[1]", "replies.jsonl, line 2")]
    public async Task A_malformed_line_is_named_and_leaves_no_output(string line, string message)
    {
        var finished = await ScoreAsync("""{"id":"1","choices":["x","y"],"response":"B"}""", line);
        Assert.Multiple(() =>
        {
            Assert.That((finished.Code, finished.Complaints.Count), Is.EqualTo((2, 1)), finished.Errors);
            Assert.That(finished.Complaints[0], Does.StartWith(message));
            Assert.That(Directory.GetFiles(Root).Select(Path.GetFileName), Is.EquivalentTo(new[] { "questions.jsonl", "examples.jsonl", "replies.jsonl" }));
        });
    }

    [Test]
    public async Task An_older_output_is_left_as_it_was_and_said_to_be_so()
    {
        AssertSucceeded(await ScoreAsync("""{"id":"1","choices":["x","y"],"response":"B"}"""));
        var before = await File.ReadAllBytesAsync(PathOf("answers.jsonl"));
        var refused = await ScoreAsync("""{"id":"1","choices":["x","y"],"response":"A"}""", "[1]");
        Assert.That((refused.Code, refused.Complaints.Count), Is.EqualTo((2, 1)), refused.Errors);
        Assert.That(refused.Complaints[0], Does.StartWith("replies.jsonl, line 2").And.EndsWith(" answers.jsonl is left as it was."));
        Assert.That(await File.ReadAllBytesAsync(PathOf("answers.jsonl")), Is.EqualTo(before));
        Assert.That(File.Exists(PathOf("answers.jsonl.part")), Is.False);
        AssertSucceeded(await ScoreAsync("""{"id":"2","choices":["x","y"],"response":"A"}"""));
        Assert.That(Output, Is.EqualTo(new[] { """{"id":"2","answer":"A","outcome":"answered"}""" }), "what is whole replaces it");
    }

    [Test]
    public async Task A_missing_input_is_named()
    {
        var finished = await CallAsync("score", "--input", "nowhere.jsonl", "--output", "answers.jsonl");
        Assert.That((finished.Code, finished.Errors.Trim()), Is.EqualTo((2, "nowhere.jsonl: the file does not exist. Check the path.")));
    }

    private string[] Output => File.ReadAllLines(PathOf("answers.jsonl"));

    private Task<Medbench.Finished> ScoreAsync(params string[] lines)
    {
        Write("replies.jsonl", string.Join('\n', lines));
        return CallAsync("score", "--input", "replies.jsonl", "--output", "answers.jsonl");
    }
}
