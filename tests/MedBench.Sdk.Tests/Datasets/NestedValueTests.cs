namespace MedBench.Tests.Datasets;

public sealed class NestedValueTests
{
    private static readonly DatasetFile Data = DatasetFiles.Create("a.jsonl", """{"documents":[{"text":"x"},{"text":"y"}],"none":[],"ranges":[[0,4],[7,9.5]],"flat":[1,-2],"words":["a"],"mixed":[1,"2"],"one":3}""");

    [Test]
    public async Task Nested_records_are_rows_in_file_order()
        => Assert.That((await Read(row => string.Concat(row.GetRows("documents").Select(document => document.GetString("text"))), row => row.GetRows("none").Count)), Is.EqualTo(("xy", 0)));

    [Test]
    public async Task Lists_of_numbers_are_read_through_nested_ones_too()
        => Assert.That(await Read(row => row.GetNumbers("ranges"), row => row.GetNumbers("flat")), Is.EqualTo((new[] { 0, 4, 7, 9.5 }, new[] { 1.0, -2 })));

    [TestCase("words", "the field is a list, where a list of numbers is expected")]
    [TestCase("mixed", "the field is a list, where a list of numbers is expected")]
    [TestCase("one", "the field is a number, where a list of numbers is expected")]
    [TestCase("gone", "the field is missing")]
    public async Task Anything_else_is_no_list_of_numbers(string field, string problem)
        => Assert.That(await DatasetFiles.ErrorAsync(Data, row => row.GetNumbers(field)), Does.Contain($"field '{field}': {problem}"));

    [TestCase("words")]
    [TestCase("one")]
    public async Task Anything_else_is_no_list_of_records(string field)
        => Assert.That(await DatasetFiles.ErrorAsync(Data, row => row.GetRows(field)), Does.Contain("where a list of objects is expected"));

    private static async Task<(T1, T2)> Read<T1, T2>(Func<DatasetRow, T1> first, Func<DatasetRow, T2> second)
        => (await DatasetFiles.ReadAsync(Data, row => (first(row), second(row)))).Single();
}
