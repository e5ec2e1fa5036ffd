using Microsoft.Win32.SafeHandles;

namespace MedBench.Running;

/// <summary>The operations on which durability rests, a method each, so that a proof can make every single one of them fail.</summary>
internal class Disk
{
    public static Disk Default { get; } = new();

    /// <summary>Hands bytes to the operating system: from here on they survive the end of the process.</summary>
    public virtual void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset) => RandomAccess.Write(file, bytes, offset);

    /// <summary>Forces a file's bytes to the disk: from here on they survive the end of the machine.</summary>
    public virtual void Flush(SafeFileHandle file) => RandomAccess.FlushToDisk(file);

    /// <summary>Puts a finished file in the place of another and forces the change to the disk.</summary>
    public virtual void Replace(string part, string path)
    {
        File.Move(part, path, overwrite: true);
        FolderFlush.Run(Path.GetDirectoryName(path)!);
    }

    /// <summary>Replaces a file as a whole: readers see the old content or the new, never a part.</summary>
    /// <exception cref="JournalWriteException">It could not be written.</exception>
    public void WriteWhole(string path, Action<Stream> write)
    {
        var part = path + ".part";
        try
        {
            using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                write(stream);
                stream.Flush();
                Flush(stream.SafeFileHandle);
            }

            Replace(part, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new JournalWriteException($"{path} cannot be written: {exception.Message}", exception);
        }
    }
}
