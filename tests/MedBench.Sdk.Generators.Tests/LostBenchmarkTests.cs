namespace MedBench.Generators.Tests;

public class LostBenchmarkTests
{
    private const string Warning = "MB0001: Benchmark 'Ward' is in no catalogue: no public constructor can be called without arguments. "
        + "Add one, return the benchmark from a static [Discoverable] member and mark the class [NotDiscoverable], or only mark it.";

    [TestCase("public Ward(string path) { }", TestName = "A_constructor_with_a_parameter_is_reported")]
    [TestCase("internal Ward() { }", TestName = "An_internal_constructor_is_reported")]
    [TestCase("public required string Path { get; init; }", TestName = "A_required_member_is_reported")]
    public async Task A_public_benchmark_that_nobody_can_create_is_reported(string members)
    {
        var project = Compiler.Project(Sources.File(Sources.Benchmark("Ward", members: members)));

        Assert.That(await Compiler.Warnings(project), Is.EqualTo([Warning]));
    }

    [TestCase("internal sealed", TestName = "An_internal_benchmark_is_not_reported")]
    [TestCase("public abstract", TestName = "An_abstract_benchmark_is_not_reported")]
    [TestCase("[NotDiscoverable] public sealed", TestName = "A_benchmark_that_opted_out_is_not_reported")]
    public async Task A_benchmark_that_is_not_meant_to_be_found_is_not_reported(string modifiers)
    {
        var project = Compiler.Project(Sources.File(Sources.Benchmark("Ward", modifiers, "public Ward(string path) { }")));

        Assert.That(await Compiler.Warnings(project), Is.Empty);
    }

    [Test]
    public async Task A_strategy_with_parameters_is_not_reported()
    {
        var project = Compiler.Project(Sources.File(Sources.Strategy("Ladder", members: "public Ladder(int rungs) { }")));

        Assert.That(await Compiler.Warnings(project), Is.Empty);
    }

    [Test]
    public async Task A_pragma_silences_the_warning()
    {
        var project = Compiler.Project("#pragma warning disable MB0001\n" + Sources.File(Sources.Benchmark("Ward", members: "public Ward(string path) { }")));

        Assert.That(await Compiler.Warnings(project), Is.Empty);
    }
}
