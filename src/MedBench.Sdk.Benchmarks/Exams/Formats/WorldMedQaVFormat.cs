namespace MedBench.Benchmarks;

/// <summary>The records of WorldMedQA-V: <c>index</c>, <c>image</c>, <c>question</c>, <c>A</c> to <c>D</c>, <c>correct_option</c>.</summary>
internal static class WorldMedQaVFormat
{
    private static readonly string[] Letters = ["A", "B", "C", "D"];

    /// <summary>Creates the reading of one file; an extract of several splits in one file says <c>country</c> and <c>language</c> in each record.</summary>
    public static Func<DatasetRow, MultipleChoiceQuestion?> Create(string split, string tag, bool showsImages)
    {
        var (country, language) = split.Split('-') is [var first, var second] ? (first, second) : (split, "");
        var lines = new Dictionary<string, long>(StringComparer.Ordinal);
        var tags = new Dictionary<string, string>(StringComparer.Ordinal) { ["country"] = country, ["language"] = language == "english" ? "en" : tag };
        return row =>
        {
            if (row.TryGetString("country", out var ownCountry) && row.TryGetString("language", out var ownLanguage) && (ownCountry != country || ownLanguage != language))
            {
                return null;
            }

            var index = row.TryGetId("index", out var id) ? id : throw row.Error("index", "the record has no index", "Supply it");
            var repeats = !lines.TryAdd(index, row.Line) && lines[index] != row.Line;
            var options = OptionText.Clean([.. Letters.Where(row.Has).Select(letter => new ChoiceOption(letter, row.TryGetId(letter, out var text) ? text : ""))], out var defects);
            return new MultipleChoiceQuestion
            {
                Id = repeats ? $"{index}-2" : index,
                Stem = row.GetString("question"),
                Options = [.. options.Where(option => option.Text.Length > 0)],
                Answer = row.GetString("correct_option").Trim(),
                Media = showsImages ? [row.GetImage("image")] : [],
                Tags = tags,
                Defects = repeats ? [.. defects, "repeated-index"] : defects,
            };
        };
    }
}
