using Parquet;
using Parquet.Schema;

namespace MedBench;

/// <summary>The values of one leaf column of a row group with the levels that say where lists and nulls begin.</summary>
internal sealed class ParquetColumn
{
    private readonly object?[] values;
    private readonly int[] definitions;
    private readonly int[] repetitions;
    private readonly int maxDefinition;
    private int entry;
    private int value;

    private ParquetColumn(object?[] values, int[] definitions, int[] repetitions, int maxDefinition)
        => (this.values, this.definitions, this.repetitions, this.maxDefinition) = (values, definitions, repetitions, maxDefinition);

    /// <summary>How deeply the current entry is defined.</summary>
    public int Definition => maxDefinition == 0 ? 0 : definitions[entry];

    /// <summary>Whether an entry is left.</summary>
    public bool HasMore => entry < (maxDefinition == 0 ? values.Length : definitions.Length);

    /// <summary>At which list level the current entry repeats; 0 where a row begins or the column is over.</summary>
    public int Repetition => entry < repetitions.Length ? repetitions[entry] : 0;

    /// <summary>Reads a column; null where its type is none that a dataset of texts and numbers has.</summary>
    public static async Task<ParquetColumn?> ReadAsync(ParquetRowGroupReader group, DataField field, int maxEntries, CancellationToken cancellationToken)
        => field.ClrType == typeof(string) || field.ClrType == typeof(ReadOnlyMemory<char>) ? await ReadAsync<ReadOnlyMemory<char>>(group, field, maxEntries, text => new string(text.Span), cancellationToken).ConfigureAwait(false)
            : field.ClrType == typeof(int) ? await ReadAsync<int>(group, field, maxEntries, number => (long)number, cancellationToken).ConfigureAwait(false)
            : field.ClrType == typeof(long) ? await ReadAsync<long>(group, field, maxEntries, number => number, cancellationToken).ConfigureAwait(false)
            : field.ClrType == typeof(double) ? await ReadAsync<double>(group, field, maxEntries, number => number, cancellationToken).ConfigureAwait(false)
            : field.ClrType == typeof(float) ? await ReadAsync<float>(group, field, maxEntries, number => (double)number, cancellationToken).ConfigureAwait(false)
            : field.ClrType == typeof(bool) ? await ReadAsync<bool>(group, field, maxEntries, flag => flag, cancellationToken).ConfigureAwait(false)
            : null;

    /// <summary>Returns the value of the current entry and moves on.</summary>
    public object? Next()
    {
        var isDefined = Definition == maxDefinition;
        entry++;
        return isDefined ? values[value++] : null;
    }

    private static async Task<ParquetColumn> ReadAsync<T>(ParquetRowGroupReader group, DataField field, int maxEntries, Func<T, object?> convert, CancellationToken cancellationToken)
        where T : struct
    {
        var count = group.GetMetadata(field)?.MetaData?.NumValues ?? 0;
        if (count < 0 || count > maxEntries)
        {
            throw new InvalidDataException("A column claims more values than its file can hold.");
        }

        var definitions = new int[field.MaxDefinitionLevel == 0 ? 0 : count];
        var repetitions = new int[field.MaxRepetitionLevel == 0 ? 0 : count];
        var raw = new T[count];

        // The library's own way to read levels instantiates generics at run time, which ahead-of-time compilation does not have.
        await group.ReadRawAsync<T>(
            field,
            raw,
            definitions.Length == 0 ? (Memory<int>?)null : definitions,
            repetitions.Length == 0 ? (Memory<int>?)null : repetitions,
            cancellationToken).ConfigureAwait(false);
        var defined = definitions.Length == 0 ? (int)count : definitions.Count(level => level == field.MaxDefinitionLevel);
        return new ParquetColumn([.. raw.Take(defined).Select(convert)], definitions, repetitions, field.MaxDefinitionLevel);
    }
}
