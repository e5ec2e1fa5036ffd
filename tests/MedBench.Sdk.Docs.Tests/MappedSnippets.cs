namespace MedBench.Docs.Tests;

/// <summary>The code in docs/add-a-benchmark.md that needs no class.</summary>
public sealed class MappedSnippets
{
    [Test]
    public async Task A_mapped_file_is_a_benchmark()
    {
        var folder = Directory.CreateTempSubdirectory("medbench-mapped-").FullName;
        var before = Environment.CurrentDirectory;
        try
        {
            Environment.CurrentDirectory = folder;
            await File.WriteAllTextAsync("ward.csv", "No,Question,A,B,C,D,Key,Ward\n1,Which organ makes bile?,Spleen,Liver,Kidney,Heart,B,surgery\n");

            #region mapped-benchmark
            var map = FieldMap.Parse(["question=Question", "options=A,B,C,D", "answer=Key", "id=No", "tag=Ward"]);
            var selection = new BenchmarkSelection(map.CreateBenchmark("ward"), DatasetSource.Parse(["test=ward.csv"]));
            #endregion

            var sample = await selection.Benchmark.LoadAsync("test", selection.Source!).SingleAsync();
            Assert.That((sample.Input.Id, ((ChoiceTarget)sample.Target).Labels[0], sample.Tags["Ward"]), Is.EqualTo(("1", "B", "surgery")));
        }
        finally
        {
            Environment.CurrentDirectory = before;
            Directory.Delete(folder, recursive: true);
        }
    }
}
