using System.Buffers;
using System.Diagnostics;
using Microsoft.Win32.SafeHandles;

namespace MedBench.Running;

/// <summary>Appends whole records and makes them durable in groups.</summary>
/// <remarks>
/// Records gather in memory until one write hands all of them to the operating system and one fsync forces them to the
/// disk, at most every two milliseconds. <see cref="WriteThrough"/> is for what must survive the process at once, and
/// <see cref="FlushAsync"/> for what must survive the machine.
/// </remarks>
internal sealed class DurableFile : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    private readonly SafeFileHandle handle;
    private readonly Thread flusher;
    private readonly Lock gate = new();
    private readonly Lock writing = new();
    private readonly SemaphoreSlim work = new(0);
    private ArrayBufferWriter<byte> gathering = new(1 << 14);
    private ArrayBufferWriter<byte> spare = new(1 << 14);
    private TaskCompletionSource? waiting;
    private Exception? failure;
    private long length;
    private long written;
    private bool closed;

    private DurableFile(SafeFileHandle handle, long length)
    {
        (this.handle, this.length, written) = (handle, length, length);
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

    /// <summary>Takes a record and returns the offset at which it will stand.</summary>
    public long Append(ReadOnlySpan<byte> record)
    {
        lock (gate)
        {
            ThrowIfBroken();
            if (gathering.WrittenCount == 0 && waiting is null)
            {
                work.Release();
            }

            gathering.Write(record);
            var offset = length;
            length += record.Length;
            return offset;
        }
    }

    /// <summary>Hands everything before an offset to the operating system, so that killing the process does not lose it.</summary>
    public void WriteThrough(long end)
    {
        if (Volatile.Read(ref written) < end)
        {
            try
            {
                WriteGathered();
            }
            catch (Exception exception)
            {
                throw Break(exception);
            }
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

        work.Release();
        flusher.Join();
        handle.Dispose();
        work.Dispose();
    }

    private void FlushWhileOpen()
    {
        for (var last = false; !last;)
        {
            work.Wait();
            var started = Stopwatch.GetTimestamp();
            TaskCompletionSource? promise;
            lock (gate)
            {
                (promise, waiting, last) = (waiting, null, closed);
            }

            Flush(promise);
            var rest = Pause - Stopwatch.GetElapsedTime(started);
            if (!last && rest > TimeSpan.Zero)
            {
                Thread.Sleep(rest);
            }
        }
    }

    private void Flush(TaskCompletionSource? promise)
    {
        try
        {
            WriteGathered();
            RandomAccess.FlushToDisk(handle);
            promise?.SetResult();
        }
        catch (Exception exception)
        {
            var broken = Break(exception);
            promise?.SetException(broken);
        }
    }

    /// <summary>Writes what has gathered, in order: one thread at a time takes it and writes it.</summary>
    private void WriteGathered()
    {
        lock (writing)
        {
            ArrayBufferWriter<byte> batch;
            lock (gate)
            {
                (batch, gathering) = (gathering, spare);
            }

            RandomAccess.Write(handle, batch.WrittenSpan, written);
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

        return Describe(cause);
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
