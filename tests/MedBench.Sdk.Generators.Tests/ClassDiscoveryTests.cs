namespace MedBench.Generators.Tests;

public class ClassDiscoveryTests
{
    [TestCase("public abstract class {0} : IBenchmark {{ {1} }}", TestName = "An_abstract_class_is_left_out")]
    [TestCase("public sealed class {0}<T> : IBenchmark {{ {1} }}", TestName = "A_generic_class_is_left_out")]
    [TestCase("file sealed class {0} : IBenchmark {{ {1} }}", TestName = "A_file_local_class_is_left_out")]
    [TestCase("public class Outer {{ private sealed class {0} : IBenchmark {{ {1} }} }}", TestName = "A_private_class_is_left_out")]
    [TestCase("public class Outer<T> {{ public sealed class {0} : IBenchmark {{ {1} }} }}", TestName = "A_class_inside_a_generic_one_is_left_out")]
    [TestCase("public struct {0} : IBenchmark {{ {1} }}", TestName = "A_struct_is_left_out")]
    [TestCase("public sealed class {0} : IBenchmark {{ private {0}() {{ }} {1} }}", TestName = "A_private_constructor_leaves_the_class_out")]
    [TestCase("public sealed class {0}(string path) : IBenchmark {{ public string Path => path; {1} }}", TestName = "A_needed_argument_leaves_the_class_out")]
    [TestCase("public sealed class {0} : IBenchmark {{ public required string Path {{ get; init; }} {1} }}", TestName = "A_required_member_leaves_the_class_out")]
    [TestCase("[Obsolete(\"gone\", true)] public sealed class {0} : IBenchmark {{ {1} }}", TestName = "A_withdrawn_class_is_left_out")]
    [TestCase("[NotDiscoverable] public sealed class {0} : IBenchmark {{ {1} }}", TestName = "A_class_can_opt_out")]
    [TestCase("[assembly: NotDiscoverable] public sealed class {0} : IBenchmark {{ {1} }}", TestName = "An_assembly_can_opt_out")]
    public void A_class_that_cannot_be_created_is_left_out(string declaration)
    {
        var project = Compiler.Project(Sources.File(Fill(declaration)));

        Assert.That(Compiler.Members(project), Is.Empty);
    }

    [TestCase("namespace A.B {{ public class {0} : IBenchmark {{ {1} }} }}", "new global::A.B.Found()", TestName = "A_class_that_is_not_sealed_is_listed")]
    [TestCase("public static class Outer {{ internal sealed record {0} : IBenchmark {{ {1} }} }}", "new global::Outer.Found()", TestName = "A_nested_internal_record_is_listed")]
    [TestCase("public sealed class {0} : IBenchmark {{ public {0}(int limit = 3) {{ }} {1} }}", "new global::Found()", TestName = "Optional_arguments_do_not_hide_a_class")]
    [TestCase("[Obsolete(\"old\")] public sealed class {0} : IBenchmark {{ {1} }}", "new global::Found()", TestName = "An_obsolete_class_is_listed_without_a_warning")]
    [TestCase("namespace @class {{ public sealed class {0} : IBenchmark {{ {1} }} }}", "new global::@class.Found()", TestName = "A_keyword_in_a_name_is_escaped")]
    [TestCase("public partial class {0} : IBenchmark {{ {1} }} public partial class {0} : IDisposable {{ public void Dispose() {{ }} }}", "new global::Found()", TestName = "A_partial_class_is_listed_once")]
    [TestCase("public abstract class Root : IBenchmark {{ {1} }} public sealed class {0} : Root;", "new global::Found()", TestName = "A_derived_class_is_listed")]
    public void A_class_that_can_be_created_is_listed(string declaration, string expected)
    {
        var project = Compiler.Project(Sources.File(Fill(declaration)));

        Assert.That(Compiler.Members(project), Is.EqualTo([expected]));
    }

    [Test]
    public void A_class_with_two_roles_is_in_two_lists()
    {
        var project = Compiler.Project(Sources.File(
            $"public sealed class Both : IBenchmark, IScorer {{ {Sources.BenchmarkBody} {Sources.ScorerBody} }}"));

        Assert.That(Compiler.Members(project), Is.EqualTo(["new global::Both()", "new global::Both()"]));
    }

    private static string Fill(string declaration)
        => declaration.Replace("{0}", "Found", StringComparison.Ordinal).Replace("{1}", Sources.BenchmarkBody, StringComparison.Ordinal)
            .Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal);
}
