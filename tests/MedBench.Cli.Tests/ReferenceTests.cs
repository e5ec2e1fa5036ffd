using System.Text.Json;
using MedBench.Cli.Tests.Harness;

namespace MedBench.Cli.Tests;

public sealed class ReferenceTests : CommandFixture
{
    private const string Own = """{"id":"my-number","paper":"Our report","model":"our-model","benchmark":"jsonl-mcq","split":"test","items":12,"metric":"accuracy","value":0.25,"protocol":"openmedlm","shots":0,"parameters":{"reasoning":"direct"},"certainty":"FromMemory","source":"from memory"}""";

    [Test]
    public async Task The_table_has_a_row_and_its_source_for_each_number()
    {
        var finished = await CallAsync("references", "--benchmark", "medqa", "--paper", "Medprompt");
        AssertSucceeded(finished);
        var lines = finished.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Multiple(() =>
        {
            Assert.That(lines[0], Does.StartWith("benchmark").And.Contains("certainty"));
            Assert.That(lines.Where(line => line.StartsWith("medqa ", StringComparison.Ordinal)).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3]), Is.EqualTo(["0.817", "0.839", "0.873", "0.884", "0.902"]));
            Assert.That(lines, Has.One.StartsWith("  medprompt-gpt-4-medqa-ensemble: The five nearest exemplars").And.One.EqualTo("5 published numbers of 1 papers."));
        });
    }

    [TestCase("--model", "yi-34b", 4)]
    [TestCase("--paper", "2402.19371", 4)]
    [TestCase("--benchmark", "medqa-5", 2)]
    public async Task Json_lines_can_be_given_to_a_run(string option, string value, int count)
    {
        var finished = await CallAsync("references", option, value, "--json");
        AssertSucceeded(finished);
        var rows = finished.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.That(rows, Has.Count.EqualTo(count));
        Assert.That(rows.Select(row => row.GetProperty("value").GetDouble()), Has.All.InRange(0, 1));
    }

    [Test]
    public async Task Where_nothing_fits_the_output_is_empty_and_says_what_there_is()
    {
        var finished = await CallAsync("references", "--benchmark", "medqaa");
        AssertSucceeded(finished);
        Assert.That((finished.Output, finished.Errors), Is.EqualTo(("", finished.Errors)));
        Assert.That(finished.Errors, Does.StartWith("No published number fits. Benchmarks with most of them: ").And.Contain("medqa, "));
    }

    [Test]
    public async Task A_run_is_set_beside_ones_own_numbers_and_keeps_them()
    {
        Write("own.jsonl", Own);
        var finished = await CallAsync(Run("r", "zero-shot", further: ["--references", "own.jsonl"]));
        AssertSucceeded(finished);
        File.Delete(PathOf("own.jsonl"));
        var again = await CallAsync("resume", "r");
        AssertSucceeded(again);
        Assert.Multiple(() =>
        {
            Assert.That(finished.Output, Does.Contain("published by").And.Contains("my-number").And.Contains("our-model").And.Contains("25.0 %"));
            Assert.That(finished.Output, Does.Contain("  The published number was written down from memory and not checked."));
            Assert.That(Summary("r").GetProperty("references")[0].GetProperty("comparable").GetBoolean());
            Assert.That(again.Output, Does.Contain("my-number"));
        });
    }

    [Test]
    public async Task Numbers_that_do_not_compare_are_counted()
    {
        Write("own.jsonl", Own.Replace("\"shots\":0", "\"shots\":5", StringComparison.Ordinal));
        var finished = await CallAsync(Run("r", "zero-shot", further: ["--references", "own.jsonl"]));
        AssertSucceeded(finished);
        Assert.That(finished.Output, Does.Contain("1 further published number of this benchmark does not compare with this run; report.md says why.").And.Not.Contains("my-number"));
        Assert.That(await File.ReadAllTextAsync(PathOf("r", "report.md")), Does.Contain("The published number has shots '5', the run '0'."));
    }

    [Test]
    public async Task A_damaged_file_ends_before_the_first_call()
    {
        Write("own.jsonl", Own.Replace("0.25", "25", StringComparison.Ordinal));
        var finished = await CallAsync(Run("r", "zero-shot", further: ["--references", "own.jsonl"]));
        Assert.That((finished.Code, finished.Complaints.Count), Is.EqualTo((2, 1)), finished.Errors);
        Assert.That(finished.Errors, Does.Contain("own.jsonl, line 1: This is no published number: The accuracy of 'my-number' is 25, outside 0 to 1."));
        Assert.That(Server.Answered, Is.Empty);
    }
}
