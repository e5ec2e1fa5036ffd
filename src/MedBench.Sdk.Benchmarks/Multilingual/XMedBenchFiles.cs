namespace MedBench.Benchmarks;

/// <summary>Where XMedBench's files are: FreedomIntelligence/Apollo at 505c48e8.</summary>
internal static class XMedBenchFiles
{
    private const string Repository = "FreedomIntelligence/Apollo";
    private const string Revision = "505c48e82207b36cf3921df61fcd58895fb6ca4e";

    private static readonly (string Language, int? Count, string? Test, string Dev)[] Files =
    [
        ("en", null, null, "cde6bf116f2cffd9220f286bbc539b36f14e68d768af599cc819cb00488022a3"),
        ("zh", 8_759, "a7051b52f84edc43afd214f2a77e672b09500e1c9f20d7fa907b6eb08118629f", "8cb1b7a1339be65cea7c0b9c56f7731259653b074ce2b59519eb761f211d3418"),
        ("es", 2_742, "464f0aa43ebe0e6dbeb2962371a87ff0d2b62440c285edce5d4c5dbc818f704c", "d869def80abd3a59b5ee6dd400b17c0c710aa2be447d0da514a126ce59b46faf"),
        ("fr", 321, "8432fc8983c626dc0da7156a4a76b3b9c3ef864e4659191da34dda19561a3ec5", "340c706c3a9b6610ae1fac4887b6b236f565e2c126d496bd9bd9c83bc3f5c03a"),
        ("hi", 1_089, "79e46dee6c64fcb5a674b8423a0bedc98b8ece1e62147427e6e17030e78549d8", "b4f35523fa659fcacc355e3582ac032e6dc388b1382ceede7b8fe3d3aa77761a"),
        ("ar", 1_088, "9e6dbbe098a1282256fec48e4147cef003e2fd850484352d9ce2d04cdaed0f43", "ffcdc08feeaa3839c32d48b2109f994be0ae38d823dfcf41229e35fb74809357"),
    ];

    public static IEnumerable<string> Languages => Files.Select(file => file.Language);

    public static IEnumerable<SplitInfo> Splits => Files.Select(file => new SplitInfo { Name = file.Language, Count = file.Count, Files = Named("test", file.Language) });

    public static IEnumerable<DataDownload> Downloads => Files.SelectMany(file => new[]
    {
        Download("test", file.Language) with { Sha256 = file.Test, Splits = [file.Language] },
        Download("dev", file.Language) with { Sha256 = file.Dev, Splits = ["pool"] },
    });

    /// <summary>Finds the worked examples of all languages that are there; none where the user named a file.</summary>
    public static IReadOnlyList<DatasetFile> FindPool(IDatasetSource source)
        => source.Find("pool", []) is not null ? [] : [.. Languages.Select(language => source.Find("pool", Named("dev", language))).OfType<DatasetFile>()];

    private static DataDownload Download(string part, string language)
        => DataDownload.GitHub(Repository, $"metadata/{part}/{language}.json", Revision) with { FileName = $"{part}/{language}.json" };

    private static string[] Named(string part, string language)
        => [$"{part}/{language}.json", $"metadata/{part}/{language}.json", $"{part}_{language}.json", $"{part}_{language}.*json"];
}
