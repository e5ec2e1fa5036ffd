using System.Net;
using System.Net.Http.Headers;

namespace MedBench.Chaos;

/// <summary>Serves one file in this process, whole or from a byte on, and remembers what was asked.</summary>
internal sealed class DownloadServer(byte[] content) : HttpMessageHandler
{
    public List<Uri> Asked { get; } = [];

    public long Sent { get; private set; }

    /// <summary>Gets or sets where an address redirects to; null serves the file.</summary>
    public Func<Uri, string?> Redirect { get; set; } = _ => null;

    /// <summary>Gets or sets what happens once so many bytes of a reply are sent.</summary>
    public (long After, Action Act)? Interruption { get; set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Add(request.RequestUri!);
        if (Redirect(request.RequestUri!) is { } target)
        {
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri(target, UriKind.RelativeOrAbsolute) } });
        }

        var from = (int)(request.Headers.Range?.Ranges.Single().From ?? 0);
        if (from > 0 && from >= content.Length)
        {
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.RequestedRangeNotSatisfiable));
        }

        var body = new StreamContent(new SlowStream(this, content.AsMemory(from)));
        if (from > 0)
        {
            body.Headers.ContentRange = new ContentRangeHeaderValue(from, content.Length - 1, content.Length);
        }

        return Task.FromResult(new HttpResponseMessage(from > 0 ? HttpStatusCode.PartialContent : HttpStatusCode.OK) { Content = body });
    }

    private sealed class SlowStream(DownloadServer server, ReadOnlyMemory<byte> content) : MemoryStream
    {
        private const int Piece = 64;
        private int position;

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (server.Interruption is { } interruption && position >= interruption.After)
            {
                interruption.Act();
            }

            cancellationToken.ThrowIfCancellationRequested();
            var count = Math.Min(Piece, content.Length - position);
            content.Slice(position, count).CopyTo(buffer);
            (position, server.Sent) = (position + count, server.Sent + count);
            return ValueTask.FromResult(count);
        }
    }
}
