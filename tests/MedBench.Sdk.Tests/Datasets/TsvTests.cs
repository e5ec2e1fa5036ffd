namespace MedBench.Tests.Datasets;

public class TsvTests
{
    // As pandas 2.2 writes it: DataFrame({"q": ['say "no"\tor\nyes', "a, b"], "a": ["A", ""]}).to_csv(sep="\t", index=False)
    [Test]
    public async Task Quoted_tabs_line_ends_and_quotes_belong_to_the_cell_and_commas_separate_nothing()
        => Assert.That(
            await DatasetFiles.ReadAsync("a.tsv", "q\ta\n\"say \"\"no\"\"\tor\nyes\"\tA\na, b\t\n", row => (row.GetString("q"), row.GetString("a"), row.Line)),
            Is.EqualTo(new[] { ("say \"no\"\tor\nyes", "A", 2L), ("a, b", "", 4L) }));

    [Test]
    public async Task A_record_with_too_few_tabs_is_refused()
        => Assert.That(
            await DatasetFiles.ErrorAsync(DatasetFiles.Create("a.tsv", "q\ta\nx,y\n")),
            Is.EqualTo("a.tsv, line 2: the record has 1 columns, where 2 are expected (q, a). Quote cells that contain the separator, quotes or line ends; the file may be cut short."));

    [Test]
    public async Task A_file_of_another_name_is_read_on_request()
        => Assert.That(
            await DatasetFiles.ReadAsync("qrels.txt", "id\tgrade\n7\t2\n", row => row.GetInt32("grade"), new DatasetReadOptions { Format = DatasetFormat.Tsv }),
            Is.EqualTo(new[] { 2 }));
}
