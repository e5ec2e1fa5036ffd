namespace MedBench.Running;

/// <summary>Reads journalled JSON back in roughly the order in which it was written, so that most reads find it in the buffer.</summary>
internal sealed class RecordReader(string path) : IDisposable
{
    private readonly FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1 << 18);

    public byte[] Read(JournalEntry entry)
    {
        var json = new byte[entry.Length];
        stream.Position = entry.Offset;
        stream.ReadExactly(json);
        return json;
    }

    public void Dispose() => stream.Dispose();
}
