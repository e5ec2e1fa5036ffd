namespace MedBench.Tests.Datasets;

public class DatasetLimitsTests
{
    private static readonly DatasetReadOptions Small = new() { Benchmark = "b", Limits = new DatasetLimits { MaxRecordBytes = 1_000, MaxFields = 3, MaxDepth = 4 } };

    [TestCase("a.jsonl")]
    [TestCase("a.csv")]
    [TestCase("a.json")]
    public async Task A_record_beyond_the_limit_is_refused_without_being_read_to_its_end(string name)
    {
        var endless = new EndlessStream(name == "a.json" ? "[{\"q\":\"" : "{\"q\":\"");
        Assert.That(
            await DatasetFiles.ErrorAsync(new DatasetFile(name, () => endless), options: Small),
            Is.EqualTo($"b: {name}, line 1: the record is longer than 1000 bytes. Split it, or raise DatasetLimits.MaxRecordBytes."));
        Assert.That(endless.Position, Is.LessThan(2_000_000));
    }

    [Test]
    public async Task A_record_with_too_many_fields_is_refused()
        => Assert.That(
            await DatasetFiles.ErrorAsync(DatasetFiles.Create("a.jsonl", "{\"a\":1,\"b\":2,\"c\":3,\"d\":4}"), options: Small),
            Is.EqualTo("b: a.jsonl, line 1: the record has more than 3 fields. Correct the record."));

    [TestCase("a.jsonl", "{\"a\":[[[[1]]]]}")]
    [TestCase("a.json", "[{\"a\":[[[[1]]]]}]")]
    public async Task Nesting_beyond_the_limit_is_refused(string name, string text)
        => Assert.That(await DatasetFiles.ErrorAsync(DatasetFiles.Create(name, text), options: Small), Does.StartWith($"b: {name}, line 1: the text is not valid JSON"));

    private sealed class EndlessStream(string start) : MemoryStream
    {
        private long position;

        public override bool CanSeek => false;

        public override long Position { get => position; set => position = value; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)'x');
            if (position == 0)
            {
                System.Text.Encoding.ASCII.GetBytes(start).CopyTo(buffer);
            }

            position += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
