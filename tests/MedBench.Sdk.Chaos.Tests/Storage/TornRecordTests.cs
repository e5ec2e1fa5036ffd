using MedBench.Running;
using Microsoft.Win32.SafeHandles;

namespace MedBench.Chaos.Storage;

/// <summary>What a failed write left behind is the last thing in the file, however many threads wait to write at that moment.</summary>
[FailureMode(17)]
public sealed class TornRecordTests : StorageFixture
{
    private const int Threads = 8;
    private const int Rounds = 300;

    [Test]
    public void Nothing_is_written_after_a_torn_record()
    {
        for (var round = 0; round < Rounds; round++)
        {
            using var appended = new Barrier(Threads);
            var disk = new DiskThatRecovers();
            using var file = DurableFile.Open(At($"{round}.jsonl"), length: 0, disk);
            var writers = Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
            {
                var end = file.Append("a record that is torn\n"u8) + 1;
                appended.SignalAndWait();
                try
                {
                    file.WriteThrough(end);
                }
                catch (JournalWriteException)
                {
                    // Expected of all of them.
                }
            })).ToList();
            writers.ForEach(writer => writer.Start());
            writers.ForEach(writer => writer.Join());
            Assert.That(disk.Writes, Is.EqualTo(1), $"round {round}");
        }
    }

    /// <summary>A disk that is full for one write and has room again at once.</summary>
    private sealed class DiskThatRecovers : Disk
    {
        private int writes;

        public int Writes => writes;

        public override void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset)
        {
            if (Interlocked.Increment(ref writes) > 1)
            {
                base.Write(file, bytes, offset);
                return;
            }

            base.Write(file, bytes[..(bytes.Length / 2)], offset);
            throw new IOException("No space left on device");
        }
    }
}
