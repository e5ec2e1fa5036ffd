using System.CommandLine;

namespace MedBench.Cli;

/// <summary>A user's own file as a benchmark: <c>--dataset FILE --map PART=COLUMN</c>.</summary>
internal static class OwnQuestions
{
    public static Option<string?> CreateDatasetOption() => new("--dataset") { Description = "Your own questions instead of a benchmark: a CSV, JSON, JSON Lines or Parquet file. Needs --map.", HelpName = "FILE" };

    public static Option<string[]> CreateMapOption() => new("--map") { Description = "Which column of --dataset is what: question, options, answer, answer-base, reference, id, context, subject, explanation, cluster, tag. May be repeated.", HelpName = "PART=COLUMN[,COLUMN…]" };

    /// <summary>Names the benchmark that a file is.</summary>
    public static string IdOf(string path) => KebabCase.Of(path, "questions");

    /// <summary>Finds the file and what stands beside it.</summary>
    /// <param name="path">The file; null where only the other data is at hand.</param>
    /// <param name="data">What the arguments name beside it, such as <c>pool=FILE</c>.</param>
    public static DatasetSource FindSource(string? path, IReadOnlyList<string> data)
        => path is null || File.Exists(path) ? DatasetSource.Parse([.. data, .. path is null ? Array.Empty<string>() : [$"test={path}"]])
            : throw new ArgumentException($"'{path}' is no file. Check the path of --dataset.");

    /// <summary>Selects the file as a benchmark named after it; null where the arguments name no file.</summary>
    /// <exception cref="ArgumentException">The arguments contradict each other, or the map does not say enough.</exception>
    public static BenchmarkSelection? Select(RunArguments arguments, bool hasSource)
    {
        if ((arguments.DatasetId ?? arguments.Dataset) is not { } name)
        {
            return arguments.Map.Count == 0 ? null : throw new ArgumentException("--map says which column of a file is what. Add --dataset FILE.");
        }

        if (arguments is not { Benchmarks: [], Recipe: null, Split: null })
        {
            throw new ArgumentException("A file of your own is the benchmark. Leave out --benchmark, --recipe and --split.");
        }

        if (arguments.Map.Count == 0)
        {
            throw new ArgumentException("Nothing says which columns of the file are what. Add --map question=COLUMN --map options=COLUMN,COLUMN,… --map answer=COLUMN.");
        }

        var source = hasSource ? FindSource(arguments.Dataset, arguments.Data) : null;
        return new BenchmarkSelection(FieldMap.Parse(arguments.Map).CreateBenchmark(IdOf(name)), source);
    }
}
