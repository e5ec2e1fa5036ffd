using Microsoft.CodeAnalysis.CSharp;

namespace MedBench.Generators.Tests;

public class MemberDiscoveryTests
{
    [TestCase("public static IPromptStrategy Make() => null!;", "global::Ladder.Make()", TestName = "A_method_is_listed")]
    [TestCase("public static IPromptStrategy Make(int k = 5, params int[] more) => null!;", "global::Ladder.Make()", TestName = "A_method_with_optional_parameters_is_listed")]
    [TestCase("public static IScorer Make { get; } = null!;", "global::Ladder.Make", TestName = "A_property_is_listed")]
    [TestCase("public static Hidden Make() => null!;", "global::Ladder.Make()", TestName = "A_method_may_return_an_implementation")]
    [TestCase("public static IBenchmark @new() => null!;", "global::Ladder.@new()", TestName = "A_keyword_in_a_name_is_escaped")]
    public async Task A_marked_member_is_listed(string member, string expected)
    {
        var project = Project(member);

        Assert.That(Compiler.Members(project), Is.EqualTo([expected]));
        Assert.That(await Compiler.Warnings(project), Is.Empty);
    }

    [TestCase("public static IPromptStrategy Make(int k) => null!;", "a call without arguments does not reach it", TestName = "An_argument_is_needed")]
    [TestCase("public static IPromptStrategy Make(int k = 5) => null!; public static IPromptStrategy Make() => null!;", "a call without arguments does not reach it", TestName = "Another_overload_is_called")]
    [TestCase("internal static IPromptStrategy Make() => null!;", "it is not public, or is obsolete", TestName = "The_member_is_internal")]
    [TestCase("public IPromptStrategy Make() => null!;", "it is not static, or is abstract", TestName = "The_member_is_not_static")]
    [TestCase("public static IPromptStrategy Make<T>() => null!;", "it is generic", TestName = "The_member_is_generic")]
    [TestCase("public static object Make() => null!;", "it returns no IBenchmark, IPromptStrategy or IScorer", TestName = "The_member_returns_something_else")]
    [TestCase("public static IScorer Make { private get; set; } = null!;", "it has no public getter", TestName = "The_getter_is_private")]
    public async Task A_marked_member_that_cannot_be_listed_is_reported(string member, string reason)
    {
        var project = Project(member);

        Assert.That(Compiler.Members(project), Is.Empty);
        Assert.That(await Compiler.Warnings(project), Is.EqualTo([$"MB0002: 'Make' is marked [Discoverable] and is in no catalogue: {reason}"]));
    }

    [Test]
    public async Task A_marked_member_of_a_private_class_is_reported()
    {
        var project = Compiler.Project(Sources.File("public class Outer { private static class Ladder { [Discoverable] public static IScorer Make() => null!; } }"));

        Assert.That(Compiler.Members(project), Is.Empty);
        Assert.That(await Compiler.Warnings(project), Is.EqualTo(["MB0002: 'Make' is marked [Discoverable] and is in no catalogue: 'Ladder' cannot be named from outside"]));
    }

    private static CSharpCompilation Project(string member) => Compiler.Project(Sources.File(
        $"public class Ladder {{ [Discoverable] {member} }}",
        Sources.Strategy("Hidden", "[NotDiscoverable] public sealed")));
}
