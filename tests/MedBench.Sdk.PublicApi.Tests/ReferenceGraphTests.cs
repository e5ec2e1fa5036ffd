using System.Xml.Linq;

namespace MedBench.PublicApi;

public sealed class ReferenceGraphTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["MedBench.Sdk.Abstractions"] = [],
        ["MedBench.Sdk"] = ["MedBench.Sdk.Abstractions"],
        ["MedBench.Sdk.Benchmarks"] = ["MedBench.Sdk", "MedBench.Sdk.Abstractions"],
        ["MedBench.Sdk.Fhir"] = ["MedBench.Sdk", "MedBench.Sdk.Abstractions"],
        ["MedBench.Sdk.Reporting"] = ["MedBench.Sdk", "MedBench.Sdk.Abstractions"],
        ["MedBench.Sdk.Testing"] = ["MedBench.Sdk", "MedBench.Sdk.Abstractions"],
        ["MedBench.Sdk.Generators"] = [],
        ["MedBench.Sdk.Templates"] = [],
    };

    // What lies deeper are templates of projects, not projects.
    private static IEnumerable<string> Projects() => Directory.EnumerateDirectories(Path.Combine(Root(), "src")).SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj"));

    [TestCaseSource(nameof(Projects))]
    public void A_project_points_only_where_the_design_lets_it(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        var references = XDocument.Load(project).Descendants("ProjectReference")
            .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')));
        Assert.That(Allowed, Does.ContainKey(name), "a new project takes its place in the graph here");
        Assert.That(references, Is.SubsetOf(Allowed[name]));
    }

    [TestCase(typeof(IBenchmark), "MedBench.Sdk.Abstractions")]
    [TestCase(typeof(EvaluationRunner), "MedBench.Sdk")]
    [TestCase(typeof(Benchmarks.MedQa), "MedBench.Sdk.Benchmarks")]
    [TestCase(typeof(Fhir.FhirStore), "MedBench.Sdk.Fhir")]
    public void An_assembly_points_only_where_the_design_lets_it(Type type, string name)
    {
        var references = type.Assembly.GetReferencedAssemblies().Select(reference => reference.Name).Where(reference => reference!.StartsWith("MedBench.", StringComparison.Ordinal));
        Assert.That(type.Assembly.GetName().Name, Is.EqualTo(name));
        Assert.That(references, Is.SubsetOf(Allowed[name]));
    }

    [Test]
    public void The_abstractions_depend_on_one_package()
    {
        var project = XDocument.Load(Projects().Single(path => path.EndsWith("MedBench.Sdk.Abstractions.csproj", StringComparison.Ordinal)));
        Assert.That(project.Descendants("PackageReference").Select(package => (string?)package.Attribute("Include")), Is.EqualTo(["Microsoft.Extensions.AI.Abstractions"]));
    }

    [Test]
    public void One_project_alone_depends_on_the_FHIR_SDK()
    {
        var users = Projects().Where(path => XDocument.Load(path).Descendants("PackageReference").Any(package => ((string?)package.Attribute("Include"))!.StartsWith("Hl7.", StringComparison.Ordinal)));
        Assert.That(users.Select(Path.GetFileNameWithoutExtension), Is.EqualTo(["MedBench.Sdk.Fhir"]));
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MedBench.Sdk.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No folder above the tests holds MedBench.Sdk.sln.");
        }

        return folder;
    }
}
