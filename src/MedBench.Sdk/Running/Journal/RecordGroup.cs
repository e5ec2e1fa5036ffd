using System.Buffers;

namespace MedBench.Running;

/// <summary>The records that one write and one fsync make durable.</summary>
internal sealed class RecordGroup
{
    private readonly ArrayBufferWriter<byte> bytes = new(1 << 14);
    private TaskCompletionSource? promise;

    public bool IsEmpty => bytes.WrittenCount == 0 && promise is null;

    public ReadOnlySpan<byte> Bytes => bytes.WrittenSpan;

    public void Add(ReadOnlySpan<byte> record) => bytes.Write(record);

    /// <summary>Returns a task that completes when the group is on the disk.</summary>
    public Task Promise() => (promise ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Keeps the promise, or breaks it, and empties the group for its next use.</summary>
    public void Finish(Exception? failure)
    {
        var kept = promise;
        promise = null;
        bytes.ResetWrittenCount();
        if (failure is null)
        {
            kept?.SetResult();
        }
        else
        {
            kept?.SetException(failure);
        }
    }
}
