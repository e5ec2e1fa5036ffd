namespace MedBench.Tests.Datasets;

public sealed class NestedRowsTests
{
    [Test]
    public async Task A_list_of_objects_is_read_as_rows()
    {
        var rows = await DatasetFiles.ReadAsync("a.jsonl", """{"items":[{"text":"x","points":-1.5,"tags":["a"]},{"text":"y","points":2,"tags":[]}],"none":[]}""", row
            => (row.GetRows("items").Select(item => (item.GetString("text"), item.GetDouble("points"), item.GetStrings("tags").Count)).ToList(), row.GetRows("none").Count));
        Assert.That(rows.Single().Item1, Is.EqualTo(new[] { ("x", -1.5, 1), ("y", 2.0, 0) }));
        Assert.That(rows.Single().Count, Is.Zero);
    }

    [TestCase("""{"f":["x"]}""", "the field is a list, where a list of objects is expected")]
    [TestCase("""{"f":{"a":1}}""", "the field is an object, where a list of objects is expected")]
    [TestCase("""{"f":null}""", "the field is null")]
    [TestCase("""{"g":1}""", "the field is missing")]
    public async Task What_is_no_list_of_objects_is_reported(string record, string problem)
        => Assert.That(await DatasetFiles.ErrorAsync(DatasetFiles.Create("a.jsonl", record), row => row.GetRows("f")), Does.Contain(problem).And.Contain("line 1"));

    [Test]
    public async Task An_error_within_a_nested_row_names_the_line()
        => Assert.That(await DatasetFiles.ErrorAsync(DatasetFiles.Create("a.jsonl", "{\"f\":[]}\n{\"f\":[{\"p\":\"ten\"}]}"), row => row.GetRows("f").ToList().ForEach(item => item.GetDouble("p"))), Does.Contain("line 2").And.Contain("a number is expected"));

    [TestCase("p\n1.5", 1.5)]
    [TestCase("p\n-2e3", -2000)]
    public async Task Numbers_of_a_table_are_read(string text, double expected)
        => Assert.That((await DatasetFiles.ReadAsync("a.csv", text, row => row.GetDouble("p"))).Single(), Is.EqualTo(expected));

    [TestCase("p\nten")]
    [TestCase("p\n1e999")]
    public async Task What_is_no_finite_number_is_reported(string text)
        => Assert.That(await DatasetFiles.ErrorAsync(DatasetFiles.Create("a.csv", text), row => row.GetDouble("p")), Does.Contain("the value is not a finite number"));
}
