using System.Text;

namespace MedBench.Tests.Datasets;

public class TruncationTests
{
    private static readonly string[] Whole = ["é one", "two", "three"];

    [TestCase("a.jsonl", "{\"q\":\"é one\",\"o\":{\"A\":\"x\"}}\n{\"q\":\"two\",\"o\":[1.5e3]}\n{\"q\":\"three\",\"o\":null}\n")]
    [TestCase("a.json", "[{\"q\":\"é one\",\"o\":{\"A\":\"x\"}},\n{\"q\":\"two\",\"o\":[1]},\n{\"q\":\"three\"}]")]
    [TestCase("b.json", "{\n\"1\":{\"q\":\"é one\"},\n\"2\":{\"q\":\"two\",\"o\":[1]},\"3\":{\"q\":\"three\"}}")]
    [TestCase("a.csv", "q,o\n\"é one\",\"a\nb\"\ntwo,x\nthree,\"\"\"y\"\"\"\n")]
    public async Task A_file_cut_or_changed_at_any_byte_gives_an_error_or_rows_and_nothing_else(string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var length = 0; length < bytes.Length; length++)
        {
            var read = new List<string>();
            await DatasetFiles.ErrorAsync(DatasetFiles.Create(name, bytes[..length]), row => read.Add(row.GetString("q")));
            Assert.That(Whole.Take(read.Count), Is.EqualTo(read), $"cut at {length}");
            for (var bit = 0; bit < 8; bit++)
            {
                var changed = bytes.ToArray();
                changed[length] ^= (byte)(1 << bit);
                await DatasetFiles.ErrorAsync(DatasetFiles.Create(name, changed), row => row.TryGetString("q", out _));
            }
        }
    }
}
