namespace MedBench.Benchmarks;

/// <summary>WorldMedQA-V (Matos et al. 2024): examination questions with an image from Brazil, Israel, Japan and Spain, each in its own language and in English.</summary>
/// <remarks>Reads the authors' <c>COUNTRY_LANGUAGE_processed.tsv</c>, in which the images stand as Base64; a split is a country in a language. The local and the English split of a country hold the same questions under the same ids.</remarks>
/// <param name="showsImages">Whether the images are shown; without them this is the authors' blind setting.</param>
public sealed class WorldMedQaV(bool showsImages) : MultipleChoiceBenchmark
{
    private const string Hub = "WorldMedQA/V";
    private const string HubCommit = "7d4b008bdba5c961a249cf44c9a552675d351ca5";

    private static readonly (string Country, string Tag, int Count)[] Countries = [("japan", "ja", 168), ("spain", "es", 125), ("israel", "he", 186), ("brazil", "pt", 89)];

    private static readonly (string Split, string File, int Count)[] Parts = [.. Countries.SelectMany(country => new[] { "local", "english" }.Select(language => ($"{country.Country}-{language}", $"{country.Country}_{language}_processed.tsv", country.Count)))];

    /// <summary>Initializes the benchmark with images.</summary>
    public WorldMedQaV()
        : this(showsImages: true)
    {
    }

    /// <summary>Gets the authors' blind setting: the same questions without their images, for models that take none and for the gap between the two.</summary>
    [Discoverable]
    public static WorldMedQaV Blind => new(showsImages: false);

    /// <inheritdoc />
    public override BenchmarkCard Card { get; } = new()
    {
        Id = showsImages ? "worldmedqa-v" : "worldmedqa-v-blind",
        Version = "1",
        Title = showsImages ? "WorldMedQA-V" : "WorldMedQA-V without images",
        Citation = "Matos J, Chen S, Placino S, Li Y, Climent Pardo JC, Idan D, et al. WorldMedQA-V: a multilingual, multimodal medical examination dataset for multimodal language models evaluation. 2024. arXiv:2410.12722",
        Status = BenchmarkStatus.Reproduced,
        License = "MIT",
        Languages = ["ja", "es", "he", "pt", "en"],
        Modality = showsImages ? "text, image" : "text",
        Splits = [.. Parts.Select(part => new SplitInfo { Name = part.Split, Count = part.Count, Files = [part.File, "worldmedqa_v*.jsonl"] })],
        Downloads = [.. Parts.Select(part => DataDownload.HuggingFace(Hub, part.File, HubCommit) with { Splits = [part.Split] })],
        PrimaryMetric = "accuracy",
        PromptFields = showsImages ? ["question", "A", "B", "C", "D", "image"] : ["question", "A", "B", "C", "D"],
        Remarks =
        [
            "Examinations are passed with 0.70 (Japan), 0.66 (Spain), 0.60 (Israel) and 0.65 (Brazil), as the authors draw them. Compare a country's local with its English split, and both with the blind setting.",
            "Two of Israel's questions have the index 84. There both got one reply (to one of them, with one image) and were scored by it; here the second is asked by itself, under the id 84-2 and the defect repeated-index.",
            "There gpt-4o-mini turns a reply longer than two characters into a letter, without being shown question or options, and its first character counts; here the reply itself is read. WorldMedQaVPrompting.WithReader asks an extractor in the published words.",
            "The authors' published letters were scored again and give their accuracies; the files with images were not at hand, their columns are those of the authors' evaluation code and outputs.",
        ],
    };

    /// <inheritdoc />
    public override IPromptStrategy DefaultStrategy => WorldMedQaVPrompting.Create();

    /// <inheritdoc />
    protected override ValueTask<Func<DatasetRow, MultipleChoiceQuestion?>> MapAsync(DatasetFile file, string split, IDatasetSource source, CancellationToken cancellationToken)
        => ValueTask.FromResult(WorldMedQaVFormat.Create(split, Array.Find(Countries, country => split.StartsWith(country.Country, StringComparison.Ordinal)).Tag, showsImages));
}
