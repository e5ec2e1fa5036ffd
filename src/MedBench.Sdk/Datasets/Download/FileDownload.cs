using System.Net;
using Polly;
using Polly.Retry;

namespace MedBench;

/// <summary>Fetches one file into a part of its own and verifies it whole; nothing that fails this is left to be read.</summary>
/// <remarks>
/// A pinned file is continued where an earlier process stopped, for its hash is taken over the whole at the end: neither a server nor a
/// leftover can smuggle bytes in. A file without a hash is continued within the process only, and only while its entity tag stays the same,
/// so that parts of two versions are never put together.
/// </remarks>
/// <param name="http">Sends the requests; must not follow redirects by itself, nor decompress.</param>
/// <param name="options">Attempts and clock.</param>
/// <param name="report">Told of every step.</param>
internal sealed class FileDownload(HttpMessageInvoker http, DatasetDownloadOptions options, Action<DownloadStage, long, long?, string?> report)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    private string? version;
    private string? commit;
    private string? declared;
    private bool isContinued;

    /// <summary>Fetches a file.</summary>
    /// <param name="pin">What to fetch.</param>
    /// <param name="part">Where it is put; what an earlier process left there is continued where that is safe.</param>
    /// <param name="name">The file's name, for errors.</param>
    /// <param name="cancellationToken">Ends the work, which the next call continues.</param>
    /// <returns>The SHA-256, and the commit that the server named.</returns>
    /// <exception cref="DatasetException">What came is not what was pinned, the address leads where it must not, or the connection broke for good.</exception>
    public async Task<(string Sha256, string? Commit)> FetchAsync(DownloadPin pin, string part, string name, CancellationToken cancellationToken)
    {
        isContinued = File.Exists(part);
        var hash = await FetchWholeAsync(pin, part, name, cancellationToken).ConfigureAwait(false);
        if (pin.Sha256 is not null && hash != pin.Sha256 && isContinued)
        {
            File.Delete(part); // Its beginning may have been of another version: all of it once more.
            hash = await FetchWholeAsync(pin, part, name, cancellationToken).ConfigureAwait(false);
        }

        if ((pin.Sha256 ?? declared ?? hash) is var expected && hash != expected)
        {
            File.Delete(part);
            throw pin.IsRecorded && pin.Sha256 is not null
                ? new DatasetException($"the file has changed at its source: its SHA-256 was {expected} when it was first fetched and is {hash}", "Delete the benchmark's folder in the cache to take the new one", file: name)
                : new DatasetException($"the download does not have the SHA-256 that it must have ({expected}): it was changed on the way or at its source", "Try again; if it stays, do not use the file", file: name);
        }

        return (hash, commit);
    }

    private async Task<string> FetchWholeAsync(DownloadPin pin, string part, string name, CancellationToken cancellationToken)
    {
        if (pin.Sha256 is null)
        {
            File.Delete(part);
        }

        try
        {
            await Repeating().ExecuteAsync(async token => await FetchOnceAsync(pin, part, name, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        catch (TransferException exception)
        {
            throw new DatasetException($"the download broke off: {exception.Message}", "Try again; it goes on where it stopped", file: name, innerException: exception);
        }

        return await CachedFile.HashAsync(part, cancellationToken).ConfigureAwait(false);
    }

    private ResiliencePipeline Repeating() => options.MaxAttempts == 1 ? ResiliencePipeline.Empty : new ResiliencePipelineBuilder { TimeProvider = options.TimeProvider }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<TransferException>(),
            MaxRetryAttempts = options.MaxAttempts - 1,
            BackoffType = DelayBackoffType.Exponential,
            Delay = FirstWait,
            MaxDelay = LongestWait,
            DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>((arguments.Outcome.Exception as TransferException)?.RetryAfter is { } wait ? wait < LongestWait ? wait : LongestWait : null),
            OnRetry = arguments =>
            {
                report(DownloadStage.Retrying, 0, null, arguments.Outcome.Exception?.Message);
                return ValueTask.CompletedTask;
            },
        })
        .Build();

    private async Task FetchOnceAsync(DownloadPin pin, string part, string name, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(Silence, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        try
        {
            await using var file = new FileStream(part, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            if (file.Length > pin.MaxBytes || (pin.Sha256 is null && version is null))
            {
                file.SetLength(0);
            }

            using var reply = await new DownloadRoute(pin, name).SendAsync(http, file.Length, version, either.Token).ConfigureAwait(false);
            (commit, declared) = (reply.Commit ?? commit, reply.DeclaredSha256 ?? declared);
            if (Start(reply.Response!, file, pin) is { } total)
            {
                await AppendAsync(reply.Response!, file, total < 0 ? null : total, pin, name, silence, either.Token).ConfigureAwait(false);
            }
        }
        catch (HttpRequestException exception)
        {
            throw new TransferException(exception.Message, innerException: exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TransferException("the server did not answer in time", innerException: exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw DiskProblem.Of(exception, name);
        }
    }

    /// <summary>Prepares the part for a reply: at its end where the reply continues it, empty where it begins anew.</summary>
    /// <returns>The length that the whole will have, negative where the server does not say; null where nothing is left to take.</returns>
    private long? Start(HttpResponseMessage response, FileStream file, DownloadPin pin)
    {
        var tag = response.Headers.ETag is { IsWeak: false } strong ? strong.Tag : null;
        var range = response.Content.Headers.ContentRange;
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            if (pin.Sha256 is not null)
            {
                return null; // Nothing is left to ask for: the hash tells whether that is the file.
            }

            throw Restart(file, "the server has no more bytes than were fetched");
        }

        if (response.StatusCode == HttpStatusCode.PartialContent && (range?.From != file.Length || (version ?? tag) != tag))
        {
            throw Restart(file, "the server goes on with another version");
        }

        if (response.StatusCode == HttpStatusCode.PartialContent)
        {
            isContinued = true;
        }
        else
        {
            file.SetLength(0);
        }

        version = tag;
        file.Seek(0, SeekOrigin.End);
        return range?.Length ?? (response.Content.Headers.ContentLength is { } rest ? file.Length + rest : -1);
    }

    private TransferException Restart(FileStream file, string reason)
    {
        file.SetLength(0);
        version = null;
        return new TransferException(reason, TimeSpan.Zero);
    }

    private async Task AppendAsync(HttpResponseMessage response, FileStream file, long? total, DownloadPin pin, string name, CancellationTokenSource silence, CancellationToken cancellationToken)
    {
        if (total is null && pin.Sha256 is null && response.Headers.TransferEncodingChunked != true && response.Version < HttpVersion.Version20)
        {
            throw new DatasetException("the server does not say how long the file is, so that a part of it could pass for the whole", "Fetch it by hand, and bring your own copy", file: name);
        }

        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = new byte[80 << 10];
        for (report(DownloadStage.Fetching, file.Length, total, null); ; report(DownloadStage.Fetching, file.Length, total, null))
        {
            silence.CancelAfter(Silence);
            var count = await ReadAsync(content, buffer, cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                break;
            }

            if (file.Length + count > pin.MaxBytes || total > pin.MaxBytes)
            {
                file.SetLength(0);
                throw new DatasetException(FormattableString.Invariant($"the download is larger than {pin.MaxBytes} bytes"), "Do not use it, or allow more (MaxFileBytes)", file: name);
            }

            await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
        }

        file.Flush(flushToDisk: true);
        if (total is { } whole && file.Length != whole)
        {
            throw new TransferException(FormattableString.Invariant($"{file.Length} of {whole} bytes came"));
        }
    }

    private static async ValueTask<int> ReadAsync(Stream content, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw new TransferException(exception.Message, innerException: exception); // Of the connection, not of the disk.
        }
    }
}
