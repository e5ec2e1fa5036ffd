namespace MedBench.Tests.Datasets;

public class JsonDocumentReaderTests
{
    [Test]
    public async Task Records_carry_their_line_when_the_file_is_an_array()
        => Assert.That(
            await DatasetFiles.ReadAsync("a.json", "[\n {\"q\":\"x\"},\n\n {\"q\":\n\"y\"}\n]\n", row => (row.GetString("q"), row.Line, row.Number)),
            Is.EqualTo(new[] { ("x", 2L, 1L), ("y", 4L, 2L) }));

    [Test]
    public async Task Records_carry_their_key_when_the_file_is_an_object_by_id()
        => Assert.That(
            await DatasetFiles.ReadAsync("a.json", "{\n\"7\": {\"q\":\"x\"},\n\"8\": {\"q\":\"y\"}\n}", row => (row.Key, row.GetString("q"), row.Line)),
            Is.EqualTo(new[] { ("7", "x", 2L), ("8", "y", 3L) }));

    [Test]
    public async Task Scalars_become_the_field_value_when_a_keyed_file_holds_them()
        => Assert.That(
            await DatasetFiles.ReadAsync("a.json", "{\"7\":\"yes\",\"8\":\"no\"}", row => (row.Key, row.GetString("value")), new DatasetReadOptions { Format = DatasetFormat.Json }),
            Is.EqualTo(new[] { ("7", "yes"), ("8", "no") }));

    [TestCase("{\"q\":\"x\"}\n{\"q\":\"y\"}\n", 2)]
    [TestCase("{\"q\":\"x\",\"o\":{\"A\":\"1\"}}", 1)]
    [TestCase("{\"1\":{\"q\":\"x\"},\"2\":{\"q\":\"y\"}}\n", 2)]
    [TestCase("[{\"q\":\"x\"}]", 1)]
    public async Task Lines_arrays_and_keyed_objects_are_told_apart_when_the_name_says_json(string text, int count)
    {
        var read = await DatasetFiles.ReadAsync("dev.json", text, row => row.GetString("q"));
        Assert.That((read.Count, read[0]), Is.EqualTo((count, "x")));
    }

    [Test]
    public async Task Records_are_found_when_the_document_is_many_times_the_buffer()
    {
        var text = "{" + string.Join(",", Enumerable.Range(0, 3_000).Select(i => $"\n\"{i}\":{{\"q\":\"{new string('x', i % 700)}\",\"n\":{i}}}")) + "\n}";
        var read = await DatasetFiles.ReadAsync("a.json", text, row => (row.Key, row.GetInt32("n"), row.Line));
        Assert.That(read, Is.EqualTo(Enumerable.Range(0, 3_000).Select(i => (i.ToString(System.Globalization.CultureInfo.InvariantCulture), i, i + 2L))));
    }
}
