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
        await using var reader = await Guard(context, () => ParquetReader.CreateAsync(stream, leaveStreamOpen: true, cancellationToken: cancellationToken)).ConfigureAwait(false);
        var names = reader.Schema.Fields.Select(field => field.Name).ToArray();
        if (names.Length > context.Limits.MaxFields)
        {
            throw context.Error("the file has too many columns", "Raise DatasetLimits.MaxFields");
        }

        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            var index = group;
            var rows = await Guard(context, () => ReadGroupAsync(context, reader, index, stream.Length, cancellationToken)).ConfigureAwait(false);
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

    private static async Task<List<object?[]>> ReadGroupAsync(ReadContext context, ParquetReader reader, int index, long fileLength, CancellationToken cancellationToken)
    {
        using var group = reader.OpenRowGroupReader(index);
        if (group.RowGroup.TotalByteSize > context.Limits.MaxRowGroupBytes || group.RowCount is < 0 or > int.MaxValue)
        {
            throw context.Error("a row group is larger than DatasetLimits.MaxRowGroupBytes", "Raise the limit, or write the file with smaller row groups");
        }

        var columns = new Dictionary<string, ParquetColumn>(StringComparer.Ordinal);
        foreach (var field in reader.Schema.DataFields)
        {
            columns[field.Path.ToString()] = await ParquetColumn.ReadAsync(group, field, cancellationToken).ConfigureAwait(false);
        }

        var trees = reader.Schema.Fields.Select(field => ParquetNode.Create(field, columns)).ToArray();
        var rows = new List<object?[]>();
        for (var row = 0L; row < group.RowCount; row++)
        {
            rows.Add([.. trees.Select(tree => tree.Read())]);
        }

        return rows;
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
