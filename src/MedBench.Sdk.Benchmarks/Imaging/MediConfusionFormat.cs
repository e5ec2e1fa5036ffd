namespace MedBench.Benchmarks;

/// <summary>The records of MediConfusion: a pair of images with one question.</summary>
internal static class MediConfusionFormat
{
    public const string Category = "category-";

    private static readonly string[] Letters = ["A", "B"];

    /// <summary>Reads what one image of a pair is asked.</summary>
    /// <param name="row">The pair.</param>
    /// <param name="image">1 or 2.</param>
    public static Sample Map(DatasetRow row, int image)
    {
        var pair = row.TryGetId("id", out var own) ? own : row.Key ?? throw row.Error("id", "the pair has no id", "Supply it");
        var answer = row.GetString($"im_{image}_correct");
        return new Sample
        {
            Input = new SampleInput
            {
                Id = $"{pair}-{image}",
                Stem = row.GetString("question"),
                Options = [.. Letters.Select(letter => new ChoiceOption(letter, row.GetString($"option_{letter}")))],
                Media = [ReadImage(row, image)],
            },
            Target = Letters.Contains(answer) ? new ChoiceTarget(answer) : throw row.Error($"im_{image}_correct", $"the answer '{answer}' is neither A nor B", "Correct the answer"),
            ClusterId = pair,
            Tags = ReadCategories(row, $"category_{image}").ToDictionary(category => $"{Category}{category.ToLowerInvariant().Replace(' ', '-')}", _ => "yes", StringComparer.Ordinal),
        };
    }

    private static Microsoft.Extensions.AI.DataContent ReadImage(DatasetRow row, int image)
    {
        var (local, roco) = (row.TryGetId($"im_{image}_local", out var id) ? $"{id}.jpg" : "", row.GetString($"im_{image}"));
        return row.FindBeside(roco, "roco-dataset/data", "data/roco-dataset/data") is not null ? row.ReadImage($"im_{image}", roco, "roco-dataset/data", "data/roco-dataset/data")
            : row.ReadImage($"im_{image}_local", local, "images", "data/images", "");
    }

    /// <summary>Reads a list, which a CSV file has as Python writes it: <c>['Cerebral', 'Vascular']</c>.</summary>
    private static IEnumerable<string> ReadCategories(DatasetRow row, string field)
        => row.GetStrings(field) is [['[', ..] written] ? written.Trim('[', ']').Split(',').Select(name => name.Trim(' ', '\'', '"')) : row.GetStrings(field);
}
