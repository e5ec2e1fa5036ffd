using System.Net;
using System.Security.Cryptography;

namespace MedBench;

/// <summary>Downloads a file whose content is known by its hash. The file appears under its name whole and verified, or not at all.</summary>
/// <remarks>
/// What has come is kept in <c>NAME.part</c> and continued by the next try; the hash is taken over the whole at the end, so that
/// neither a server nor a leftover can smuggle bytes in. No credential is ever sent.
/// </remarks>
/// <param name="http">Sends the requests; must not follow redirects by itself, nor decompress.</param>
internal sealed class PinnedDownload(HttpMessageInvoker http)
{
    /// <summary>Downloads a file; does nothing where it is there already.</summary>
    /// <param name="pin">What to download.</param>
    /// <param name="path">Where the file goes; its folder must exist.</param>
    /// <param name="cancellationToken">Ends the download, which the next call continues.</param>
    /// <exception cref="DatasetException">What came is not what was pinned, the address leads where it must not, or the connection broke.</exception>
    public async Task DownloadAsync(DownloadPin pin, string path, CancellationToken cancellationToken = default)
    {
        var name = Path.GetFileName(path);
        if (File.Exists(path))
        {
            if (await HashAsync(path, cancellationToken).ConfigureAwait(false) != pin.Sha256)
            {
                throw new DatasetException("the file is there with another content", "Move it away, then download again", file: name);
            }

            return;
        }

        var part = path + ".part";
        try
        {
            await FetchAsync(pin, part, name, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new DatasetException("the download broke off", "Try again; it goes on where it stopped", file: name, innerException: exception);
        }

        if (await HashAsync(part, cancellationToken).ConfigureAwait(false) != pin.Sha256)
        {
            File.Delete(part);
            throw new DatasetException("the download does not have the pinned SHA-256: it was changed on the way or at its source", "Try again; if it stays, do not use the file", file: name);
        }

        File.Move(part, path, overwrite: false);
    }

    private async Task FetchAsync(DownloadPin pin, string part, string name, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(part, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        if (file.Length > pin.MaxBytes)
        {
            file.SetLength(0);
        }

        using var response = await new DownloadRoute(pin, name).SendAsync(http, file.Length, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            return; // Nothing is left to ask for: the hash tells whether that is the file.
        }

        if (!Continues(response, file.Length))
        {
            file.SetLength(0);
        }

        file.Seek(0, SeekOrigin.End);
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = new byte[80 << 10];
        while (await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
        {
            if (file.Length + count > pin.MaxBytes)
            {
                file.SetLength(0);
                throw new DatasetException(FormattableString.Invariant($"the download is larger than {pin.MaxBytes} bytes"), "Do not use it", file: name);
            }

            await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
        }

        file.Flush(flushToDisk: true);
    }

    private static bool Continues(HttpResponseMessage response, long length)
        => response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange is { From: { } from } && from == length;

    private static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));
    }
}
