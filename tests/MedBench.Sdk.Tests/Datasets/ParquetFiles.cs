using Parquet;
using Parquet.Schema;

namespace MedBench.Tests.Datasets;

/// <summary>Writes Parquet files of dictionaries, lists, texts and whole numbers, by the striping of Dremel.</summary>
internal static class ParquetFiles
{
    public static async Task<DatasetFile> CreateAsync(string name, ParquetSchema schema, IReadOnlyList<IReadOnlyDictionary<string, object?>> rows)
    {
        using var stream = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(schema, stream))
        {
            using var group = writer.CreateRowGroup();
            var entries = new Dictionary<string, List<(int Definition, int Repetition, object? Value)>>();
            foreach (var row in rows)
            {
                foreach (var field in schema.Fields)
                {
                    Stripe(field, row[field.Name], 0, 0, entries);
                }
            }

            foreach (var leaf in schema.DataFields)
            {
                var column = entries[leaf.Path.ToString()];
                if (leaf.ClrType != typeof(long))
                {
                    await WriteAsync<ReadOnlyMemory<char>>(group, leaf, column, value => ((string)value).AsMemory());
                }
                else
                {
                    await WriteAsync(group, leaf, column, value => (long)value);
                }
            }
        }

        var bytes = stream.ToArray();
        return new DatasetFile(name, () => new MemoryStream(bytes, writable: false));
    }

    private static Task WriteAsync<T>(ParquetRowGroupWriter group, DataField leaf, List<(int Definition, int Repetition, object? Value)> column, Func<object, T> convert)
        where T : struct
        => group.WriteAllPartsAsync<T>(
            leaf,
            column.Where(entry => entry.Value is not null).Select(entry => convert(entry.Value!)).ToArray(),
            leaf.MaxDefinitionLevel == 0 ? (ReadOnlyMemory<int>?)null : column.Select(entry => entry.Definition).ToArray(),
            leaf.MaxRepetitionLevel == 0 ? (ReadOnlyMemory<int>?)null : column.Select(entry => entry.Repetition).ToArray(),
            CancellationToken.None);

    private static void Stripe(Field field, object? value, int definition, int repetition, Dictionary<string, List<(int, int, object?)>> entries)
    {
        switch (field)
        {
            case ListField list when value is object?[] { Length: > 0 } items:
                for (var i = 0; i < items.Length; i++)
                {
                    Stripe(list.Item, items[i], list.MaxDefinitionLevel, i == 0 ? repetition : list.MaxRepetitionLevel, entries);
                }

                break;
            case ListField list:
                Stripe(list.Item, null, value is null ? definition : list.MaxDefinitionLevel - 1, repetition, entries);
                break;
            case StructField record:
                foreach (var child in record.Fields)
                {
                    Stripe(child, (value as IReadOnlyDictionary<string, object?>)?[child.Name], value is null ? definition : record.MaxDefinitionLevel, repetition, entries);
                }

                break;
            default:
                var column = entries.TryGetValue(field.Path.ToString(), out var known) ? known : entries[field.Path.ToString()] = [];
                column.Add((value is null ? definition : field.MaxDefinitionLevel, repetition, value));
                break;
        }
    }
}
