namespace MedBench.Benchmarks;

/// <summary>What the files of MMLU's medical subjects are called, and where they are published.</summary>
/// <remarks>The test questions come from MIRAGE's copy; the authors' repository has the others, in its history, for its data moved to an archive later.</remarks>
internal static class MmluFiles
{
    /// <summary>The SHA-256 of each subject's test, dev and validation questions.</summary>
    private static readonly Dictionary<string, (string Test, string Dev, string Validation)> Hashes = new(StringComparer.Ordinal)
    {
        ["anatomy"] = (
            "966dfd5c4579885ebdb8c05d6754ae5834f672632586d8595be3c0f9360e6f4e",
            "0985685cf5ab13ccc1629f03a1308a9add8767582ffeb195b68b18c3415c9993",
            "09e9959486ebf3643e4ecbf173a77b029c6f08665ab8f89daf99399956f26b8e"),
        ["clinical_knowledge"] = (
            "06a1ea973000d5ef5d2664c4ac1c68d0423f1cab6b3b682be7942633740811f1",
            "a82e8b10da8168f8fe9f7315165e6e87a4b3bebe91f6445b9aafbefb162cc531",
            "aa4a98fac4cb6c0ed219d44ef46a6aa9e8d56b0a62046bb220b836dbee4ff6a7"),
        ["college_biology"] = (
            "e1204cb9d19887ea266145f038b5d4cc1fbc33d7efce186259c4ecca1cbe3119",
            "31f4ae0707ba3f742e0d5546ff970949be8a05e217921fe87b1814d6a0ab8184",
            "f624eaf75ee2add75a9f2b189bb703e0a2591981d45c60bb5f9dcd9bfe168456"),
        ["college_medicine"] = (
            "9c533cfff89edaa317b2e79bbabcdd5e2e522e019679cb4a6475e5f2a1861b1e",
            "63928a944fda769d7e52a3a4549d4f37f094896e65e7db35029261e1ae79909b",
            "9a490f6aaeb2e7c15cc8ce4c5745ff449568971ac447c4aa616858f7f4dcef35"),
        ["medical_genetics"] = (
            "cc30c698e94f12c00e610a39c62d1a1d9587fa53c005359317346081f722c5e6",
            "70cd9ff940bef360693eeb4e05b5b8e53ad75a81d6b74a784222d4cae6dcb896",
            "03d44b759f35da638d7432bb7f050cc0bc5886497285980e91d387fe23478d6a"),
        ["professional_medicine"] = (
            "a034bf0dda10cb0848bdd3097eb1547d61ca2dac9e9b871563691621c38d51e9",
            "486456d578890d4700dd8044ac236c8ac2ee3389e35fc81ac37529f4f4487785",
            "8ccce8d3ca49f2a8ff645a12151ec36f4d567b53bf146bcefcb44c993efd7392"),
    };

    /// <summary>Gets the subjects, in the order of the group.</summary>
    public static IReadOnlyList<string> Subjects { get; } = ["anatomy", "clinical_knowledge", "college_biology", "college_medicine", "medical_genetics", "professional_medicine"];

    /// <summary>Returns the published files of a subject.</summary>
    public static IReadOnlyList<DataDownload> Downloads(string subject) =>
    [
        DataDownload.GitHub("Teddy-XiongGZ/MIRAGE", $"rawdata/mmlu/data/test/{subject}_test.csv", "392943af99cd94cafd50a0de2e7fca24bbf65494") with { Sha256 = Hashes[subject].Test, Splits = ["test"] },
        Pool("dev", subject, Hashes[subject].Dev),
        Pool("val", subject, Hashes[subject].Validation),
    ];

    /// <summary>Returns the names of a part of a subject, best first.</summary>
    public static string[] Named(string subject, string part)
        => [$"{subject}_{part}.csv", $"{subject}_{part}.jsonl", $"{subject}/{part}*.parquet", $"{subject}/{part}.jsonl", $"{subject}_{part}*.parquet", $"all/{part}*.parquet"];

    /// <summary>Finds the published worked examples of a subject; none where the user named a file.</summary>
    public static IReadOnlyList<DatasetFile> FindPool(string subject, IDatasetSource source)
    {
        return source.Find("pool", []) is not null ? [] : [.. new[] { Find("dev"), Find("val") ?? Find("validation") }.OfType<DatasetFile>()];

        DatasetFile? Find(string part) => source.Find("pool", Named(subject, part));
    }

    /// <summary>Returns which part a file of worked examples is, as its name says.</summary>
    public static string PartOf(string file)
    {
        var name = Path.GetFileName(file);
        return name.Contains("dev", StringComparison.Ordinal) ? "dev" : name.Contains("val", StringComparison.Ordinal) ? "val" : "pool";
    }

    private static DataDownload Pool(string part, string subject, string hash)
        => DataDownload.GitHub("hendrycks/test", $"data/{part}/{subject}_{part}.csv", "785eba57b455b9f9be12a0d3c1106d67274fea0e") with { Sha256 = hash, Splits = ["pool"] };
}
