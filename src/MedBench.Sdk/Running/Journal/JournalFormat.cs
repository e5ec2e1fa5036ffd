using System.Buffers;
using System.Globalization;
using System.IO.Hashing;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace MedBench.Running;

/// <summary>The line format of <c>journal.jsonl</c>: one JSON object a line, closed by a checksum of everything before it.</summary>
/// <remarks>A line is <c>{"t":kind, … ,"x":"16 hex digits"}</c>; the digits are the XxHash3 of the bytes before <c>,"x"</c>.</remarks>
internal static class JournalFormat
{
    public const int Version = 1;

    /// <summary>Length of the checksum's property and the closing brace.</summary>
    public const int TailLength = 24;

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        SkipValidation = true,
    };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    /// <summary>Writes JSON into a buffer of this thread, valid until the thread's next call.</summary>
    public static ReadOnlySpan<byte> Json<T>(T state, Action<Utf8JsonWriter, T> write)
    {
        var json = Begin();
        write(json, state);
        json.Flush();
        return buffer!.WrittenSpan;
    }

    /// <summary>Writes a whole line, newline included, into a buffer of this thread, valid until the thread's next call.</summary>
    /// <param name="kind">What the line records.</param>
    /// <param name="state">What <paramref name="write"/> needs.</param>
    /// <param name="write">Writes the properties of the object.</param>
    public static ReadOnlySpan<byte> Line<T>(string kind, T state, Action<Utf8JsonWriter, T> write)
    {
        var json = Begin();
        json.WriteStartObject();
        json.WriteString("t"u8, kind);
        write(json, state);
        json.Flush();
        var hash = XxHash3.HashToUInt64(buffer!.WrittenSpan);
        var tail = buffer.GetSpan(TailLength + 1);
        ",\"x\":\""u8.CopyTo(tail);
        hash.TryFormat(tail[6..], out _, "x16", CultureInfo.InvariantCulture);
        "\"}\n"u8.CopyTo(tail[22..]);
        buffer.Advance(TailLength + 1);
        return buffer.WrittenSpan;
    }

    /// <summary>Returns whether a line (without its newline) is whole and unchanged.</summary>
    public static bool IsIntact(ReadOnlySpan<byte> line)
    {
        if (line.Length <= TailLength)
        {
            return false;
        }

        Span<byte> tail = stackalloc byte[TailLength];
        ",\"x\":\""u8.CopyTo(tail);
        XxHash3.HashToUInt64(line[..^TailLength]).TryFormat(tail[6..], out _, "x16", CultureInfo.InvariantCulture);
        "\"}"u8.CopyTo(tail[22..]);
        return line[^TailLength..].SequenceEqual(tail);
    }

    private static Utf8JsonWriter Begin()
    {
        buffer ??= new ArrayBufferWriter<byte>(1 << 14);
        buffer.ResetWrittenCount();
        writer ??= new Utf8JsonWriter(buffer, Options);
        writer.Reset(buffer);
        return writer;
    }
}
