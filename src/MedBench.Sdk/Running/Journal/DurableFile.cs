using System.Diagnostics;
using Microsoft.Win32.SafeHandles;

namespace MedBench.Running;

/// <summary>Appends whole records and makes them durable in groups.</summary>
/// <remarks>
/// Records gather in memory while the group before them is written and forced to the disk; one write and one fsync serve
/// all of them. A record counts once <see cref="FlushAsync"/> has completed. Groups follow each other at once, but not more
/// often than every two milliseconds, which bounds both what a crash can cost and what durability costs.
/// </remarks>
internal sealed class DurableFile : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    private readonly SafeFileHandle handle;
    private readonly Thread writer;
    private readonly Lock gate = new();
    private readonly SemaphoreSlim work = new(0);
    private RecordGroup gathering = new();
    private RecordGroup spare = new();
    private Exception? failure;
    private long length;
    private long written;
    private bool closed;

    private DurableFile(SafeFileHandle handle, long length)
    {
        (this.handle, this.length, written) = (handle, length, length);
        writer = new Thread(WriteWhileOpen) { IsBackground = true, Name = "MedBench journal" };
        writer.Start();
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
            if (gathering.IsEmpty)
            {
                work.Release();
            }

            gathering.Add(record);
            var offset = length;
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
            if (gathering.IsEmpty)
            {
                work.Release();
            }

            return gathering.Promise();
        }
    }

    /// <summary>Reads bytes that are on the disk.</summary>
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
        writer.Join();
        handle.Dispose();
        work.Dispose();
    }

    private void WriteWhileOpen()
    {
        for (var last = false; !last;)
        {
            work.Wait();
            var started = Stopwatch.GetTimestamp();
            RecordGroup group;
            lock (gate)
            {
                (group, gathering, last) = (gathering, spare, closed);
            }

            Write(group);
            spare = group;
            var rest = Pause - Stopwatch.GetElapsedTime(started);
            if (!last && rest > TimeSpan.Zero)
            {
                Thread.Sleep(rest);
            }
        }
    }

    private void Write(RecordGroup group)
    {
        try
        {
            RandomAccess.Write(handle, group.Bytes, written);
            RandomAccess.FlushToDisk(handle);
            written += group.Bytes.Length;
            group.Finish(failure: null);
        }
        catch (Exception exception)
        {
            lock (gate)
            {
                failure ??= exception;
            }

            group.Finish(Describe(exception));
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
