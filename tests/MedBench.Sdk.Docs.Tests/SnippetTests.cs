using System.Text.RegularExpressions;

namespace MedBench.Docs.Tests;

/// <summary>Holds the code in the pages equal to the code that is compiled here, and the pages' links and commands to what exists.</summary>
public sealed partial class SnippetTests
{
    internal static readonly string Root = FindRoot();

    private static IEnumerable<string> Pages()
        => Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(Root, "README.md"))
            .Select(path => Path.GetRelativePath(Root, path)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Pages))]
    public void Every_block_of_code_is_a_region_that_is_compiled(string page)
    {
        var text = File.ReadAllText(Path.Combine(Root, page)).ReplaceLineEndings("\n");
        var regions = Directory.EnumerateFiles(Path.Combine(Root, "tests", "MedBench.Sdk.Docs.Tests"), "*.cs")
            .SelectMany(file => Regions(File.ReadAllText(file).ReplaceLineEndings("\n"))).ToDictionary(region => region.Name, region => region.Code);
        var blocks = Blocks().Matches(text);
        Assert.That(blocks, Has.Count.EqualTo(Fences().Count(text)), "a block of C# lacks its <!-- snippet: name -->");
        Assert.Multiple(() =>
        {
            foreach (Match block in blocks)
            {
                Assert.That(regions.GetValueOrDefault(block.Groups["name"].Value), Is.EqualTo(block.Groups["code"].Value), block.Groups["name"].Value);
            }
        });
    }

    [TestCaseSource(nameof(Pages))]
    public void Every_relative_link_leads_somewhere(string page)
    {
        var text = File.ReadAllText(Path.Combine(Root, page));
        var folder = Path.GetDirectoryName(Path.Combine(Root, page))!;
        var dead = Links().Matches(text).Select(link => link.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'))
            .Where(target => !Path.Exists(Path.Combine(folder, target.Split('#')[0]))).ToList();
        Assert.That(dead, Is.Empty);
    }

    [Test]
    public void The_readme_names_two_commands_to_set_up()
    {
        var text = File.ReadAllText(Path.Combine(Root, "README.md"));
        var setUp = text[text.IndexOf("## Set up", StringComparison.Ordinal)..text.IndexOf("## Reference it", StringComparison.Ordinal)];
        var commands = ShellBlocks().Matches(setUp).Select(block => block.Groups["code"].Value.Trim());
        Assert.That(commands, Is.EqualTo(["dotnet run --project samples/QuickStart", "dotnet test MedBench.Sdk.sln"]));
    }

    private static IEnumerable<(string Name, string Code)> Regions(string source)
    {
        foreach (Match region in RegionBlocks().Matches(source))
        {
            var lines = region.Groups["code"].Value.Split('\n');
            var indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
            yield return (region.Groups["name"].Value, string.Join('\n', lines.Select(line => line.Length == 0 ? line : line[indent..])));
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MedBench.Sdk.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("MedBench.Sdk.sln is in no folder above the tests.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"<!-- snippet: (?<name>[\w-]+) -->\n```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"^```csharp", RegexOptions.Multiline)]
    private static partial Regex Fences();

    [GeneratedRegex(@"```bash\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex ShellBlocks();

    [GeneratedRegex(@"\[[^\]]*\]\((?<target>[^)]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"^ *#region (?<name>[\w-]+)\n(?<code>.*?)\n *#endregion", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex RegionBlocks();
}
