using System.Formats.Tar;

namespace MedBench.Chaos;

[FailureMode(35)]
public sealed class ArchivePathTests : TemporaryFolder
{
    private static readonly string[] HostileNames =
    [
        "../x.txt", "a/../../x.txt", "..\\x.txt", "a\\..\\..\\x.txt", "/etc/x.txt", "C:\\x.txt", "C:x.txt", "c:/x.txt", "\\\\server\\share\\x.txt", "//server/share/x.txt",
        "a/./x.txt", "a//x.txt", "CON", "aux.txt", "a/nul/x.txt", "COM¹.csv", "x.txt.", "x.txt ", "x.txt:stream", "a\nb", "a\u001bb", "a?b", "..", "a/..", "~\0",
        string.Concat(Enumerable.Repeat("a/", 40)) + "x", new string('a', 300),
    ];

    private static readonly (string First, string Second)[] Collisions =
    [
        ("a.txt", "a.txt"), ("a.txt", "A.TXT"), ("caf\u00e9.txt", "cafe\u0301.txt"), ("a", "a/b.txt"), ("Data/a.txt", "data/b.txt"),
    ];

    [Test]
    public async Task A_hostile_entry_is_refused_by_name_and_nothing_is_left_anywhere()
    {
        var archives = 0;
        foreach (var (names, hostile) in HostileNames.Select(name => (Names: new[] { "good/before.txt", name }, name)).Concat(Collisions.Select(pair => (new[] { pair.First, pair.Second }, pair.Second))))
        {
            Archives.Zip(PathOf("h.zip"), names);
            await RefuseAsync("h.zip", hostile);
            archives++;
            if (hostile.AsSpan().IndexOfAny('\0', '\n') < 0) // What a tar cannot carry.
            {
                Archives.Tar(PathOf("h.tar.gz"), [.. names.Select(name => Archives.TarFile(name))]);
                await RefuseAsync("h.tar.gz", hostile);
                archives++;
            }
        }

        foreach (var entry in Links())
        {
            Archives.Tar(PathOf("h.tar"), Archives.TarFile("before.txt"), entry, Archives.TarFile("link/through.txt"));
            await RefuseAsync("h.tar", entry.Name);
            archives++;
        }

        Archives.ZipLink(PathOf("h.zip"), "link");
        await RefuseAsync("h.zip", "link");
        Figure.Print(35, $"{archives + 1}/{archives + 1} archives refused by name, 0 files outside the folder, 0 left in it");
    }

    [Test]
    public async Task A_plain_archive_comes_out_whole_and_never_over_a_folder_that_exists()
    {
        Archives.Zip(PathOf("d.zip"), "data/", "data/test.jsonl", "LICENSE");
        Archives.Tar(PathOf("d.tgz"), new PaxTarEntry(TarEntryType.Directory, "./"), Archives.TarFile("./data/test.jsonl"), Archives.TarFile("LICENSE"));
        foreach (var archive in new[] { "d.zip", "d.tgz" })
        {
            var files = await DatasetArchive.ExtractAsync(PathOf(archive), PathOf(archive + "-out"));
            Assert.That(files, Is.EquivalentTo(new[] { "data/test.jsonl", "LICENSE" }));
            Assert.That(await File.ReadAllTextAsync(PathOf(archive + "-out", "data", "test.jsonl")), Is.EqualTo("content"));
            await Assert.ThatAsync(() => DatasetArchive.ExtractAsync(PathOf(archive), PathOf(archive + "-out")), Throws.InstanceOf<IOException>());
        }
    }

    private static IEnumerable<TarEntry> Links()
    {
        yield return Archives.TarLink(TarEntryType.SymbolicLink, "link", "/etc");
        yield return Archives.TarLink(TarEntryType.SymbolicLink, "link", "..");
        yield return Archives.TarLink(TarEntryType.HardLink, "link", "/etc/passwd");
        yield return new PaxTarEntry(TarEntryType.Fifo, "link");
        yield return new PaxTarEntry(TarEntryType.CharacterDevice, "link");
        yield return new PaxTarEntry(TarEntryType.BlockDevice, "link");
    }

    private async Task RefuseAsync(string archive, string entry)
    {
        await Assert.ThatAsync(() => Fetched.ArchiveAsync(PathOf(archive), PathOf("cache")), Throws.InstanceOf<DatasetException>().With.Message.Contains($"the entry '{entry}'"), entry);
        Assert.That(Directory.GetFiles(Root, "*", SearchOption.AllDirectories).Select(Path.GetFileName), Is.EquivalentTo(new[] { archive, "unpinned.lock" }), entry);
        File.Delete(PathOf(archive));
    }
}
