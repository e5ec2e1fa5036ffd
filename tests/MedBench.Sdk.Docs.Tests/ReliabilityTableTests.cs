using System.Text.RegularExpressions;

namespace MedBench.Docs.Tests;

/// <summary>The table of docs/reliability.md names every failure mode, and only tests that exist.</summary>
public sealed class ReliabilityTableTests
{
    [Test]
    public void Each_failure_mode_has_a_row_and_each_named_test_exists()
    {
        var rows = File.ReadLines(Path.Combine(SnippetTests.Root, "docs", "reliability.md")).Select(line => Row().Match(line)).Where(match => match.Success).ToList();
        var tests = Directory.EnumerateFiles(Path.Combine(SnippetTests.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToHashSet();
        var named = rows.SelectMany(row => Name().Matches(row.Groups["test"].Value)).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.Multiple(() =>
        {
            Assert.That(rows.Select(row => int.Parse(row.Groups["number"].Value, null)).Distinct(), Is.EqualTo(Enumerable.Range(1, 45)));
            Assert.That(named, Has.Count.GreaterThan(30).And.SubsetOf(tests));
        });
    }

    private static Regex Row() => new(@"^\| (?<number>\d+) \|[^|]*\|[^|]*\|(?<test>[^|]*)\|", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private static Regex Name() => new("`([A-Za-z]+Tests)`", RegexOptions.NonBacktracking);
}
