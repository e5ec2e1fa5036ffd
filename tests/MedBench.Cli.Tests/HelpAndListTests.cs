using MedBench.Cli.Tests.Harness;

namespace MedBench.Cli.Tests;

public sealed class HelpAndListTests : CommandFixture
{
    [TestCase("--help", "run prompt list resume score report compare")]
    [TestCase("run --help", "--benchmark --data --accept --unpinned --offline --strategy --endpoint --model --out --max-calls --cop-base --json")]
    [TestCase("prompt --help", "--benchmark --protocol --form --shots --exemplars --item --subset --embeddings --data --accept --unpinned --offline")]
    [TestCase("data --help", "get list path")]
    [TestCase("data get --help", "id --split --accept --unpinned --offline --cache")]
    [TestCase("resume --help", "folder --json")]
    [TestCase("score --help", "--input --output")]
    [TestCase("report --help", "folder")]
    [TestCase("compare --help", "first second")]
    [TestCase("subset --help", "runs --out --benchmark --below --most --fewest-answers")]
    [TestCase("table --help", "files --prices --group --format --repeated --column")]
    public async Task Help_names_what_there_is(string arguments, string words)
    {
        var finished = await CallAsync(arguments.Split(' '));
        AssertSucceeded(finished);
        Assert.Multiple(() =>
        {
            Assert.That(finished.Errors, Is.Empty);
            foreach (var word in words.Split(' '))
            {
                Assert.That(finished.Output, Does.Contain(word));
            }
        });
    }

    [Test]
    public async Task List_names_every_benchmark_strategy_and_scorer()
    {
        var finished = await CallAsync("list");
        AssertSucceeded(finished);
        string[] expected = ["medqa", "medqa-5", "medmcqa", "pubmedqa", "mmlu-medical", "mmlu-anatomy", "jsonl-mcq", "medbench-mini", .. Ladder, "choice"];
        var first = finished.Output.Split('\n').Select(line => line.TrimStart().Split(' ')[0]).ToList();
        Assert.That(expected, Is.SubsetOf(first));
    }

    [Test]
    public async Task Benchmarks_are_listed_with_kind_language_size_tier_status_and_licence()
    {
        var finished = await CallAsync("list", "benchmarks");
        AssertSucceeded(finished);
        var lines = finished.Output.Split('\n');
        Assert.That(lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), Is.EqualTo(["kind", "languages", "samples", "tier", "status", "licence"]));
        Assert.That(lines.Single(line => line.StartsWith("  medqa ", StringComparison.Ordinal)), Does.Match("^  medqa +multiple choice +en +1,273 +open +(schema|loaded|reproduced) +MIT"));
    }

    [TestCase("")]
    [TestCase("runn")]
    [TestCase("run --benchmark jsonl-mcq --out r --no-such-option")]
    [TestCase("report")]
    public async Task Arguments_that_do_not_parse_point_to_the_help(string arguments)
    {
        var finished = await CallAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Multiple(() =>
        {
            Assert.That(finished.Code, Is.EqualTo(2));
            Assert.That(finished.Output, Is.Empty);
            Assert.That(finished.Complaints[^1], Is.EqualTo("See 'medbench --help', or 'medbench COMMAND --help'."));
        });
    }
}
