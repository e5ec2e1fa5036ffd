using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace MedBench.Chaos;

/// <summary>Writes archives, honest and hostile.</summary>
internal static class Archives
{
    private const int Symlink = unchecked((int)0xA1FF0000);

    public static void Zip(string path, params string[] names) => Zip(path, names.Select(name => (name, Encoding.UTF8.GetBytes("content"), 0)));

    public static void ZipLink(string path, string name) => Zip(path, [("before.txt", [1], 0), (name, Encoding.UTF8.GetBytes("/etc/passwd"), Symlink)]);

    public static void Zip(string path, IEnumerable<(string Name, byte[] Content, int Attributes)> entries)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, content, attributes) in entries)
        {
            var entry = archive.CreateEntry(name);
            entry.ExternalAttributes = attributes;
            using var stream = entry.Open();
            stream.Write(content);
        }
    }

    public static void Tar(string path, params TarEntry[] entries)
    {
        using var file = File.Create(path);
        using var stream = path.EndsWith("gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Optimal) : (Stream)file;
        using var writer = new TarWriter(stream);
        foreach (var entry in entries)
        {
            writer.WriteEntry(entry);
        }
    }

    public static TarEntry TarFile(string name, byte[]? content = null)
        => new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content ?? Encoding.UTF8.GetBytes("content")) };

    public static TarEntry TarLink(TarEntryType type, string name, string target) => new PaxTarEntry(type, name) { LinkName = target };

    public static byte[] Zeros(int count) => new byte[count];
}
