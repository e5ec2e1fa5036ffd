namespace MedBench;

/// <summary>Bounds what a dataset file may demand of the reader; a file beyond them is refused with a <see cref="DatasetException"/>.</summary>
public sealed record DatasetLimits
{
    /// <summary>Gets the limits that apply unless others are given.</summary>
    public static DatasetLimits Default { get; } = new();

    /// <summary>Gets the longest line or record, in bytes; 16 MiB by default.</summary>
    public int MaxRecordBytes { get; init; } = 16 << 20;

    /// <summary>Gets the deepest nesting of JSON; 64 by default.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>Gets the largest number of fields or columns of a record; 1,000 by default.</summary>
    public int MaxFields { get; init; } = 1_000;

    /// <summary>Gets the largest image that a record holds or names, in bytes; 20 MiB by default, which is what endpoints take at most.</summary>
    public int MaxImageBytes { get; init; } = 20 << 20;

    /// <summary>Gets the largest Parquet row group, in bytes after decompression; 1 GiB by default.</summary>
    public long MaxRowGroupBytes { get; init; } = 1L << 30;
}
