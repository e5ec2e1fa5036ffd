namespace MedBench;

/// <summary>Reads the records of a dataset file, whatever its format, one at a time and in constant memory.</summary>
/// <example><code>
/// await foreach (var row in DatasetReader.ReadAsync(file))
/// {
///     var stem = row.GetString("question");
///     var options = row.GetOptions("options");
/// }
/// </code></example>
public static class DatasetReader
{
    /// <summary>Streams the records of a file in file order.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">Format, columns and limits; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <returns>Rows, each valid until the next is asked for.</returns>
    /// <exception cref="DatasetException">The file is missing or empty, or a record is damaged; names file and line.</exception>
    public static IAsyncEnumerable<DatasetRow> ReadAsync(DatasetFile file, DatasetReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        options ??= new DatasetReadOptions();
        var context = new ReadContext(file, options);
        return Resolve(context) switch
        {
            DatasetFormat.JsonLines => JsonLinesReader.ReadAsync(context, started: null, cancellationToken),
            DatasetFormat.Json => JsonDocumentReader.ReadAsync(context, sniff: options.Format == DatasetFormat.Auto, cancellationToken),
            DatasetFormat.Csv => CsvReader.ReadAsync(context, (byte)',', cancellationToken),
            DatasetFormat.Tsv => CsvReader.ReadAsync(context, (byte)'\t', cancellationToken),
            _ => ParquetRowReader.ReadAsync(context, cancellationToken),
        };
    }

    private static DatasetFormat Resolve(ReadContext context) => context.Options.Format is not DatasetFormat.Auto
        ? context.Options.Format
        : Path.GetExtension(context.File.Name).ToUpperInvariant() switch
        {
            ".JSONL" or ".NDJSON" => DatasetFormat.JsonLines,
            ".JSON" => DatasetFormat.Json,
            ".CSV" => DatasetFormat.Csv,
            ".TSV" => DatasetFormat.Tsv,
            ".PARQUET" => DatasetFormat.Parquet,
            var extension => throw context.Error(
                extension.Length == 0 ? "the name has no extension that tells the format" : $"files ending in '{extension.ToLowerInvariant()}' are not read",
                "Name a .jsonl, .json, .csv, .tsv or .parquet file"),
        };
}
