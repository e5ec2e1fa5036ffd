using CsCheck;

namespace MedBench.Tests.Datasets;

public class CsvReaderTests
{
    private static readonly DatasetReadOptions TwoColumns = new() { Columns = ["q", "a"] };

    [Test]
    public async Task Quoted_line_ends_commas_and_quotes_belong_to_the_cell()
        => Assert.That(
            await DatasetFiles.ReadAsync("a.csv", "\"one,\r\ntwo \"\"x\"\"\",A\r\n\r\nplain 5\" cuff,B", row => (row.GetString("q"), row.GetString("a"), row.Line, row.Number), TwoColumns),
            Is.EqualTo(new[] { ("one,\r\ntwo \"x\"", "A", 1L, 1L), ("plain 5\" cuff", "B", 4L, 2L) }));

    [TestCase("q,a\nx,1\n")]
    [TestCase("Q,a\nx,1\n")]
    [TestCase("x,1\n")]
    public async Task A_header_is_left_out_when_it_begins_like_the_expected_columns(string text)
        => Assert.That(await DatasetFiles.ReadAsync("a.csv", text, row => row.GetInt32("a"), TwoColumns), Is.EqualTo(new[] { 1 }));

    [Test]
    public async Task The_first_record_names_the_columns_when_none_are_given()
        => Assert.That(
            await DatasetFiles.ReadAsync("a.csv", "\uFEFFquestion,answer\nx,\n", row => (string.Join("|", row.Fields), row.GetString("question"), row.GetString("answer"))),
            Is.EqualTo(new[] { ("question|answer", "x", "") }));

    [Test]
    public void Any_cells_come_back_as_they_were_written_when_quoted_by_the_rfc()
        => Gen.Char["ab,\"\r\n é"].Array[0, 12].Select(characters => new string(characters)).Array[2].Array[1, 6].Sample(
            rows =>
            {
                var text = string.Concat(rows.Select(cells => string.Join(",", cells.Select(cell => $"\"{cell.Replace("\"", "\"\"")}\"")) + "\r\n"));
                var read = DatasetFiles.ReadAsync("a.csv", "q,a\r\n" + text, row => new[] { row.GetString("q"), row.GetString("a") }).Result;
                Assert.That(read, Is.EqualTo(rows));
            },
            iter: 500);
}
