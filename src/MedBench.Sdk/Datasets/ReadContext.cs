namespace MedBench;

/// <summary>One reading of one file: what is read, how, and how its errors are named.</summary>
internal sealed class ReadContext(DatasetFile file, DatasetReadOptions options)
{
    public const string Redownload = "Download the file again, or correct it";

    public DatasetFile File { get; } = file;

    public DatasetReadOptions Options { get; } = options;

    public DatasetLimits Limits => Options.Limits;

    /// <summary>Number of the record that is current; rows of an earlier one refuse to be read.</summary>
    public long Current { get; set; }

    public DatasetException Error(string problem, string remedy, long? line = null, string? field = null, Exception? cause = null)
        => new(problem, remedy, Options.Benchmark, File.Name, line, field, cause);

    public DatasetException Empty() => Error("the file holds no record", Redownload);

    public DatasetException NotUtf8(long line, int index)
        => Error(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the bytes from position {index + 1} of the record on are not UTF-8 text"), "Save the file as UTF-8", line);

    public DatasetException TooLong(long line)
        => Error(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the record is longer than {Limits.MaxRecordBytes} bytes"), "Split it, or raise DatasetLimits.MaxRecordBytes", line);

    public Stream Open()
    {
        try
        {
            return File.OpenRead();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Error("the file does not exist", "Check the path", cause: exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Error("the file cannot be opened", "Check that it is a file and that you may read it", cause: exception);
        }
    }
}
