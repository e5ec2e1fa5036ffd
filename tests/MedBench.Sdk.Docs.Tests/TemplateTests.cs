using System.Xml.Linq;

namespace MedBench.Docs.Tests;

/// <summary>What <c>dotnet new medbench-benchmark</c> writes names the packages of this build. That it builds, runs and passes is tested against the packed packages.</summary>
public sealed class TemplateTests
{
    private static readonly string Folder = Path.Combine(SnippetTests.Root, "src", "MedBench.Sdk.Templates", "templates", "benchmark");

    [Test]
    public void The_template_references_this_version_and_the_test_packages_of_this_repository()
    {
        var central = XDocument.Load(Path.Combine(SnippetTests.Root, "Directory.Packages.props")).Descendants("PackageVersion").ToDictionary(Name, Version);
        var own = XDocument.Load(Path.Combine(SnippetTests.Root, "Directory.Build.props")).Descendants("Version").Single().Value;
        var references = Directory.EnumerateFiles(Folder, "*.csproj", SearchOption.AllDirectories).SelectMany(project => XDocument.Load(project).Descendants("PackageReference")).ToList();
        Assert.That(references, Has.Count.EqualTo(4));
        Assert.Multiple(() =>
        {
            foreach (var reference in references)
            {
                Assert.That(Version(reference), Is.EqualTo(Name(reference).StartsWith("MedBench.", StringComparison.Ordinal) ? own : central[Name(reference)]), Name(reference));
            }
        });

        static string Name(XElement element) => element.Attribute("Include")!.Value;
        static string Version(XElement element) => element.Attribute("Version")!.Value;
    }
}
