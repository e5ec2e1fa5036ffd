using System.Globalization;
using System.Text;

namespace MedBench.Chaos;

[FailureMode(20)]
public sealed class DuplicateIdTests : TemporaryFolder
{
    private const int Records = 12;

    [Test]
    public async Task Every_repeated_id_is_found_before_the_first_call_and_both_rows_are_named()
    {
        var found = 0;
        for (var first = 0; first < Records; first++)
        {
            for (var second = first + 1; second < Records; second++)
            {
                await RefuseAsync("jsonl", first, second, number => Line(number) + "\n", "");
                await RefuseAsync("json", first, second, number => $"\"{number}\":{Line(number)},\n", "{");
                found += 2;
            }
        }

        Figure.Print(20, $"{found}/{found} repeated ids found, both rows named, 0 calls");
    }

    [Test]
    public async Task An_id_repeated_by_a_benchmark_of_any_kind_names_both_samples()
    {
        var model = new TextModel(new ModelInfo { Id = "m", IsInProcess = true }, _ => "A");
        var plan = new EvaluationPlan { Benchmarks = [new BenchmarkSelection(new TextBench("own", Records) { IdOf = number => number is 3 or 8 ? "twin" : $"s{number}" })], Models = [model] };
        await Assert.ThatAsync(() => RunAsync(plan), Throws.InstanceOf<DatasetException>().With.Message.Contains("samples 4 and 9 of the split 'test' have the same id 'twin'"));
        Assert.That(model.Calls, Is.Zero);
    }

    private static string Line(int number) => $$"""{"id":"q{{number}}","question":"Case {{number}}?","options":{"A":"x","B":"y"},"answer_idx":"A"}""";

    /// <summary>Writes a good file in which a record is replaced by a copy of an earlier one.</summary>
    private async Task RefuseAsync(string format, int first, int second, Func<int, string> write, string opening)
    {
        var body = string.Concat(Enumerable.Range(0, Records).Select(number => write(number == second ? first : number)));
        await File.WriteAllTextAsync(PathOf($"q.{format}"), opening.Length == 0 ? body : opening + body.TrimEnd('\n', ',') + "}", Encoding.UTF8);
        var model = new TextModel(new ModelInfo { Id = "m", IsInProcess = true }, _ => "A");
        var source = DatasetSource.Files([new("test", PathOf($"q.{format}"))]);
        var plan = new EvaluationPlan { Benchmarks = [new BenchmarkSelection(new Benchmarks.JsonlMcq(), source, "test")], Models = [model] };
        await Assert.ThatAsync(() => RunAsync(plan), Throws.InstanceOf<DatasetException>()
            .With.Message.Contains(string.Create(CultureInfo.InvariantCulture, $"line {second + 1}: the {(opening.Length == 0 ? $"id 'q{first}'" : $"key '{first}'")} is that of line {first + 1} too")));
        Assert.That(model.Calls, Is.Zero);
    }

    private Task<RunSummary> RunAsync(EvaluationPlan plan) => new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = PathOf("run") });
}
