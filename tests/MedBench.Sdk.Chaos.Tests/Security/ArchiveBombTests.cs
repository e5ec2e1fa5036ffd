using System.Buffers.Binary;

namespace MedBench.Chaos;

[FailureMode(36)]
public sealed class ArchiveBombTests : TemporaryFolder
{
    private static readonly ArchiveLimits Limits = new() { MaxEntries = 100, MaxEntryBytes = 4 << 20, MaxTotalBytes = 8 << 20, MaxRatio = 50 };

    private static readonly Dictionary<string, (Action<string> Write, string Limit)> Bombs = new()
    {
        ["one large file.zip"] = (path => Archives.Zip(path, [("zeros", Archives.Zeros(64 << 20), 0)]), "is larger than 4194304 bytes"),
        ["ratio.tar.gz"] = (path => Archives.Tar(path, Archives.TarFile("zeros", Archives.Zeros(3 << 20))), "50 times the archive"),
        ["many files.zip"] = (path => Archives.Zip(path, Noise(4, 3 << 20)), "more than 8388608 bytes"),
        ["many entries.zip"] = (path => Archives.Zip(path, [.. Enumerable.Range(0, 200).Select(i => $"{i}.txt")]), "more than 100 entries"),
        ["lying header.zip"] = (WriteLie, "is not what its checksum says"),
    };

    [Test]
    public async Task A_bomb_stops_at_its_limit_and_leaves_nothing()
    {
        foreach (var (name, (write, limit)) in Bombs)
        {
            write(PathOf(name));
            var error = await RefusalAsync(name);
            Assert.That(error, Does.Contain(limit), name);
            Assert.That(Directory.Exists(PathOf("out")) || Directory.Exists(PathOf("out.part")), Is.False, name);
        }

        Figure.Print(36, $"{Bombs.Count}/{Bombs.Count} bombs stopped at their limit, at most the limit itself written, nothing left");
    }

    [Test]
    public async Task A_bomb_that_is_fetched_stops_at_its_limit_and_leaves_nothing()
    {
        Archives.Zip(PathOf("bomb.zip"), [("zeros", Archives.Zeros(512 << 20), 0)]);
        await Assert.ThatAsync(() => Fetched.ArchiveAsync(PathOf("bomb.zip"), PathOf("cache")), Throws.InstanceOf<DatasetException>().With.Message.Contains("more than 200 times the archive"));
        Assert.That(Directory.GetFiles(PathOf("cache"), "*", SearchOption.AllDirectories).Select(Path.GetFileName), Is.EqualTo(new[] { "unpinned.lock" }));
    }

    [Test]
    public async Task The_counter_writes_no_buffer_beyond_a_limit()
    {
        var writer = new BoundedWriter(1 << 20, Limits);
        var problem = await writer.WriteAsync(new MemoryStream(Archives.Zeros(64 << 20)), PathOf("file"), crc32: null, CancellationToken.None);
        Assert.That(problem, Does.Contain("4194304 bytes"));
        Assert.That(new FileInfo(PathOf("file")).Length, Is.LessThanOrEqualTo(Limits.MaxEntryBytes));
    }

    [Test]
    public async Task An_archive_within_an_archive_stays_packed()
    {
        Archives.Zip(PathOf("inner.zip"), [("zeros", Archives.Zeros(64 << 20), 0)]);
        var inner = await File.ReadAllBytesAsync(PathOf("inner.zip"));
        Archives.Zip(PathOf("outer.zip"), [("inner.zip", inner, 0)]);
        Assert.That(await DatasetArchive.ExtractAsync(PathOf("outer.zip"), PathOf("out"), Limits), Is.EqualTo(new[] { "inner.zip" }));
    }

    private static IEnumerable<(string, byte[], int)> Noise(int files, int bytes)
    {
        var random = SeededRandom.Create(36, "noise");
        for (var i = 0; i < files; i++)
        {
            yield return ($"{i}.bin", [.. Enumerable.Range(0, bytes).Select(_ => (byte)random.Next(256))], 0);
        }
    }

    /// <summary>Claims ten bytes in every header for what inflates to 64 mebibytes.</summary>
    private static void WriteLie(string path)
    {
        Archives.Zip(path, [("zeros", Archives.Zeros(64 << 20), 0)]);
        var bytes = File.ReadAllBytes(path);
        for (var at = bytes.AsSpan().IndexOf("PK\x01\x02"u8); at >= 0; at = -1)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at + 24), 10);
        }

        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(22), 10);
        File.WriteAllBytes(path, bytes);
    }

    private async Task<string> RefusalAsync(string name)
    {
        try
        {
            await DatasetArchive.ExtractAsync(PathOf(name), PathOf("out"), Limits);
            return "";
        }
        catch (DatasetException exception)
        {
            return exception.Message;
        }
    }
}
