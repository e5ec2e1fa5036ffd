using System.Globalization;

namespace MedBench.Benchmarks;

/// <summary>Where the files of IgakuQA lie: by year, examination and block.</summary>
internal static partial class IgakuQaFiles
{
    /// <summary>The 112th examination was that of 2018.</summary>
    private const int FirstYear = 1906;

    /// <summary>The blocks of an examination, in order; B and E are the required part.</summary>
    public const string Blocks = "ABCDEF";

    public static DatasetReadOptions Options { get; } = new() { Benchmark = "igakuqa", Format = DatasetFormat.JsonLines };

    public static IReadOnlyList<string> Questions(int year, char block) => Names("data", year, $"{Examination(year)}-{block}.jsonl");

    public static IReadOnlyList<string> Metadata(int year, char block) => Names("data", year, $"{Examination(year)}-{block}_metadata.jsonl");

    public static IReadOnlyList<string> Replies(int year, char block, string system) => Names("baseline_results", year, $"{Examination(year)}-{block}_{system}.jsonl");

    /// <summary>Gets the published questions with their metadata.</summary>
    public static IReadOnlyList<DataDownload> Downloads { get; } =
    [
        .. from file in Hashes
           let year = (int.Parse(file.Block[..3], CultureInfo.InvariantCulture) + FirstYear).ToString(CultureInfo.InvariantCulture)
           from part in new[] { (Name: $"{file.Block}.jsonl", Sha256: file.Questions), (Name: $"{file.Block}_metadata.jsonl", Sha256: file.Metadata) }
           select DataDownload.GitHub("jungokasai/IgakuQA", $"data/{year}/{part.Name}", "2bc4c3d159cf5505f6253d24a909fbd53237e239") with { Sha256 = part.Sha256, Splits = [year] },
    ];

    public static bool IsRequired(char block) => block is 'B' or 'E';

    public static DatasetFile Find(IDatasetSource source, string name, IReadOnlyList<string> patterns) => source.Find(name, patterns) switch
    {
        { IsExplicit: true } file => throw new DatasetException("an examination lies in six files with their metadata", "Name the folder that holds them", Options.Benchmark, file.Name),
        null => throw new DatasetException($"{patterns[^1]} was not found in {source.Location}", "Put the authors' files there: an examination is marked as a whole", Options.Benchmark),
        var file => file,
    };

    private static int Examination(int year) => year - FirstYear;

    private static IReadOnlyList<string> Names(string folder, int year, string name) => [FormattableString.Invariant($"{folder}/{year}/{name}"), FormattableString.Invariant($"{year}/{name}"), name];
}
