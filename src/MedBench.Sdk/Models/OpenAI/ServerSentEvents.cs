using System.Buffers;

namespace MedBench;

/// <summary>Reads the events of a stream that has arrived, one after the other; an event that its blank line does not end is none.</summary>
/// <remarks>Server-sent events of the HTML standard, section 9.2, with the field <c>data</c> alone: names and ids do not matter here, comments keep connections open.</remarks>
internal ref struct ServerSentEvents(ReadOnlySpan<byte> stream)
{
    private ArrayBufferWriter<byte>? lines;
    private ReadOnlySpan<byte> rest = stream.StartsWith("\uFEFF"u8) ? stream[3..] : stream;

    /// <summary>Gets the data of the event; where it has several lines, they are joined.</summary>
    public ReadOnlySpan<byte> Data { get; private set; }

    /// <summary>Moves to the next event with data.</summary>
    public bool Read()
    {
        Data = [];
        lines?.Clear();
        while (TryReadLine(out var line))
        {
            if (line.Length == 0 && Data.Length > 0)
            {
                return true;
            }

            if (line.StartsWith("data:"u8))
            {
                Add(line.Length > 5 && line[5] == ' ' ? line[6..] : line[5..]);
            }
        }

        return false;
    }

    private void Add(ReadOnlySpan<byte> line)
    {
        if (Data.Length == 0)
        {
            Data = line;
            return;
        }

        lines ??= new ArrayBufferWriter<byte>();
        if (lines.WrittenCount == 0)
        {
            lines.Write(Data);
        }

        lines.Write("\n"u8);
        lines.Write(line);
        Data = lines.WrittenSpan;
    }

    private bool TryReadLine(out ReadOnlySpan<byte> line)
    {
        var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
        if (end < 0)
        {
            line = [];
            return false;
        }

        line = rest[..end];
        rest = rest[(rest[end..].StartsWith("\r\n"u8) ? end + 2 : end + 1)..];
        return true;
    }
}
