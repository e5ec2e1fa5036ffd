namespace MedBench.Benchmarks;

/// <summary>What MedExpQA's files are called, and where the authors publish them: HiTZ/MedExpQA on the Hugging Face Hub.</summary>
internal static class MedExpQaFiles
{
    public static IReadOnlyList<string> Languages { get; } = ["en", "es", "fr", "it"];

    public static IReadOnlyList<SplitInfo> Splits { get; } =
    [
        .. Languages.Select(language => Split(language, "test", language, 125)),
        .. Languages.Select(language => Split($"dev-{language}", "dev", language, 63)),
    ];

    public static IReadOnlyList<DataDownload> Downloads { get; } =
    [
        .. Languages.Select(language => Download(language, "test", language)),
        .. Languages.Select(language => Download($"dev-{language}", "dev", language)),
    ];

    private static SplitInfo Split(string name, string part, string language, int count)
    {
        var file = $"{part}.{language}.casimedicos.rag.jsonl";
        return new SplitInfo { Name = name, Count = count, Files = [file, $"{language}/{file}", $"data/{language}/{file}", $"{part}.{language}.casimedicos.jsonl", $"{part}.{language}.jsonl"] };
    }

    private static DataDownload Download(string name, string part, string language)
        => DataDownload.HuggingFace("HiTZ/MedExpQA", $"data/{language}/{part}.{language}.casimedicos.rag.jsonl") with { Splits = [name] };
}
