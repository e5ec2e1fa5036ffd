using System.Globalization;

namespace MedBench;

/// <summary>Reports data that cannot be used: which benchmark, file, line and field, what is wrong and what to do.</summary>
public sealed class DatasetException : Exception
{
    /// <summary>Initializes the error.</summary>
    /// <param name="problem">What is wrong, one sentence without its full stop.</param>
    /// <param name="remedy">What to do about it, one sentence without its full stop.</param>
    /// <param name="benchmark">The benchmark's id.</param>
    /// <param name="file">The file's name.</param>
    /// <param name="line">The line or row, from 1.</param>
    /// <param name="field">The field or column.</param>
    /// <param name="innerException">The cause.</param>
    public DatasetException(string problem, string remedy, string? benchmark = null, string? file = null, long? line = null, string? field = null, Exception? innerException = null)
        : base(Describe(problem, remedy, benchmark, file, line, field), innerException)
    {
        (Problem, Remedy, Benchmark, File, Line, Field) = (problem, remedy, benchmark, file, line, field);
    }

    /// <summary>Gets what is wrong.</summary>
    public string Problem { get; }

    /// <summary>Gets what to do.</summary>
    public string Remedy { get; }

    /// <summary>Gets the benchmark's id.</summary>
    public string? Benchmark { get; }

    /// <summary>Gets the file's name.</summary>
    public string? File { get; }

    /// <summary>Gets the line or row, from 1.</summary>
    public long? Line { get; }

    /// <summary>Gets the field or column.</summary>
    public string? Field { get; }

    /// <summary>Returns the same error with the benchmark named, for readers that do not know whose file they read.</summary>
    /// <param name="benchmark">The benchmark's id.</param>
    public DatasetException For(string benchmark)
        => Benchmark is null ? new DatasetException(Problem, Remedy, benchmark, File, Line, Field, InnerException) : this;

    private static string Describe(string problem, string remedy, string? benchmark, string? file, long? line, string? field)
    {
        var place = string.Join(", ", new[]
        {
            file,
            line is { } number ? string.Create(CultureInfo.InvariantCulture, $"line {number}") : null,
            field is null ? null : $"field '{field}'",
        }.Where(part => part is not null));
        var prefix = benchmark is null ? "" : $"{benchmark}: ";
        return place.Length == 0 ? $"{prefix}{problem}. {remedy}." : $"{prefix}{place}: {problem}. {remedy}.";
    }
}
