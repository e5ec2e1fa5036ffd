using System.Globalization;
using System.Text;
using MedBench.Benchmarks;
using Microsoft.Extensions.AI;

namespace MedBench.Docs.Tests;

/// <summary>Writes the page of one benchmark from its card, its default strategy, its scorers and the first record of its fixture.</summary>
internal static class BenchmarkPage
{
    private const int LongestText = 1_500;

    public static async Task<string> WriteAsync(IBenchmark benchmark)
    {
        var card = benchmark.Card;
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"# {card.Title}").AppendLine();
        text.AppendLine(card.Citation).AppendLine();
        Row(text, "", "");
        text.AppendLine("|---|---|");
        Row(text, "id", $"`{card.Id}`, version {card.Version}");
        Row(text, "kind", card.Kind);
        Row(text, "languages", string.Join(", ", card.Languages));
        Row(text, "a sample is", card.Modality);
        Row(text, "licence", card.License);
        Row(text, "access", card.AccessTier.ToString().ToLowerInvariant() + (card.Terms is { } terms ? $", terms: <{terms}>" : ""));
        Row(text, "status", CataloguePage.Explain(card.Status));
        Row(text, "headline", card.PrimaryMetric);
        Row(text, "may reach a prompt", string.Join(", ", card.PromptFields.Select(field => $"`{field}`")));
        if (card.RequiredRoles.Count > 0)
        {
            Row(text, "further parts", string.Join(", ", card.RequiredRoles.Select(role => $"`{role}`")));
        }

        AppendRemarks(text, card);
        AppendData(text, card);
        AppendStrategy(text, benchmark.DefaultStrategy.Info);
        AppendScorers(text, benchmark.Scorers);
        await AppendPromptAsync(text, benchmark);
        AppendReferences(text, card);
        return text.ToString().ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    private static void AppendRemarks(StringBuilder text, BenchmarkCard card)
    {
        text.AppendLine();
        foreach (var remark in card.Remarks)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- {remark}");
        }
    }

    private static void AppendData(StringBuilder text, BenchmarkCard card)
    {
        text.AppendLine().AppendLine("## Data").AppendLine().AppendLine("| split | records | files |").AppendLine("|---|---:|---|");
        foreach (var split in card.Splits)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {split.Name} | {split.Count?.ToString("N0", CultureInfo.InvariantCulture) ?? "any"} | {string.Join(", ", split.Files.Select(file => $"`{file}`"))} |");
        }

        text.AppendLine();
        if (card.Downloads.Count == 0)
        {
            text.AppendLine(card.AccessTier == AccessTier.Restricted ? "Bring your own credentialed copy: `--data FOLDER`."
                : card.Splits.All(split => split.Files.Count == 0) ? "The questions are part of the package." : "Name the folder or the files: `--data FOLDER`, `--data SPLIT=FILE`.");
            return;
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"`medbench data get {card.Id}` fetches:").AppendLine();
        text.AppendLine("| from | file | revision | SHA-256 |").AppendLine("|---|---|---|---|");
        foreach (var download in card.Downloads)
        {
            var host = download.Host switch { DataHost.HuggingFace => "Hugging Face ", DataHost.GitHub or DataHost.GitHubArchive => "GitHub ", _ => "" };
            text.AppendLine(CultureInfo.InvariantCulture, $"| {host}{download.Repository} | {(download.Path.Length > 0 ? $"`{download.Path}`" : "the archive")} | {download.Revision?[..Math.Min(12, download.Revision.Length)] ?? "not known"} | {download.Sha256?[..12] ?? "not known"} |");
        }

        if (card.Downloads.Any(download => download.Revision is null || download.Sha256 is null))
        {
            text.AppendLine().AppendLine("Where a revision or a hash is not known, the file is fetched with `--unpinned` only, and held to what came first from then on.");
        }
    }

    private static void AppendStrategy(StringBuilder text, StrategyInfo strategy)
    {
        text.AppendLine().AppendLine("## How it is asked").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"`{strategy.Id}`, version {strategy.Version}. {strategy.Description}").AppendLine();
        foreach (var (name, value) in strategy.Parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- {name}: {Cut(value.ReplaceLineEndings(" "), 160)}");
        }
    }

    private static void AppendScorers(StringBuilder text, IReadOnlyList<IScorer> scorers)
    {
        text.AppendLine().AppendLine("## How it is scored").AppendLine().AppendLine("| scorer | metric | denominator |").AppendLine("|---|---|---|");
        foreach (var scorer in scorers)
        {
            Row(text, $"`{scorer.Info.Id}`", $"{scorer.Info.Metric} | {scorer.Info.DenominatorPolicy}");
        }
    }

    private static async Task AppendPromptAsync(StringBuilder text, IBenchmark benchmark)
    {
        if (Fixture(benchmark.Card.Id) is not { } folder)
        {
            return;
        }

        PromptPreview preview;
        try
        {
            preview = await PromptPreview.CreateAsync(new BenchmarkSelection(benchmark, DatasetSource.Folder(folder)), benchmark.DefaultStrategy, item: 0);
        }
        catch (InvalidOperationException)
        {
            text.AppendLine().AppendLine("Its default strategy asks no model.");
            return;
        }

        text.AppendLine().AppendLine("The first request about a record of our own, written in the published schema:").AppendLine().AppendLine("```text");
        foreach (var message in preview.Messages)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"[{(preview.IsCompletion || preview.Continuations.Count > 0 ? "raw text" : message.Role.Value)}]").AppendLine(Fenced(string.Concat(message.Contents.Select(Show))));
        }

        foreach (var continuation in preview.Continuations)
        {
            text.AppendLine("[continuation]").AppendLine(Fenced(continuation));
        }

        text.AppendLine("```");
    }

    private static void AppendReferences(StringBuilder text, BenchmarkCard card)
    {
        if (ReferenceResults.Of(card.Id).Count is > 0 and var count)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{count} published numbers stand beside a run's own: see [references](../references.md).");
        }
    }

    /// <summary>Finds records of our own: the fixture of the benchmark's tests, or the embedded mini set in its format.</summary>
    private static string? Fixture(string id)
    {
        var mini = id.StartsWith("mmlu-", StringComparison.Ordinal) ? "mmlu" : id;
        string[] tests = ["MedBench.Sdk.Benchmarks.Tests", "MedBench.Sdk.Fhir.Tests"];
        return tests.Select(project => Path.Combine(SnippetTests.Root, "tests", project, "Fixtures", id)).Append(Path.Combine(SnippetTests.Root, "src", "MedBench.Sdk.Benchmarks", "Data", "mini", mini))
            .FirstOrDefault(Directory.Exists);
    }

    private static string Show(AIContent content) => content switch
    {
        TextContent shown => shown.Text,
        DataContent data => $"\n[{data.MediaType}]",
        UriContent uri => $"\n[{uri.MediaType}]",
        _ => $"\n[{content.GetType().Name}]",
    };

    private static string Fenced(string text) => Cut(text.Replace("```", "'''", StringComparison.Ordinal), LongestText);

    private static string Cut(string text, int length) => text.Length <= length ? text : $"{text[..(length / 2)]} […] {text[^(length / 2)..]}";

    private static void Row(StringBuilder text, string name, string value) => text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {value.ReplaceLineEndings(" ")} |");
}
