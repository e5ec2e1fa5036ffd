namespace MedBench.Benchmarks.Tests.Exams;

/// <summary>A multiple-choice benchmark is a card and one mapping function: what is longer holds something that belongs elsewhere.</summary>
public sealed class AdapterLengthTests
{
    /// <summary>Gets every class that derives from the base of such benchmarks, and every other benchmark whose card says that it is one.</summary>
    private static IEnumerable<Type> Adapters => typeof(MmluMedical).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(MultipleChoiceBenchmark)) || KindOf(type) == BenchmarkKind.MultipleChoice);

    [TestCaseSource(nameof(Adapters))]
    public void An_adapter_has_at_most_60_lines_in_all_its_parts(Type adapter)
    {
        var folder = Path.Combine(PublishedFiles.Root, "src", "MedBench.Sdk.Benchmarks");
        var files = Directory.GetFiles(folder, $"{adapter.Name}.*cs", SearchOption.AllDirectories);
        Assert.That(files.Select(Path.GetFileName), Has.Member($"{adapter.Name}.cs"));
        Assert.That(files.Sum(file => File.ReadLines(file).Count()), Is.LessThanOrEqualTo(60));
    }

    [Test]
    public void Bases_groups_and_benchmarks_without_the_base_are_found_too()
        => Assert.That(Adapters, Is.SupersetOf(new[]
        {
            typeof(ExamBenchmark), typeof(MmluSubject), typeof(MmluAnatomy), typeof(MmluMedical), typeof(TruthfulQaChoice), typeof(WorldMedQaV),
            typeof(IgakuQa), typeof(MediConfusion), typeof(CupCaseMcq), typeof(MedBenchMini),
        }));

    private static string? KindOf(Type type)
        => type.IsAssignableTo(typeof(IBenchmark)) && !type.IsAbstract && type.GetConstructor([]) is not null ? ((IBenchmark)Activator.CreateInstance(type)!).Card.Kind : null;
}
