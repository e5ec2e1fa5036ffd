using System.Collections.Concurrent;
using System.Text.Json;

namespace MedBench.Running;

/// <summary>The append-only record of a run: one line per finished call and per finished sample. What it holds is never asked again.</summary>
internal sealed class Journal : IDisposable
{
    private readonly DurableFile file;
    private readonly JournalContent content;
    private readonly ConcurrentDictionary<CallKey, JournalEntry> vectors = new();

    private Journal(DurableFile file, JournalContent content, long droppedBytes) => (this.file, this.content, DroppedBytes) = (file, content, droppedBytes);

    /// <summary>Gets the finished samples of earlier sessions by ordinal; failed ones are not among them and are tried again.</summary>
    public IReadOnlyDictionary<long, JournalEntry> FinishedSamples => content.Samples;

    /// <summary>Gets the length of the line that a crash cut off and that was dropped; 0 where there was none.</summary>
    public long DroppedBytes { get; }

    /// <summary>Opens the journal, dropping a line that a crash cut off.</summary>
    /// <param name="path">The file.</param>
    /// <param name="disk">What writes it.</param>
    /// <param name="skipsDamaged">Whether a damaged line counts as absent.</param>
    /// <exception cref="InvalidDataException">A line in the middle is damaged.</exception>
    public static Journal Open(string path, Disk disk, bool skipsDamaged = false)
    {
        var content = File.Exists(path) ? JournalReader.Read(path, skipsDamaged) : new JournalContent();
        var dropped = File.Exists(path) ? new FileInfo(path).Length - content.Length : 0;
        return new Journal(DurableFile.Open(path, content.Length, disk), content, dropped);
    }

    /// <summary>Returns the reply of a call that an earlier session finished, or the vector of a text that this one did.</summary>
    public byte[]? FindReply(CallKey key)
        => content.Calls.TryGetValue(key, out var entry) || vectors.TryGetValue(key, out entry) ? Read(entry) : null;

    /// <summary>Takes the record of a finished call and returns where it ends.</summary>
    public long AppendCall(CallRecord call)
    {
        var line = JournalFormat.Line("call", call, static (json, call) => call.Write(json));
        return file.Append(line) + line.Length;
    }

    /// <summary>Takes the record of a vector and hands it to the operating system; from then on it is found, for other samples may ask for the same text.</summary>
    public void AppendVector(CallRecord call)
    {
        var line = JournalFormat.Line("call", call, static (json, call) => call.Write(json));
        JournalCall.TryRead(line, out var parts);
        var offset = file.Append(line);
        file.WriteThrough(offset + line.Length);
        vectors[call.Key] = new JournalEntry(offset + parts.Response.Offset, parts.Response.Length);
    }

    /// <summary>Hands everything before an offset to the operating system, so that a killed process does not ask it again.</summary>
    public void WriteThrough(long end) => file.WriteThrough(end);

    /// <summary>Records that the reply of a call turned out to be of no use, so that a later session asks again.</summary>
    public void AppendRejection(CallKey key) => file.Append(JournalFormat.Line("rejected", key, static (json, key) => json.WriteString("k"u8, key.ToString())));

    /// <summary>Records a sample that ended, hands it to the operating system, and returns where its result stands.</summary>
    public JournalEntry AppendSample(long ordinal, SampleResult result)
    {
        var line = JournalFormat.Line(result.Outcome == Outcome.Failed ? "failed" : "sample", (ordinal, result), static (json, state) =>
        {
            json.WriteNumber("n"u8, state.ordinal);
            json.WritePropertyName("r"u8);
            ResultJson.Write(json, state.result);
        });
        // The number before it holds no quote, so the first such name is the property's.
        var start = line.IndexOf("\"r\":"u8) + 4;
        var offset = file.Append(line);
        file.WriteThrough(offset + line.Length);
        return new JournalEntry(offset + start, line.Length - start - JournalFormat.TailLength - 1);
    }

    /// <summary>Completes once everything appended so far is on the disk.</summary>
    public Task FlushAsync() => file.FlushAsync();

    /// <summary>Reads a recorded piece of JSON.</summary>
    public byte[] Read(JournalEntry entry)
    {
        var bytes = new byte[entry.Length];
        file.Read(bytes, entry.Offset);
        return bytes;
    }

    /// <inheritdoc />
    public void Dispose() => file.Dispose();
}
