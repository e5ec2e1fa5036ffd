namespace MedBench.Tests;

public class DatasetExceptionTests
{
    [Test]
    public void The_message_says_what_where_and_what_to_do()
        => Assert.That(
            new DatasetException("the answer 'F' is not one of the options A to E", "Repair the record or leave it out", "medqa", "test.jsonl", 1207, "answer_idx").Message,
            Is.EqualTo("medqa: test.jsonl, line 1207, field 'answer_idx': the answer 'F' is not one of the options A to E. Repair the record or leave it out."));

    [Test]
    public void What_is_not_known_is_left_out()
    {
        Assert.That(new DatasetException("no file", "Name one").Message, Is.EqualTo("no file. Name one."));
        Assert.That(new DatasetException("no file", "Name one", "medqa").Message, Is.EqualTo("medqa: no file. Name one."));
        Assert.That(new DatasetException("not UTF-8", "Convert it", file: "a.csv").Message, Is.EqualTo("a.csv: not UTF-8. Convert it."));
    }

    [Test]
    [SetCulture("ar-SA")]
    public void Line_numbers_do_not_follow_the_culture()
        => Assert.That(new DatasetException("empty", "Fill it", line: 12345).Message, Is.EqualTo("line 12345: empty. Fill it."));

    [Test]
    public void A_reader_that_does_not_know_the_benchmark_has_it_named_later()
    {
        var cause = new FormatException();
        var named = new DatasetException("damaged", "Download it again", file: "a.jsonl", line: 3, field: "q", innerException: cause).For("medqa");

        Assert.That(named.Message, Is.EqualTo("medqa: a.jsonl, line 3, field 'q': damaged. Download it again."));
        Assert.That(named, Has.Property("Benchmark").EqualTo("medqa").And.InnerException.SameAs(cause)
            .And.Property("File").EqualTo("a.jsonl").And.Property("Line").EqualTo(3).And.Property("Field").EqualTo("q"));
        Assert.That(named.For("other"), Is.SameAs(named));
    }
}
