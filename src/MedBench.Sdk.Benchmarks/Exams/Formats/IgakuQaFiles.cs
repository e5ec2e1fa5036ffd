using System.Globalization;

namespace MedBench.Benchmarks;

/// <summary>Where the files of IgakuQA lie: by year, examination and block.</summary>
internal static partial class IgakuQaFiles
{
    private const string Repository = "jungokasai/IgakuQA";
    private const string Commit = "2bc4c3d159cf5505f6253d24a909fbd53237e239";
    private const string Pool = "pool";

    /// <summary>The 112th examination was that of 2018.</summary>
    private const int FirstYear = 1906;

    /// <summary>The blocks of an examination, in order; B and E are the required part.</summary>
    public const string Blocks = "ABCDEF";

    public static DatasetReadOptions Options { get; } = new() { Benchmark = "igakuqa", Format = DatasetFormat.JsonLines };

    public static IReadOnlyList<string> Questions(int year, char block) => Names("data", year, $"{Examination(year)}-{block}.jsonl");

    public static IReadOnlyList<string> Metadata(int year, char block) => Names("data", year, $"{Examination(year)}-{block}_metadata.jsonl");

    public static IReadOnlyList<string> Replies(int year, char block, string system) => Names("baseline_results", year, $"{Examination(year)}-{block}_{system}.jsonl");

    public static IReadOnlyList<SplitInfo> Splits => [.. IgakuQa.PassRules.Keys.Reverse().Select(year => new SplitInfo { Name = year.ToString(CultureInfo.InvariantCulture), Count = 400, Files = [.. Questions(year, 'A')] })];

    /// <summary>Gets the published questions with their metadata, and the solved examples.</summary>
    public static IReadOnlyList<DataDownload> Downloads { get; } =
    [
        .. from file in Hashes
           let year = (int.Parse(file.Block[..3], CultureInfo.InvariantCulture) + FirstYear).ToString(CultureInfo.InvariantCulture)
           from part in new[] { (Name: $"{file.Block}.jsonl", Sha256: file.Questions), (Name: $"{file.Block}_metadata.jsonl", Sha256: file.Metadata) }
           select DataDownload.GitHub(Repository, $"data/{year}/{part.Name}", Commit) with { Sha256 = part.Sha256, Splits = [year] },
        DataDownload.GitHub(Repository, "scripts/prompts/prompt.jsonl", Commit) with { Sha256 = "fb13e2a56054b6221c38a4179bfe210424b20a4d2628a49881248acfb97c3615", Splits = [Pool] },
    ];

    public static bool IsRequired(char block) => block is 'B' or 'E';

    public static DatasetFile Find(IDatasetSource source, string name, IReadOnlyList<string> patterns) => source.Find(name, patterns) switch
    {
        { IsExplicit: true } file => throw new DatasetException("an examination lies in six files with their metadata", "Name the folder that holds them", Options.Benchmark, file.Name),
        null => throw new DatasetException($"{patterns[^1]} was not found in {source.Location}", "Put the authors' files there: an examination is marked as a whole", Options.Benchmark),
        var file => file,
    };

    public static DatasetFile FindExamples(IDatasetSource source) => source.Find(Pool, ["scripts/prompts/prompt.jsonl", "prompts/prompt.jsonl", "prompt.jsonl"])
        ?? throw new DatasetException($"the solved examples, prompt.jsonl, were not found in {source.Location}", "Put the authors' scripts/prompts/prompt.jsonl there, name it with pool=FILE, or ask without examples, which is another setting than the paper's (--strategy igakuqa-zero-shot)", Options.Benchmark);

    private static int Examination(int year) => year - FirstYear;

    private static IReadOnlyList<string> Names(string folder, int year, string name) => [FormattableString.Invariant($"{folder}/{year}/{name}"), FormattableString.Invariant($"{year}/{name}"), name];
}
