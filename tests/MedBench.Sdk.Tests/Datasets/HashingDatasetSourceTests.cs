namespace MedBench.Tests.Datasets;

public class HashingDatasetSourceTests
{
    [Test]
    public async Task The_whole_file_is_hashed_once_when_only_its_first_row_is_read()
    {
        var opened = 0;
        var source = new HashingDatasetSource(new Source(() => opened++));
        await foreach (var row in DatasetReader.ReadAsync(source.Find("test", [])!))
        {
            Assert.That(row.GetString("q"), Is.EqualTo("x"));
            break;
        }

        _ = await DatasetFiles.ReadAsync(source.Find("test", [])!, row => row.Line);
        Assert.That(source.Files, Is.EqualTo(new[] { new DatasetFileHash { Split = "test", Name = "a.jsonl", Bytes = 19, Sha256 = "d6f63c801a12ce16f8df2b76f82c12b22b87d10b2233cb68e9f909ec2f2f09b1", IsExplicit = true } }));
        Assert.That(opened, Is.EqualTo(3));
    }

    [Test]
    public void Nothing_is_recorded_when_a_file_is_found_and_not_opened()
    {
        var source = new HashingDatasetSource(new Source(() => { }));
        Assert.That((source.Find("test", [])!.IsExplicit, source.Files.Count), Is.EqualTo((true, 0)));
    }

    [Test]
    public void Files_of_another_source_are_recorded_in_the_same_list()
    {
        var source = new HashingDatasetSource(DatasetSource.None);
        source.Over(new Source(() => { })).Find("test", [])!.OpenRead().Dispose();
        Assert.That(source.Files.Select(file => file.Name), Is.EqualTo(new[] { "a.jsonl" }));
    }

    private sealed class Source(Action onOpen) : IDatasetSource
    {
        public string Location => "memory";

        public DatasetFile? Find(string split, IReadOnlyList<string> patterns) => new("a.jsonl", () =>
        {
            onOpen();
            return DatasetFiles.Create("a.jsonl", "{\"q\":\"x\"}\n{\"q\":\"y\"}").OpenRead();
        })
        { IsExplicit = true };
    }
}
