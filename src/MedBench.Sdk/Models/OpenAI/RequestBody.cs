using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace MedBench;

/// <summary>A request's JSON in a pooled buffer: written to, then sent from.</summary>
internal sealed class RequestBody : HttpContent, IBufferWriter<byte>
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(4096);
    private int length;

    public RequestBody() => Headers.ContentType = Json;

    public ReadOnlyMemory<byte> Written => buffer.AsMemory(0, length);

    public void Advance(int count) => length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return buffer.AsMemory(length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return buffer.AsSpan(length);
    }

    /// <summary>Gives the buffer back; only after a whole reply, for a failed send may still read from it.</summary>
    public void Recycle()
    {
        var used = buffer;
        (buffer, length) = ([], 0);
        ArrayPool<byte>.Shared.Return(used);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var write = stream.WriteAsync(Written, cancellationToken);
        return write.IsCompletedSuccessfully ? Task.CompletedTask : write.AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = this.length;
        return true;
    }

    private void Reserve(int sizeHint)
    {
        if (buffer.Length - length >= Math.Max(sizeHint, 1))
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(length + sizeHint), (int)Math.Min(2L * buffer.Length, Array.MaxLength)));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
