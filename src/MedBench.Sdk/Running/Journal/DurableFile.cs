using Microsoft.Win32.SafeHandles;

namespace MedBench.Running;

/// <summary>Appends whole records and makes them durable in groups.</summary>
/// <remarks>
/// A record is handed to the operating system before <see cref="Append"/> returns, so that killing the process loses
/// none; it outlives a power cut once <see cref="FlushAsync"/> has completed. One fsync serves all that wait for it.
/// </remarks>
internal sealed class DurableFile : IDisposable
{
    private readonly SafeFileHandle handle;
    private readonly Thread flusher;
    private readonly Lock gate = new();
    private readonly SemaphoreSlim work = new(0);
    private TaskCompletionSource? waiting;
    private Exception? failure;
    private long length;
    private bool closed;

    private DurableFile(SafeFileHandle handle, long length)
    {
        (this.handle, this.length) = (handle, length);
        flusher = new Thread(FlushWhileOpen) { IsBackground = true, Name = "MedBench journal" };
        flusher.Start();
    }

    /// <summary>Opens a file for appending after its first <paramref name="length"/> bytes; what stood behind them is cut off.</summary>
    public static DurableFile Open(string path, long length)
    {
        var handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        RandomAccess.SetLength(handle, length);
        return new DurableFile(handle, length);
    }

    /// <summary>Writes a record and returns its offset.</summary>
    public long Append(ReadOnlySpan<byte> record)
    {
        lock (gate)
        {
            ThrowIfBroken();
            var offset = length;
            try
            {
                RandomAccess.Write(handle, record, offset);
            }
            catch (Exception exception)
            {
                failure = exception;
                ThrowIfBroken();
            }

            length += record.Length;
            return offset;
        }
    }

    /// <summary>Completes once everything appended so far is on the disk.</summary>
    public Task FlushAsync()
    {
        lock (gate)
        {
            ThrowIfBroken();
            if (waiting is null)
            {
                waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                work.Release();
            }

            return waiting.Task;
        }
    }

    /// <summary>Reads bytes that were appended before.</summary>
    public void Read(Span<byte> destination, long offset)
    {
        for (var read = 0; read < destination.Length;)
        {
            var count = RandomAccess.Read(handle, destination[read..], offset + read);
            read += count > 0 ? count : throw new EndOfStreamException("The journal is shorter than it was.");
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (closed)
            {
                return;
            }

            closed = true;
        }

        work.Release();
        flusher.Join();
        handle.Dispose();
        work.Dispose();
    }

    private void FlushWhileOpen()
    {
        while (true)
        {
            work.Wait();
            TaskCompletionSource? batch;
            bool last;
            lock (gate)
            {
                (batch, waiting, last) = (waiting, null, closed);
            }

            Flush(batch);
            if (last)
            {
                return;
            }
        }
    }

    private void Flush(TaskCompletionSource? batch)
    {
        try
        {
            RandomAccess.FlushToDisk(handle);
            batch?.SetResult();
        }
        catch (Exception exception)
        {
            lock (gate)
            {
                failure ??= exception;
            }

            batch?.SetException(Describe(exception));
        }
    }

    private void ThrowIfBroken()
    {
        ObjectDisposedException.ThrowIf(closed, this);
        if (failure is not null)
        {
            throw Describe(failure);
        }
    }

    private static JournalWriteException Describe(Exception cause) => new($"The run folder cannot be written: {cause.Message}", cause);
}
