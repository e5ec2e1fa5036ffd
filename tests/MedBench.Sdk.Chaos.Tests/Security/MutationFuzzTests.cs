using System.Text;

namespace MedBench.Chaos;

/// <summary>Damages small good files of every format in every way that is small, and in many that are random.</summary>
[FailureMode(38)]
public sealed class MutationFuzzTests
{
    private const int MostRecordBytes = 1 << 16;

    private const long MostBytesAllocated = 256L << 20;

    private static readonly DatasetReadOptions Options = new() { Limits = new DatasetLimits { MaxRecordBytes = MostRecordBytes, MaxRowGroupBytes = 1 << 20 } };

    private static readonly byte[] Interesting = [0x00, 0xFF, 0x7F, 0x80, (byte)'"', (byte)'{', (byte)'[', (byte)'\\', (byte)'\n', (byte)',', (byte)'-', (byte)'9'];

    private static IEnumerable<TestCaseData> Files()
    {
        yield return File("a.jsonl", Encoding.UTF8.GetBytes("{\"q\":\"é \\u00e9\",\"o\":{\"A\":\"x\"},\"n\":1.5e3}\n{\"q\":\"two\",\"o\":[\"a\",\"b\"],\"n\":-7}\n"));
        yield return File("a.json", Encoding.UTF8.GetBytes("[{\"q\":\"é one\",\"o\":{\"A\":\"x\"}},\n{\"q\":\"two\",\"o\":[1]},{\"q\":null}]"));
        yield return File("keyed.json", Encoding.UTF8.GetBytes("{\n\"1\":{\"q\":\"é\"},\n\"2\":{\"q\":\"two\",\"o\":[1]},\"3\":\"yes\"}"));
        yield return File("a.csv", Encoding.UTF8.GetBytes("q,o,n\n\"é one\",\"a\nb\",1\ntwo,x,2\nthree,\"\"\"y\"\"\",3\n"));
        yield return File("a.parquet", ParquetSample.Create());
    }

    [TestCaseSource(nameof(Files))]
    public async Task Every_truncation_and_every_changed_byte_ends_in_rows_or_in_a_dataset_error(string name, byte[] good)
    {
        var files = 0;
        var isSmall = good.Length < 200;
        for (var at = 0; at < good.Length; at++)
        {
            await ReadAsync(name, good[..at], $"cut at {at}");
            files++;
            var values = isSmall ? Enumerable.Range(0, Scale.Of(64, 256)).Select(i => (byte)(i * Scale.Of(4, 1))) : Interesting.Take(Scale.Of(4, 12));
            foreach (var value in values.Append((byte)(good[at] ^ 1)).Append((byte)(good[at] ^ 0x80)))
            {
                var bytes = good.ToArray();
                bytes[at] = value;
                await ReadAsync(name, bytes, $"byte {at} = {value}");
                files++;
            }
        }

        Figure.Print(38, $"{name}: {files} truncations and changed bytes, 0 errors of another type");
    }

    [TestCaseSource(nameof(Files))]
    public async Task Random_damage_ends_in_rows_or_in_a_dataset_error(string name, byte[] good)
    {
        var files = Scale.Of(400, 20_000);
        var random = SeededRandom.Create(38, name);
        for (var file = 0; file < files; file++)
        {
            var bytes = good.ToList();
            for (var change = random.Next(6); change >= 0; change--)
            {
                Damage(bytes, random);
            }

            await ReadAsync(name, [.. bytes], $"random {file}");
        }

        Figure.Print(38, $"{name}: {files} random mutations, 0 errors of another type");
    }

    private static void Damage(List<byte> bytes, SeededRandom random)
    {
        var (at, length) = (random.Next(bytes.Count + 1), 1 + random.Next(12));
        switch (random.Next(5))
        {
            case 0 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes.Insert(at, Interesting[random.Next(Interesting.Length)]);
                break;
            case 2:
                bytes.RemoveRange(at, Math.Min(length, bytes.Count - at));
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, Math.Min(length, bytes.Count - at)));
                break;
            default:
                bytes.InsertRange(at, Enumerable.Repeat(Interesting[random.Next(Interesting.Length)], length));
                break;
        }
    }

    private static async Task ReadAsync(string name, byte[] bytes, string damage)
    {
        var before = GC.GetTotalAllocatedBytes();
        try
        {
            await foreach (var row in DatasetReader.ReadAsync(new DatasetFile(name, () => new MemoryStream(bytes, writable: false)), Options))
            {
                Touch(row);
            }
        }
        catch (DatasetException)
        {
        }
        catch (Exception exception)
        {
            Assert.Fail($"{name}, {damage}: {exception}\n{Convert.ToBase64String(bytes)}");
        }

        Assert.That(GC.GetTotalAllocatedBytes() - before, Is.LessThan(MostBytesAllocated), damage);
    }

    /// <summary>Asks for everything in every way; each getter may refuse, with the same error.</summary>
    private static void Touch(DatasetRow row)
    {
        foreach (var field in row.Fields.Take(8))
        {
            foreach (var read in (Action[])[() => row.TryGetString(field, out _), () => row.TryGetId(field, out _), () => row.GetInt32(field), () => row.IsNumber(field), () => row.GetStrings(field), () => row.GetOptions(field), () => row.GetRow(field)])
            {
                try
                {
                    read();
                }
                catch (DatasetException)
                {
                }
            }
        }
    }

    private static TestCaseData File(string name, byte[] bytes) => new TestCaseData(name, bytes).SetArgDisplayNames(name);
}
