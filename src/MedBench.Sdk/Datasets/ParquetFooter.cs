using System.Buffers.Binary;

namespace MedBench;

/// <summary>Walks a Parquet footer (Thrift compact protocol) before the library does, which reads on for ever in some damaged ones.</summary>
internal ref struct ParquetFooter
{
    private const int MaxDepth = 32;

    private readonly ReadOnlySpan<byte> bytes;
    private int position;

    private ParquetFooter(ReadOnlySpan<byte> bytes) => this.bytes = bytes;

    /// <summary>Reads the footer from the end of a file and walks it.</summary>
    /// <exception cref="InvalidDataException">The footer does not hold together.</exception>
    public static void Check(Stream stream, int maxBytes)
    {
        Span<byte> end = stackalloc byte[8];
        if (stream.Length < 12)
        {
            throw Damaged();
        }

        stream.Seek(-end.Length, SeekOrigin.End);
        stream.ReadExactly(end);
        var length = BinaryPrimitives.ReadInt32LittleEndian(end);
        if (!end[4..].SequenceEqual("PAR1"u8) || length <= 0 || length > Math.Min(stream.Length - 12, maxBytes))
        {
            throw Damaged();
        }

        var bytes = new byte[length];
        stream.Seek(-end.Length - length, SeekOrigin.End);
        stream.ReadExactly(bytes);
        var footer = new ParquetFooter(bytes);
        footer.SkipStruct(0);
        if (footer.position != length)
        {
            throw Damaged();
        }

        stream.Position = 0;
    }

    private void SkipStruct(int depth)
    {
        for (var header = Next(); header != 0; header = Next())
        {
            // A header without a difference is followed by the field's number.
            if (header >> 4 == 0)
            {
                SkipNumber();
            }

            Skip(header & 0x0F, depth + 1, isField: true);
        }
    }

    private void Skip(int type, int depth, bool isField)
    {
        switch (type)
        {
            case 1 or 2:
                position += isField ? 0 : 1;
                break;
            case 3:
                position++;
                break;
            case 4 or 5 or 6:
                SkipNumber();
                break;
            case 7:
                position += sizeof(double);
                break;
            case 8:
                var length = ReadCount();
                position += length;
                break;
            case 9 or 10 when depth < MaxDepth:
                var header = Next();
                var count = header >> 4 == 15 ? ReadCount() : header >> 4;
                for (var i = 0; i < count; i++)
                {
                    Skip(header & 0x0F, depth + 1, isField: false);
                }

                break;
            case 12 when depth < MaxDepth:
                SkipStruct(depth);
                break;
            default:
                throw Damaged();
        }
    }

    private byte Next() => position < bytes.Length ? bytes[position++] : throw Damaged();

    private void SkipNumber()
    {
        while (Next() >= 0x80)
        {
        }
    }

    /// <summary>Reads a length or count, which can be no more than the bytes that are left.</summary>
    private int ReadCount()
    {
        var value = 0L;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var part = Next();
            value |= (long)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value <= bytes.Length - position ? (int)value : throw Damaged();
            }
        }

        throw Damaged();
    }

    private static InvalidDataException Damaged() => new("The footer of the file is damaged.");
}
