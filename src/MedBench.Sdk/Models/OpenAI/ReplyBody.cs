using System.Buffers;

namespace MedBench;

/// <summary>A reply's bytes in a pooled buffer, read up to a limit.</summary>
internal struct ReplyBody : IDisposable
{
    private byte[] buffer;
    private int length;

    /// <summary>Gets whether the reply is longer than the limit; the bytes are then its beginning.</summary>
    public bool IsCut { get; private set; }

    public readonly ReadOnlySpan<byte> Bytes => buffer.AsSpan(0, length);

    public static async ValueTask<ReplyBody> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        var body = new ReplyBody { buffer = ArrayPool<byte>.Shared.Rent(4096) };
        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            // A read that fails leaves its buffer to the collector: the pool must not lend what a stream may still fill.
            var free = Math.Min(body.buffer.Length, limit) - body.length;
            var target = free > 0 ? body.buffer.AsMemory(body.length, free) : new byte[1];
            var count = await stream.ReadAsync(target, cancellationToken).ConfigureAwait(false);
            body.IsCut = free == 0 && count > 0;
            if (count == 0 || body.IsCut)
            {
                return body;
            }

            body.length += count;
            body.GrowWhenFull(limit);
        }
    }

    public void Dispose()
    {
        var used = buffer;
        (buffer, length) = ([], 0);
        if (used is { Length: > 0 })
        {
            ArrayPool<byte>.Shared.Return(used);
        }
    }

    private void GrowWhenFull(int limit)
    {
        if (length < buffer.Length || length == limit)
        {
            return;
        }

        // By four, so that all buffers together stay below one and a half times the reply's limit.
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(4L * buffer.Length, limit));
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
