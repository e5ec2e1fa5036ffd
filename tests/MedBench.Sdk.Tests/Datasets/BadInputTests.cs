namespace MedBench.Tests.Datasets;

public class BadInputTests
{
    private const string Redownload = "Download the file again, or correct it.";
    private const string Supply = "Supply it, or name a file in one of the published formats.";

    private static readonly TestCaseData[] Files =
    [
        new("a.jsonl", "", $"a.jsonl: the file holds no record. {Redownload}"),
        new("a.json", "", $"a.json, line 1: the text is not valid JSON (noticed at byte 1); the file may be cut short. {Redownload}"),
        new("a.json", "[]", $"a.json: the file holds no record. {Redownload}"),
        new("a.csv", "", $"a.csv: the file holds no record. {Redownload}"),
        new("a.parquet", "", $"a.parquet: the file is not valid Parquet, or is cut short. {Redownload}"),
        new("a.jsonl", "{\"q\":\"x\"}\n{\"q\":\"y", $"a.jsonl, line 2: the text is not valid JSON (noticed at byte 8); the file may be cut short. {Redownload}"),
        new("a.json", "[{\"q\":\"x\"},\n{\"q\":\"y", $"a.json, line 2: the text is not valid JSON (noticed at byte 8); the file may be cut short. {Redownload}"),
        new("a.json", "[{\"q\":\"x\"},\n3]", "a.json, line 2: an element of the array is not an object. Correct the record."),
        new("a.json", "3", $"a.json, line 1: the document is neither an array nor an object. {Redownload}"),
        new("a.json", "{\n\"1\":{},\"1\":{}}", "a.json, line 2: the key '1' is that of line 2 too. Remove one of the records."),
        new("a.jsonl", "{\"q\":\"x\"}\n[1]", "a.jsonl, line 2: the record is not a JSON object. Correct the record."),
        new("a.jsonl", "{\"q\":1,\"q\":2}", "a.jsonl, line 1: the field 'q' occurs twice. Correct the record."),
        new("a.jsonl", "{\"q\":1,\"\\u0071\":2}", "a.jsonl, line 1: the field 'q' occurs twice. Correct the record."),
        new("a.jsonl", "{\"q\":\0}", $"a.jsonl, line 1: the text is not valid JSON (noticed at byte 6); the file may be cut short. {Redownload}"),
        new("a.csv", "q,a\nx\0,y", "a.csv, line 2: the record contains a NUL character. Remove it."),
        new("a.csv", "q,a\nx", "a.csv, line 2: the record has 1 columns, where 2 are expected (q, a). Quote cells that contain the separator, quotes or line ends; the file may be cut short."),
        new("a.csv", "q,a\n\"x,y", "a.csv, line 2: a quote is opened and never closed. Quote cells by RFC 4180; the file may be cut short."),
        new("a.csv", "q,a\n\"x\"z,y", "a.csv, line 2: text follows a closing quote. Quote cells by RFC 4180; the file may be cut short."),
        new("a.csv", "q,q\nx,y", "a.csv, line 1: two columns have the same name. Rename one of them."),
        new("a.xlsx", "x", "a.xlsx: files ending in '.xlsx' are not read. Name a .jsonl, .json, .csv, .tsv or .parquet file."),
        new("a", "x", "a: the name has no extension that tells the format. Name a .jsonl, .json, .csv, .tsv or .parquet file."),
    ];

    private static readonly TestCaseData[] Fields =
    [
        new("{}", $"a.jsonl, line 1, field 'q': the field is missing. {Supply}"),
        new("{\"q\":null}", $"a.jsonl, line 1, field 'q': the field is null. {Supply}"),
        new("{\"q\":3}", "a.jsonl, line 1, field 'q': the field is a number, where text is expected. Correct the value."),
        new("{\"q\":{}}", "a.jsonl, line 1, field 'q': the field is an object, where text is expected. Correct the value."),
        new("{\"q\":[]}", "a.jsonl, line 1, field 'q': the field is a list, where text is expected. Correct the value."),
        new("{\"q\":true}", "a.jsonl, line 1, field 'q': the field is true or false, where text is expected. Correct the value."),
        new("{\"q\":\"a\\u0000b\"}", "a.jsonl, line 1, field 'q': the text contains a NUL character. Remove it."),
        new("{\"q\":\"a\\ud800b\"}", "a.jsonl, line 1, field 'q': the text contains half of a surrogate pair. Correct the value."),
    ];

    [TestCaseSource(nameof(Files))]
    public async Task The_message_says_where_what_and_what_to_do_when_a_file_is_damaged(string name, string text, string message)
        => Assert.That(await DatasetFiles.ErrorAsync(DatasetFiles.Create(name, text)), Is.EqualTo(message));

    [TestCaseSource(nameof(Fields))]
    public async Task The_message_names_the_field_when_a_value_is_not_what_is_asked_for(string line, string message)
        => Assert.That(await DatasetFiles.ErrorAsync(DatasetFiles.Create("a.jsonl", line), row => row.GetString("q")), Is.EqualTo(message));

    [TestCase("a.jsonl", "{\"q\":\"?\"}", 7)]
    [TestCase("a.json", "[{\"q\":\"?\"}]", 7)]
    [TestCase("a.csv", "?,b", 1)]
    public async Task The_message_names_the_position_when_bytes_are_not_utf8(string name, string text, int position)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        bytes[Array.IndexOf(bytes, (byte)'?')] = 0xE9;
        Assert.That(
            await DatasetFiles.ErrorAsync(DatasetFiles.Create(name, bytes)),
            Is.EqualTo($"{name}, line 1: the bytes from position {position} of the record on are not UTF-8 text. Save the file as UTF-8."));
    }

    [TestCase("{\"n\":\"3\"}", "the field is text, where a whole number is expected. Correct the value.")]
    [TestCase("{\"n\":3.5}", "the value is not a whole number of 32 bits. Correct the value.")]
    [TestCase("{\"n\":30000000000}", "the value is not a whole number of 32 bits. Correct the value.")]
    public async Task The_message_says_so_when_a_number_is_not_whole(string line, string message)
        => Assert.That(await DatasetFiles.ErrorAsync(DatasetFiles.Create("a.jsonl", line), row => row.GetInt32("n")), Is.EqualTo("a.jsonl, line 1, field 'n': " + message));

    [TestCase("{\"o\":{\"A\":1}}", "the field is an object, where options: an object of texts by label, a list of texts, or a list of key and value is expected. Correct the value.")]
    [TestCase("{\"o\":{\"A\":\"x\",\"A\":\"y\"}}", "the name 'A' occurs twice. Correct the value.")]
    public async Task The_message_says_so_when_options_have_no_known_shape(string line, string message)
        => Assert.That(await DatasetFiles.ErrorAsync(DatasetFiles.Create("a.jsonl", line), row => row.GetOptions("o")), Is.EqualTo("a.jsonl, line 1, field 'o': " + message));
}
