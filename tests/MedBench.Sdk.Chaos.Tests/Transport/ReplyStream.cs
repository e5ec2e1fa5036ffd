namespace MedBench.Chaos.Transport;

/// <summary>A body that comes as a test wants it: in small pieces, slowly, without end, or never.</summary>
/// <param name="read">Fills a piece and returns its length; 0 ends the body.</param>
internal sealed class ReplyStream(Func<Memory<byte>, CancellationToken, ValueTask<int>> read) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Sends one byte after the other.</summary>
    public static ReplyStream Bytewise(byte[] body)
    {
        var at = 0;
        return new ReplyStream((target, _) =>
        {
            if (at == body.Length)
            {
                return new(0);
            }

            target.Span[0] = body[at++];
            return new(1);
        });
    }

    public HttpResponseMessage ToResponse() => new() { Content = new StreamContent(this) };

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => read(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
