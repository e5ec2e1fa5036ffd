using System.Buffers;
using System.Diagnostics;
using Microsoft.Win32.SafeHandles;

namespace MedBench.Running;

/// <summary>Appends whole records and makes them durable in groups.</summary>
/// <remarks>
/// Records gather in memory. After <see cref="WriteThrough"/> they are with the operating system and survive the process; one write
/// takes along all that has gathered. After <see cref="FlushAsync"/> they are on the disk and survive the machine; one fsync, at
/// most every two milliseconds, covers all records before it. After a failure nothing more is taken, because what follows a torn
/// record would be lost with it.
/// </remarks>
internal sealed class DurableFile : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    private readonly Disk disk;
    private readonly SafeFileHandle handle;
    private readonly Lock gate = new();
    private readonly Lock writing = new();
    private readonly SemaphoreSlim asked = new(0);
    private ArrayBufferWriter<byte> gathering = new(1 << 14);
    private ArrayBufferWriter<byte> spare = new(1 << 14);
    private Thread? flusher;
    private TaskCompletionSource? waiting;
    private Exception? failure;
    private long length;
    private long written;
    private long durable;
    private bool closed;

    private DurableFile(Disk disk, SafeFileHandle handle, long length) => (this.disk, this.handle, this.length, written, durable) = (disk, handle, length, length, length);

    /// <summary>Opens a file for appending after its first <paramref name="length"/> bytes; what stood behind them is cut off.</summary>
    public static DurableFile Open(string path, long length, Disk disk)
    {
        var isNew = !File.Exists(path);
        var handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        RandomAccess.SetLength(handle, length);
        if (isNew)
        {
            FolderFlush.Run(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }

        return new DurableFile(disk, handle, length);
    }

    /// <summary>Takes a record and returns the offset at which it will stand.</summary>
    /// <exception cref="JournalWriteException">A record before it could not be written.</exception>
    public long Append(ReadOnlySpan<byte> record)
    {
        lock (gate)
        {
            ThrowIfBroken();
            gathering.Write(record);
            var offset = length;
            length += record.Length;
            return offset;
        }
    }

    /// <summary>Hands everything before an offset to the operating system.</summary>
    /// <exception cref="JournalWriteException">It could not be written.</exception>
    public void WriteThrough(long end)
    {
        if (Volatile.Read(ref written) < end)
        {
            WriteGathered(end);
        }
    }

    /// <summary>Completes once everything appended so far is on the disk.</summary>
    public Task FlushAsync()
    {
        lock (gate)
        {
            ThrowIfBroken();
            if (durable == length)
            {
                return Task.CompletedTask;
            }

            if (waiting is null)
            {
                waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                flusher ??= StartFlusher();
                asked.Release();
            }

            return waiting.Task;
        }
    }

    /// <summary>Reads bytes that an earlier session wrote.</summary>
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

        asked.Release();
        flusher?.Join();
        Flush();
        handle.Dispose();
        asked.Dispose();
    }

    private Thread StartFlusher()
    {
        var thread = new Thread(FlushWhenAsked) { IsBackground = true, Name = "MedBench journal" };
        thread.Start();
        return thread;
    }

    private void FlushWhenAsked()
    {
        while (!closed)
        {
            asked.Wait();
            var started = Stopwatch.GetTimestamp();
            Flush();
            var rest = Pause - Stopwatch.GetElapsedTime(started);
            if (rest > TimeSpan.Zero && !closed)
            {
                Thread.Sleep(rest);
            }
        }
    }

    /// <summary>Flushes what is not durable yet and tells who waits for it.</summary>
    private void Flush()
    {
        TaskCompletionSource? promise;
        long end;
        lock (gate)
        {
            (promise, waiting, end) = (waiting, null, length);
        }

        try
        {
            if (durable < end)
            {
                WriteGathered(end);
                disk.Flush(handle);
            }

            lock (gate)
            {
                durable = end;
            }

            promise?.SetResult();
        }
        catch (Exception exception)
        {
            var broken = Break(exception);
            promise?.SetException(broken);
        }
    }

    /// <summary>Writes what has gathered, in order: one thread at a time takes it and writes it; who waited for that may find nothing left to do.</summary>
    private void WriteGathered(long end)
    {
        lock (writing)
        {
            if (written >= end)
            {
                return;
            }

            ArrayBufferWriter<byte> batch;
            lock (gate)
            {
                ThrowIfFailed();
                (batch, gathering) = (gathering, spare);
            }

            try
            {
                disk.Write(handle, batch.WrittenSpan, written);
            }
            catch (Exception exception)
            {
                // Known before the next thread may write: it would write over the torn record.
                throw Break(exception);
            }

            Volatile.Write(ref written, written + batch.WrittenCount);
            batch.ResetWrittenCount();
            spare = batch;
        }
    }

    private JournalWriteException Break(Exception cause)
    {
        lock (gate)
        {
            failure ??= cause;
        }

        return cause as JournalWriteException ?? Describe(cause);
    }

    private void ThrowIfBroken()
    {
        ObjectDisposedException.ThrowIf(closed, this);
        ThrowIfFailed();
    }

    private void ThrowIfFailed()
    {
        if (failure is not null)
        {
            throw Describe(failure);
        }
    }

    private static JournalWriteException Describe(Exception cause) => new($"The run folder cannot be written: {cause.Message}", cause);
}
