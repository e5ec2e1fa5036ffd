using System.Text.Json;
using MedBench.Running;

namespace MedBench.Tests.Reporting;

public sealed class CardExportTests : ExportFixture
{
    /// <summary>The fields that all cards of the collection SokolAnn/BenchmarkCards at commit 2ee1a80 have, and their kinds.</summary>
    private static readonly Dictionary<string, string[]> Structure = new()
    {
        ["benchmark_details"] = ["is_benchmark:True", "name:String", "abbreviation:String", "overview:String", "data_type:String", "domains:Array", "languages:Array", "similar_benchmarks:Array", "resources:Array"],
        ["purpose_and_intended_users"] = ["goal:String", "audience:Array", "tasks:Array", "limitations:String", "out_of_scope_uses:Array"],
        ["data"] = ["source:String", "size:String", "format:String", "annotation:String"],
        ["methodology"] = ["methods:Array", "metrics:Array", "calculation:String", "interpretation:String", "baseline_results:String", "validation:String"],
        ["targeted_risks"] = ["risk_categories:Array", "atlas_risks:Object", "demographic_analysis:String", "harm:String"],
        ["ethical_and_legal_considerations"] = ["privacy_and_anonymity:String", "data_licensing:String", "consent_procedures:String", "compliance_with_regulations:String"],
    };

    [Test]
    public async Task A_card_has_the_collections_structure_and_the_benchmarks_facts()
    {
        await RunTextAsync("plain");
        var path = RunExport.WriteCards(Folder("run")).Single();
        var card = JsonDocument.Parse(await File.ReadAllTextAsync(path)).RootElement;
        Assert.Multiple(() =>
        {
            Assert.That(path, Is.EqualTo(Path.Combine(Folder("run"), "cards", "plainbench.json")));
            Assert.That(card.EnumerateObject().Select(section => section.Name), Is.EqualTo(Structure.Keys));
            foreach (var section in card.EnumerateObject())
            {
                Assert.That(section.Value.EnumerateObject().Select(field => $"{field.Name}:{field.Value.ValueKind}"), Is.EqualTo(Structure[section.Name]), section.Name);
            }

            Assert.That(card.GetProperty("targeted_risks").GetProperty("atlas_risks").GetProperty("risks").GetArrayLength(), Is.Zero);
            Assert.That(card.GetProperty("benchmark_details").GetProperty("name").GetString(), Is.EqualTo("plain"));
            Assert.That(card.GetProperty("benchmark_details").GetProperty("resources")[0].GetString(), Is.EqualTo("plain"));
            Assert.That(card.GetProperty("purpose_and_intended_users").GetProperty("limitations").GetString(), Is.EqualTo("First. Second."));
            Assert.That(card.GetProperty("data").GetProperty("size").GetString(), Is.EqualTo("test: 1,234"));
            Assert.That(card.GetProperty("methodology").GetProperty("metrics")[0].GetString(), Is.EqualTo("grade"));
            Assert.That(card.GetProperty("methodology").GetProperty("baseline_results").GetString(), Is.EqualTo("always the most frequent answer: 25.5 %"));
            Assert.That(card.GetProperty("ethical_and_legal_considerations").GetProperty("data_licensing").GetString(), Is.EqualTo("plain"));
        });
    }

    [TestCase("../../../outside-")]
    [TestCase("..\\outside-")]
    [TestCase("/tmp/outside-")]
    [TestCase("C:outside-")]
    [TestCase(".")]
    [TestCase("a/b-")]
    [TestCase("nul\u0000-")]
    public async Task An_id_that_is_no_file_name_leads_nowhere(string id)
    {
        await RunTextAsync(id);
        var before = Directory.GetFiles(Root, "*", SearchOption.AllDirectories);
        var path = RunExport.WriteCards(Folder("run")).Single();
        Assert.That(Directory.GetFiles(Root, "*", SearchOption.AllDirectories).Except(before), Is.EqualTo(new[] { path }));
        Assert.That(Path.GetFullPath(path), Does.Match($"^{System.Text.RegularExpressions.Regex.Escape(Path.Combine(Folder("run"), "cards"))}.[0-9a-f]{{16}}[.]json$"));
    }

    [Test]
    public async Task A_card_survives_the_manifest_whole()
    {
        await RunTextAsync("plain");
        var card = RunReader.ReadCards(Folder("run")).Single();
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            CardJson.Write(json, card);
        }

        var read = CardJson.Read(JsonDocument.Parse(stream.ToArray()).RootElement);
        Assert.Multiple(() =>
        {
            Assert.That((card.Title, card.AccessTier, card.MajorityBaseline, card.EvaluationSplit.Count), Is.EqualTo(("plain", AccessTier.Gated, (double?)0.255, (int?)1234)));
            Assert.That(read.Splits.Select(split => (split.Name, split.Count, string.Join('|', split.Files))), Is.EqualTo(card.Splits.Select(split => (split.Name, split.Count, string.Join('|', split.Files)))));
            Assert.That((read.Languages, read.PromptFields, read.RequiredRoles, read.SuppliedRoles, read.Remarks), Is.EqualTo((card.Languages, card.PromptFields, card.RequiredRoles, card.SuppliedRoles, card.Remarks)).Using<IReadOnlyList<string>>((one, other) => one.SequenceEqual(other)));
            Assert.That(read with { Splits = card.Splits, Languages = card.Languages, PromptFields = card.PromptFields, RequiredRoles = card.RequiredRoles, SuppliedRoles = card.SuppliedRoles, Remarks = card.Remarks }, Is.EqualTo(card));
        });
    }
}
