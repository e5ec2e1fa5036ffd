using System.Text;
using System.Text.Json;
using MedBench.Benchmarks.Tests.Exams;
using MedBench.Benchmarks.Tests.Retrieval;

namespace MedBench.Benchmarks.Tests.Documentation;

public sealed class BenchmarkCardDocumentTests
{
    [Test]
    public void All_73_published_cards_are_read_and_written_again_whole()
    {
        var path = Published("cards.jsonl");
        var cards = BenchmarkCardDocument.Read(path);
        Assert.That(cards, Has.Count.EqualTo(73));
        foreach (var (card, line) in cards.Zip(File.ReadLines(path)))
        {
            var published = JsonDocument.Parse(line).RootElement.GetProperty("card");
            Assert.That(JsonElement.DeepEquals(JsonDocument.Parse(Write(card)).RootElement, published), card.Name);
            Assert.That(BenchmarkCardDocument.Parse(Write(card)).ToMarkdown(), Is.EqualTo(card.ToMarkdown()));
        }

        Assert.That(cards.Select(card => card.Completeness), Is.All.InRange(0.4, 1.0));
        Assert.That(cards.Count(card => card.Abbreviation is null), Is.EqualTo(31), "Null, empty or N/A.");
        var first = cards.Single(card => card.Abbreviation == "3MDBench");
        Assert.That(first.GetTexts("targeted_risks", "atlas_risks"), Is.EqualTo(["Accuracy (Unrepresentative data)", "Fairness (Data bias)"]));
        Assert.That(first.Missing, Is.EqualTo(["data.format", "ethical_and_legal_considerations.data_licensing", "ethical_and_legal_considerations.consent_procedures", "ethical_and_legal_considerations.compliance_with_regulations"]));
        Assert.That(first.ToMarkdown(), Does.Contain("## Purpose and Intended Users\n").And.Contain("- **Audience:** ML Researchers; Medical Practitioners; AI Researchers\n").And.Contain("- **Harm:** not specified\n"));
    }

    [Test]
    public void The_sections_and_fields_are_the_templates()
    {
        var template = File.ReadAllText(Published("BenchmarkCard_Template.md"));
        var own = BenchmarkCardDocument.From(new MedQa()).ToMarkdown();
        Assert.That(Headings(own), Is.EqualTo(Headings(template)));
        Assert.That(Labels(own), Is.EqualTo(Labels(template).Select(label => label == "Risk AI Task" ? "Risk Atlas" : label)));
    }

    [Test]
    public void Every_benchmark_has_a_card_that_makes_nothing_up()
    {
        foreach (var benchmark in new IBenchmark[] { new MedQa(), new PubMedQa(), new MmluMedical(), new IgakuQa(), new MedBenchMini(), new EdTriageRevisit() }.Concat(R2MedTests.Sets))
        {
            var card = BenchmarkCardDocument.From(benchmark);
            Assert.That((card.Name, card.Abbreviation, card.GetTexts("ethical_and_legal_considerations", "data_licensing").Single()), Is.EqualTo((benchmark.Card.Title, benchmark.Card.Id, benchmark.Card.License)));
            Assert.That(card.GetTexts("methodology", "metrics"), Does.Contain(benchmark.Card.PrimaryMetric));
            Assert.That(new[] { "overview", "similar_benchmarks", "domains" }.SelectMany(field => card.GetTexts("benchmark_details", field)), Is.Empty);
            Assert.That(card.Missing, Does.Contain("purpose_and_intended_users.goal").And.Contain("targeted_risks.risk_categories"));
            Assert.That(BenchmarkCardDocument.Parse(Write(card)).ToMarkdown(), Is.EqualTo(card.ToMarkdown()));
        }
    }

    [Test]
    public void What_nobody_filled_is_said_to_be_not_specified()
    {
        var json = JsonDocument.Parse(Write(BenchmarkCardDocument.From(new EdTriageCritical().Card))).RootElement;
        Assert.That(json.GetProperty("methodology").GetProperty("validation").GetString(), Is.EqualTo("not specified"));
        Assert.That(json.GetProperty("ethical_and_legal_considerations").GetProperty("privacy_and_anonymity").GetString(), Does.Contain("data use agreement"));
    }

    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("""{"benchmark_details":{"name":"N/A"}}""")]
    [TestCase("""{"benchmark_details":7}""")]
    [TestCase("nonsense")]
    public void What_is_no_card_is_refused(string json) => Assert.That(() => BenchmarkCardDocument.Parse(Encoding.UTF8.GetBytes(json)), Throws.InstanceOf<InvalidDataException>().With.Message.StartsWith("This is no BenchmarkCard"));

    [Test]
    public void A_folder_of_cards_is_read_in_the_order_of_names_and_errors_name_the_file()
    {
        var folder = Directory.CreateTempSubdirectory("medbench-cards-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "b.json"), """{"benchmark_details":{"name":"B","harm":["x"]},"own":{"kept":1}}""");
            File.WriteAllText(Path.Combine(folder, "a.jsonl"), """{"file":"x","card":{"benchmark_details":{"name":"A"}}}""" + "\n\n");
            Assert.That(BenchmarkCardDocument.Read(folder).Select(card => card.Name), Is.EqualTo(["A", "B"]));
            Assert.That(Encoding.UTF8.GetString(Write(BenchmarkCardDocument.Read(folder)[1])), Does.Contain("\"kept\": 1"));
            File.AppendAllText(Path.Combine(folder, "a.jsonl"), "{}\n");
            Assert.That(() => BenchmarkCardDocument.Read(folder), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("a.jsonl, line 3: This is no BenchmarkCard"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Published(string name) => ExamData.Published("benchmarkcards").Find("cards", [name])!.Path!;

    private static byte[] Write(BenchmarkCardDocument card)
    {
        using var stream = new MemoryStream();
        card.Write(stream);
        return stream.ToArray();
    }

    private static IEnumerable<string> Headings(string markdown) => markdown.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line.Trim());

    private static IEnumerable<string> Labels(string markdown) => markdown.Split('\n').Where(line => line.StartsWith("- **", StringComparison.Ordinal)).Select(line => line[4..line.IndexOf(":**", StringComparison.Ordinal)]);
}
