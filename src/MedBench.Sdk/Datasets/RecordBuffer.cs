using System.Buffers;

namespace MedBench;

/// <summary>A pooled window on a stream, which grows until one whole record fits.</summary>
internal sealed class RecordBuffer(ReadContext context) : IDisposable
{
    private const int InitialBytes = 256 << 10;

    private readonly Stream stream = context.Open();
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(InitialBytes);
    private int end;

    /// <summary>Position of the first byte that is not consumed.</summary>
    public int Start { get; private set; }

    public byte[] Bytes => bytes;

    public bool IsFinal { get; private set; }

    public ReadOnlySpan<byte> Pending => bytes.AsSpan(Start, end - Start);

    public void Consume(int count) => Start += count;

    /// <summary>Reads on; false at the end of the stream.</summary>
    public async ValueTask<bool> FillAsync(long line, CancellationToken cancellationToken)
    {
        if (IsFinal)
        {
            return false;
        }

        MakeRoom(line);

        // A file's asynchronous read is a hop to another thread, which costs more than reading from the page cache does.
        var read = stream.CanSeek ? stream.Read(bytes, end, bytes.Length - end) : await stream.ReadAsync(bytes.AsMemory(end), cancellationToken).ConfigureAwait(false);
        end += read;
        IsFinal = read == 0;
        return !IsFinal;
    }

    /// <summary>Fills for the first time and skips a byte-order mark.</summary>
    public async ValueTask StartAsync(CancellationToken cancellationToken)
    {
        while (end < 3 && await FillAsync(1, cancellationToken).ConfigureAwait(false))
        {
        }

        if (Pending.StartsWith("\uFEFF"u8))
        {
            Consume(3);
        }
    }

    public void Dispose()
    {
        stream.Dispose();
        ArrayPool<byte>.Shared.Return(bytes);
    }

    private void MakeRoom(long line)
    {
        var pending = end - Start;
        if (pending > context.Limits.MaxRecordBytes)
        {
            throw context.TooLong(line);
        }

        var target = bytes;
        if (pending > bytes.Length / 2)
        {
            target = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * bytes.Length, Math.Max(bytes.Length + 1L, context.Limits.MaxRecordBytes + 1L)));
        }

        bytes.AsSpan(Start, pending).CopyTo(target);
        if (target != bytes)
        {
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = target;
        }

        (Start, end) = (0, pending);
    }
}
