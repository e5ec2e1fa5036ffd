using Parquet.Schema;

namespace MedBench.Tests.Datasets;

public class ParquetRowReaderTests
{
    private static readonly ParquetSchema Schema = new(
        new DataField<string>("question", nullable: true),
        new DataField<long>("label"),
        new ListField("choices", new DataField<string>("element", nullable: true)),
        new StructField("context", new ListField("contexts", new DataField<string>("element", nullable: true)), new DataField<string>("note", nullable: true)),
        new ListField("options", new StructField("element", new DataField<string>("key", nullable: true), new DataField<string>("value", nullable: true))));

    [Test]
    public async Task Nested_lists_and_records_come_back_as_they_were_written()
    {
        var file = await CreateAsync(Row("first", 2, ["a", "b"], ["s1"]), Row("second", 0, [], ["t1", "t2", "t3"]), Row("third", 1, ["c"], []));
        var read = await DatasetFiles.ReadAsync(file, row => (
            row.GetString("question"),
            row.GetInt32("label"),
            string.Join("|", row.GetStrings("choices")),
            string.Join("|", row.GetRow("context").GetStrings("contexts")),
            string.Join("|", row.GetOptions("options").Select(option => option.Label + option.Text)),
            row.Number));
        Assert.That(read, Is.EqualTo(new[] { ("first", 2, "a|b", "s1", "Ax|By", 1L), ("second", 0, "", "t1|t2|t3", "Ax|By", 2L), ("third", 1, "c", "", "Ax|By", 3L) }));
    }

    [Test]
    public async Task Nulls_are_told_from_empty_lists()
    {
        var file = await CreateAsync(Row("first", 2, null, []), Row("second", 2, [null], []));
        var read = await DatasetFiles.ReadAsync(file, row => (row.Has("choices"), row.Has("context"), row.GetRow("context").Has("note")));
        Assert.That(read, Is.EqualTo(new[] { (false, true, false), (true, true, false) }));
        Assert.That(
            await DatasetFiles.ErrorAsync(file, row => row.GetStrings("choices")),
            Is.EqualTo("a.parquet, line 1, field 'choices': the field is null. Supply it, or name a file in one of the published formats."));
    }

    [Test]
    public async Task A_damaged_file_gives_a_dataset_error_or_rows_when_cut_or_changed_at_any_byte()
    {
        using var stream = (await CreateAsync(Row("first", 2, ["a", "b"], ["s1"]))).OpenRead();
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        for (var i = 0; i < bytes.Length; i++)
        {
            var changed = bytes.ToArray();
            changed[i] ^= 0xFF;
            foreach (var damaged in new[] { bytes[..i], changed })
            {
                // Reading whatever is left, or a dataset error: anything else fails the test.
                _ = await DatasetFiles.ErrorAsync(DatasetFiles.Create("a.parquet", damaged));
            }
        }

        Assert.That(
            await DatasetFiles.ErrorAsync(DatasetFiles.Create("a.parquet", bytes[..^5])),
            Is.EqualTo("a.parquet: the file is not valid Parquet, or is cut short. Download the file again, or correct it."));
    }

    private static Dictionary<string, object?> Row(string question, long label, object?[]? choices, object?[] contexts) => new()
    {
        ["question"] = question,
        ["label"] = label,
        ["choices"] = choices,
        ["context"] = new Dictionary<string, object?> { ["contexts"] = contexts, ["note"] = null },
        ["options"] = new object?[] { new Dictionary<string, object?> { ["key"] = "A", ["value"] = "x" }, new Dictionary<string, object?> { ["key"] = "B", ["value"] = "y" } },
    };

    private static Task<DatasetFile> CreateAsync(params Dictionary<string, object?>[] rows) => ParquetFiles.CreateAsync("a.parquet", Schema, rows);
}
