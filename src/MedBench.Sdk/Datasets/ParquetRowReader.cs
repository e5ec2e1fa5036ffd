using System.Runtime.CompilerServices;
using Parquet;
using Parquet.Schema;

namespace MedBench;

/// <summary>Reads Parquet, one row group in memory at a time.</summary>
internal static class ParquetRowReader
{
    public static async IAsyncEnumerable<DatasetRow> ReadAsync(ReadContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stream = context.Open();
        await using var reader = await Guard(context, () =>
        {
            ParquetFooter.Check(stream, context.Limits.MaxRecordBytes);
            return ParquetReader.CreateAsync(stream, leaveStreamOpen: true, cancellationToken: cancellationToken);
        }).ConfigureAwait(false);
        var (columns, groups) = await Guard(context, () => Task.FromResult((reader.Schema.Fields.Count, reader.RowGroupCount))).ConfigureAwait(false);
        if (columns > context.Limits.MaxFields)
        {
            throw context.Error("the file has too many columns", "Raise DatasetLimits.MaxFields");
        }

        for (var group = 0; group < groups; group++)
        {
            var index = group;
            var (names, rows) = await Guard(context, () => ReadGroupAsync(context, reader, index, stream.Length, cancellationToken)).ConfigureAwait(false);
            foreach (var values in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var number = ++context.Current;
                var fields = new FieldList(names.Length);
                fields.Names.AddRange(names);
                fields.Values.AddRange(values);
                yield return new ValueRow(context, number, number, key: null, fields, isTyped: true);
            }
        }

        if (context.Current++ == 0)
        {
            throw context.Empty();
        }
    }

    private static async Task<(string[] Names, List<object?[]> Rows)> ReadGroupAsync(ReadContext context, ParquetReader reader, int index, long fileLength, CancellationToken cancellationToken)
    {
        using var group = reader.OpenRowGroupReader(index);
        if (group.RowGroup.TotalByteSize > context.Limits.MaxRowGroupBytes || group.RowCount is < 0 or > int.MaxValue)
        {
            throw context.Error("a row group is larger than DatasetLimits.MaxRowGroupBytes", "Raise the limit, or write the file with smaller row groups");
        }

        var columns = new Dictionary<string, ParquetColumn>(StringComparer.Ordinal);

        // Runs pack many values into a byte, yet no published file comes near a thousand; more is a claim meant to exhaust memory.
        var maxEntries = (int)Math.Min(Math.Min(1_000 * fileLength, context.Limits.MaxRowGroupBytes / 64), int.MaxValue / 2);
        foreach (var field in reader.Schema.DataFields)
        {
            if (await ParquetColumn.ReadAsync(group, field, maxEntries, cancellationToken).ConfigureAwait(false) is { } column)
            {
                columns[field.Path.ToString()] = column;
            }
        }

        // Fields of other types (dates, bytes) are left out rather than refused: published sets carry them beside what is wanted.
        var trees = reader.Schema.Fields.Select(field => (field.Name, Node: ParquetNode.TryCreate(field, columns))).Where(tree => tree.Node is not null).ToArray();
        var rows = new List<object?[]>();
        for (var row = 0L; trees.Length > 0 && row < group.RowCount; row++)
        {
            rows.Add([.. trees.Select(tree => tree.Node!.Read())]);
        }

        return ([.. trees.Select(tree => tree.Name)], rows);
    }

    /// <summary>The library meets damaged files with exceptions of many types; to the user all of them mean the same.</summary>
    private static async Task<T> Guard<T>(ReadContext context, Func<Task<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (DatasetException or OperationCanceledException))
        {
            throw context.Error("the file is not valid Parquet, or is cut short", ReadContext.Redownload, cause: exception);
        }
    }
}
