using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig;

namespace MedBench.Chaos;

[FailureMode(32)]
public sealed class ReportInjectionTests : TemporaryFolder
{
    private const string Plain = "plain";

    /// <summary>What common renderers of Markdown know beside the core: tables, bare links, sub- and superscript, formulas, attributes, footnotes, emoji.</summary>
    private static readonly MarkdownPipeline Renderer = new MarkdownPipelineBuilder()
        .UsePipeTables().UseAutoLinks().UseEmphasisExtras().UseTaskLists().UseMathematics().UseFootnotes().UseEmojiAndSmiley().UseGenericAttributes().Build();

    [Test]
    public async Task No_text_of_a_run_becomes_markup_in_a_report()
    {
        var plain = await ReportAsync(Plain, 0);
        var (plainHtml, plainMarkdown) = (Skeleton(plain.Html), Skeleton(Rendered(plain.Markdown)));
        Assert.That(plainMarkdown, Has.Some.StartsWith("td").And.Some.StartsWith("h2"), "the report is rendered as tables and headings");
        await Parallel.ForEachAsync(InjectionPayloads.All.Index(), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (item, _) =>
        {
            var (number, payload) = item;
            var (html, markdown) = await ReportAsync(payload, number + 1);
            Assert.That(Skeleton(html), Is.EqualTo(plainHtml), payload);
            Assert.That(Skeleton(Rendered(markdown)), Is.EqualTo(plainMarkdown), $"{payload}\n{markdown}");
            Assert.That(Parse(html).QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"), Does.StartWith("default-src 'none'"));
        });

        Figure.Print(32, $"{InjectionPayloads.All.Count} payloads in every text field, HTML and Markdown: 0 elements or attributes beyond the template");
    }

    [Test]
    public async Task An_id_that_no_file_can_hold_is_refused_before_the_run()
        => await Assert.ThatAsync(() => ReportAsync("\ud800", 0), Throws.InstanceOf<PlanException>().With.Message.Contains("half of a surrogate pair"));

    private static string Rendered(string markdown) => Markdown.ToHtml(markdown, Renderer);

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>Lists elements with the names of their attributes, and the values too that only the template gives.</summary>
    private static List<string> Skeleton(string html) => [.. Parse(html).All.Select(element =>
        $"{element.LocalName} {string.Join(' ', element.Attributes.Select(attribute => attribute.Name is "class" or "id" or "role" or "content" or "style" ? $"{attribute.Name}={attribute.Value}" : attribute.Name))}")];

    /// <summary>Runs with the text in every field that comes from outside, one sample of two failing with it.</summary>
    private async Task<(string Html, string Markdown)> ReportAsync(string text, int number)
    {
        var folder = PathOf($"run-{number}");
        var model = new TextModel(
            new ModelInfo { Id = text + "-model", Provider = text, IsInProcess = true },
            prompt => prompt.EndsWith('1') ? throw new ModelException(ModelErrorKind.BadRequest, text) : "A " + text) { Reported = text + "-reported" };
        var plan = new EvaluationPlan { Benchmarks = [new BenchmarkSelection(new TextBench(text, 2))], Models = [model], Strategies = [new TextBench.AskOnce(text + "1"), new TextBench.AskOnce(text + "2")] };
        await new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = folder, About = new Dictionary<string, string> { ["note"] = text } });
        return (await File.ReadAllTextAsync(HtmlReport.Write(folder)), await File.ReadAllTextAsync(Path.Combine(folder, "report.md")));
    }
}
