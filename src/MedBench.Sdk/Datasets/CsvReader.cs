using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace MedBench;

/// <summary>Reads values separated by commas or tabs by RFC 4180, quoted line ends included.</summary>
internal static class CsvReader
{
    public static async IAsyncEnumerable<DatasetRow> ReadAsync(ReadContext context, byte separator, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var buffer = new RecordBuffer(context);
        await buffer.StartAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<string>? columns = null;
        var line = 1L;
        while (true)
        {
            var scanner = new CsvRecordScanner(separator);
            while (!scanner.TryFindEnd(buffer.Pending) && await buffer.FillAsync(line, cancellationToken).ConfigureAwait(false))
            {
            }

            var record = buffer.Pending[..scanner.Length];
            if (record.Length == 0 && buffer.Pending.Length == 0)
            {
                break;
            }

            if (record.Length > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var cells = Split(context, record, separator, line);
                if (columns is null)
                {
                    var isHeader = context.Options.Columns.Count == 0 || string.Equals(cells[0], context.Options.Columns[0], StringComparison.OrdinalIgnoreCase);
                    columns = isHeader ? Distinct(context, cells, line) : context.Options.Columns;
                    if (!isHeader)
                    {
                        yield return CreateRow(context, columns, cells, line);
                    }
                }
                else
                {
                    yield return CreateRow(context, columns, cells, line);
                }
            }

            line += 1 + buffer.Pending[..scanner.Length].Count((byte)'\n');
            buffer.Consume(Math.Min(scanner.Length + scanner.NewlineLength, buffer.Pending.Length));
        }

        if (context.Current++ == 0)
        {
            throw context.Empty();
        }
    }

    private static List<string> Split(ReadContext context, ReadOnlySpan<byte> record, byte separator, long line)
    {
        if (record.Length > context.Limits.MaxRecordBytes)
        {
            throw context.TooLong(line);
        }

        if (!Utf8.IsValid(record))
        {
            throw context.NotUtf8(line, JsonRecords.IndexOfInvalid(record));
        }

        if (record.Contains((byte)0))
        {
            throw context.Error("the record contains a NUL character", "Remove it", line);
        }

        var cells = new List<string>();
        for (var rest = record; ;)
        {
            var cell = CsvCell.Take(rest, separator, out var taken, out var problem);
            if (problem is not null || cells.Count == context.Limits.MaxFields)
            {
                throw context.Error(problem ?? "the record has too many columns", "Quote cells by RFC 4180; the file may be cut short", line);
            }

            cells.Add(cell);
            if (taken == rest.Length)
            {
                return cells;
            }

            rest = rest[(taken + 1)..];
        }
    }

    private static List<string> Distinct(ReadContext context, List<string> names, long line)
        => names.Distinct(StringComparer.Ordinal).Count() == names.Count ? names
            : throw context.Error("two columns have the same name", "Rename one of them", line);

    private static ValueRow CreateRow(ReadContext context, IReadOnlyList<string> columns, List<string> cells, long line)
    {
        if (cells.Count != columns.Count)
        {
            throw context.Error(
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the record has {cells.Count} columns, where {columns.Count} are expected ({string.Join(", ", columns)})"),
                "Quote cells that contain the separator, quotes or line ends; the file may be cut short",
                line);
        }

        var fields = new FieldList(cells.Count);
        for (var i = 0; i < cells.Count; i++)
        {
            fields.Names.Add(columns[i]);
            fields.Values.Add(cells[i]);
        }

        return new ValueRow(context, line, ++context.Current, key: null, fields, isTyped: false);
    }
}
