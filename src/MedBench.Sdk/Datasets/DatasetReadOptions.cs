namespace MedBench;

/// <summary>Says how a dataset file is to be read.</summary>
public sealed record DatasetReadOptions
{
    /// <summary>Gets the format; by default it is told by the file's name.</summary>
    public DatasetFormat Format { get; init; } = DatasetFormat.Auto;

    /// <summary>Gets the columns of a CSV file without a header; empty where the first record names them.</summary>
    /// <remarks>A first record that begins with the name of the first column is taken for a header all the same.</remarks>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Gets the id of the benchmark that reads, for error messages.</summary>
    public string? Benchmark { get; init; }

    /// <summary>Gets what a file may demand.</summary>
    public DatasetLimits Limits { get; init; } = DatasetLimits.Default;
}
