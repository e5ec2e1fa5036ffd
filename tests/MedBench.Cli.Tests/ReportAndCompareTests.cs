using MedBench.Cli.Tests.Harness;

namespace MedBench.Cli.Tests;

public sealed class ReportAndCompareTests : CommandFixture
{
    [Test]
    public async Task The_report_of_a_finished_run_is_written_again_and_shows_the_same_table()
    {
        var run = await CallAsync(Run("r", "zero-shot"));
        var text = await File.ReadAllTextAsync(PathOf("r", "report.md"));
        File.Delete(PathOf("r", "report.md"));
        var report = await CallAsync("report", "r");
        AssertSucceeded(report);
        Assert.Multiple(() =>
        {
            Assert.That(report.Output, Is.EqualTo(run.Output + $"report: {Path.Combine("r", "report.md")}{Environment.NewLine}report: {Path.Combine("r", "report.html")}{Environment.NewLine}"));
            Assert.That(File.ReadAllText(PathOf("r", "report.md")), Is.EqualTo(text));
        });
    }

    [Test]
    public async Task A_run_compared_with_its_equal_has_no_difference_and_the_same_requests()
    {
        AssertSucceeded(await CallAsync(Run("first", "zero-shot")));
        AssertSucceeded(await CallAsync(Run("second", "zero-shot", 2)));
        var comparison = await CallAsync("compare", "first", "second");
        AssertSucceeded(comparison);
        Assert.That(comparison.Output, Does.Contain($"difference 0.0 points").And.Contain($"{Count} samples").And.Contain("0 gained, 0 lost").And.Contain("same requests: 100.0 %"));
    }

    [Test]
    public async Task Two_strategies_are_compared_sample_by_sample()
    {
        AssertSucceeded(await CallAsync(Run("first", "zero-shot")));
        AssertSucceeded(await CallAsync(Run("second", "few-shot")));
        var comparison = await CallAsync("compare", "first", "second");
        AssertSucceeded(comparison);
        var (gained, lost) = (Flips(before: false), Flips(before: true));
        Assert.Multiple(() =>
        {
            Assert.That(comparison.Output, Does.StartWith("jsonl-mcq: zero-shot / stub  →  few-shot / stub"));
            Assert.That(comparison.Output, Does.Contain($"exact McNemar p = ").And.Contain($"{gained.Count} gained, {lost.Count} lost").And.Contain("same requests: 0.0 %"));
            Assert.That(gained.Concat(lost).Where(id => !comparison.Output.Contains(id, StringComparison.Ordinal)), Is.Empty);
        });
    }

    [Test]
    public async Task The_parts_of_a_difference_add_up_to_it()
    {
        AssertSucceeded(await CallAsync(Run("first", "zero-shot")));
        AssertSucceeded(await CallAsync(Run("second", "few-shot")));
        var lines = (await CallAsync("compare", "first", "second")).Output.Split(Environment.NewLine);
        var heading = Array.FindIndex(lines, line => line.StartsWith("  where the ", StringComparison.Ordinal));
        var parts = lines[(heading + 1)..].TakeWhile(line => line.StartsWith("    ", StringComparison.Ordinal)).ToList();
        var gap = double.Parse(lines[heading].Split(' ', StringSplitOptions.RemoveEmptyEntries)[2], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Multiple(() =>
        {
            Assert.That(heading, Is.Positive);
            Assert.That(parts.Sum(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0], System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(gap).Within(0.05 * (parts.Count + 1)));
            Assert.That(string.Concat(parts), Does.Contain($"exemplars: {Count} samples"));
        });
    }

    [Test]
    public async Task A_run_compared_with_itself_prints_no_infinity()
    {
        AssertSucceeded(await CallAsync("run", "--benchmark", "medbench-mini", "--limit", "1", "--out", "first"));
        var comparison = await CallAsync("compare", "first", "first");
        Assert.That(comparison.Output, Does.Contain("difference 0.0 points").And.Not.Contain("∞").And.Not.Contain("Infinity"));
    }

    [Test]
    public async Task Runs_without_a_common_sample_are_not_compared()
    {
        AssertSucceeded(await CallAsync(Run("first", "zero-shot")));
        AssertSucceeded(await CallAsync("run", "--benchmark", "medbench-mini", "--limit", "2", "--out", "second"));
        var comparison = await CallAsync("compare", "first", "second");
        Assert.That((comparison.Code, comparison.Errors.Trim()), Is.EqualTo((2, "'first' and 'second' have no sample of one benchmark in common. Compare runs over the same benchmark and split.")));
    }

    private List<string> Flips(bool before)
    {
        var (first, second) = (Right("first"), Right("second"));
        return [.. first.Keys.Where(id => first[id] == before && second[id] != before)];
    }

    private Dictionary<string, bool> Right(string run) => Results(run).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement)
        .ToDictionary(result => result.GetProperty("id").GetString()!, result => result.GetProperty("scores")[0].GetProperty("outcome").GetString() == "correct");
}
