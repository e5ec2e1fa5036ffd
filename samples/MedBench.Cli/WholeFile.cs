namespace MedBench.Cli;

/// <summary>Writes a file whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file under another name and moves it to its place when it is complete.</summary>
    /// <exception cref="InvalidDataException">The content could not be made, and an older file is still in place.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        var part = path + ".part";
        try
        {
            await using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write))
            {
                await write(stream);
            }

            File.Move(part, path, overwrite: true);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && File.Exists(path))
        {
            throw new InvalidDataException($"{exception.Message} {path} is left as it was.", exception);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
