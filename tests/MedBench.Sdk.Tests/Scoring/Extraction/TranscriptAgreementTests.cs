using System.Text.Json;

namespace MedBench.Tests.Scoring.Extraction;

/// <summary>Compares the extractor with the letters that models named when asked again after their own free-text replies.</summary>
/// <remarks>
/// The replies come from ThoughtSource (MIT). About one label in a hundred is noise: the model changed its mind when asked again.
/// </remarks>
[TestFixture]
public sealed class TranscriptAgreementTests
{
    private static readonly ChoiceExtractor Extractor = new();

    [TestCase("med", 0.97, 0.005)]
    [TestCase("", 0.958, 0.008)]
    public void Replies_of_real_models_are_read_as_their_authors_meant_them(string datasets, double leastAgreement, double mostContradiction)
    {
        var results = Transcripts().Where(result => result.Dataset.StartsWith(datasets, StringComparison.Ordinal)).ToList();
        foreach (var group in results.GroupBy(result => result.Dataset).Concat(results.GroupBy(result => result.Model)))
        {
            TestContext.Out.WriteLine($"{group.Key,-24} {group.Count(),5} agree {Share(group, Agrees):P1} unread {Share(group, IsUnread):P1} contradict {Share(group, Contradicts):P1}");
        }

        Assert.That(Share(results, Agrees), Is.GreaterThanOrEqualTo(leastAgreement));
        Assert.That(Share(results, Contradicts), Is.LessThanOrEqualTo(mostContradiction));
    }

    private static bool Agrees(Result result) => result.Found == result.Label;

    private static bool IsUnread(Result result) => result.Found is null;

    private static bool Contradicts(Result result) => !Agrees(result) && !IsUnread(result);

    private static double Share(IEnumerable<Result> results, Func<Result, bool> condition) => results.Average(result => condition(result) ? 1.0 : 0.0);

    private static IEnumerable<Result> Transcripts()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MedBench.Sdk.sln")))
        {
            folder = folder.Parent;
        }

        var file = Path.Combine(folder?.Parent?.FullName ?? "", "shared", "data", "transcripts", "mcq_responses.jsonl");
        if (!File.Exists(file))
        {
            Assert.Ignore("The transcripts are not part of the repository: shared/data was not found beside it.");
        }

        return File.ReadLines(file).Select(Read);
    }

    private static Result Read(string line)
    {
        using var record = JsonDocument.Parse(line);
        string Field(string name) => record.RootElement.GetProperty(name).GetString()!;
        var options = record.RootElement.GetProperty("choices").EnumerateArray()
            .Select((choice, index) => new ChoiceOption(((char)('A' + index)).ToString(), choice.GetString()!))
            .ToArray();
        return new(Field("dataset"), Field("model"), Field("label"), Extractor.Extract(Field("response"), options).Label);
    }

    private sealed record Result(string Dataset, string Model, string Label, string? Found);
}
