using Microsoft.CodeAnalysis;

namespace MedBench.Generators.Tests;

public class ReferenceDiscoveryTests
{
    [Test]
    public void Public_members_of_a_reference_are_listed_among_the_projects_own()
    {
        var library = Compiler.Library("Hospital.Benchmarks", Sources.File(
            Sources.Benchmark("Hidden", "internal sealed"),
            Sources.Benchmark("OptedOut", "[NotDiscoverable] public sealed"),
            Sources.Benchmark("NeedsPath", members: "public NeedsPath(string path) { }"),
            Sources.Benchmark("NeedsFriend", members: "internal NeedsFriend() { }"),
            Sources.Benchmark("Middle"),
            "public static class Ladder { [Discoverable] public static IPromptStrategy Rung(int k = 5) => null!; }",
            "internal static class Cellar { [Discoverable] public static IPromptStrategy Rung() => null!; }",
            "public static class Rooms { " + Sources.Scorer("Nested") + " }"));
        var project = Compiler.Project(Sources.File(Sources.Benchmark("Zulu"), Sources.Benchmark("Alpha")), library);

        Assert.That(Compiler.Members(project), Is.EqualTo((string[])
        [
            "new global::Alpha()", "new global::Middle()", "new global::Zulu()", "global::Ladder.Rung()", "new global::Rooms.Nested()",
        ]));
    }

    [Test]
    public void A_reference_that_opted_out_is_not_searched()
    {
        var library = Compiler.Library("Hospital.Fakes", Sources.File("[assembly: NotDiscoverable]\n", Sources.Benchmark("Fake")));

        Assert.That(Compiler.Members(Compiler.Project("", library)), Is.Empty);
    }

    [Test]
    public void A_reference_behind_an_alias_is_not_listed_because_its_names_are_out_of_reach()
    {
        var library = Compiler.Library("Hospital.Benchmarks", Sources.File(Sources.Benchmark("Ward"))).WithAliases(["hospital"]);

        Assert.That(Compiler.Members(Compiler.Project("", library)), Is.Empty);
    }

    [Test]
    public void A_project_in_the_same_solution_is_searched_without_its_assembly()
    {
        var library = Compiler.Project(Sources.File(Sources.Benchmark("Ward"))).WithAssemblyName("Hospital.Benchmarks").ToMetadataReference();

        Assert.That(Compiler.Members(Compiler.Project("", library)), Is.EqualTo(["new global::Ward()"]));
    }

    [Test]
    public void The_catalogue_of_a_friend_assembly_does_not_hide_the_projects_own()
    {
        var friend = Compiler.Project("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Project\")]").WithAssemblyName("Friend");
        Compiler.Driver().RunGeneratorsAndUpdateCompilation(friend, out var friendWithCatalog, out _);
        var project = Compiler.Project("class User { object All => MedBench.MedBenchCatalog.All; }", friendWithCatalog.ToMetadataReference());

        Assert.That(Compiler.Generate(project), Is.Not.Null);
    }
}
