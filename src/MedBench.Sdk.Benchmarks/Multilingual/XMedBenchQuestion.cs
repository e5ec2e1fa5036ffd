using System.Collections.Frozen;

namespace MedBench.Benchmarks;

/// <summary>Reads a record of XMedBench: <c>question</c>, <c>options</c> as one text of lines that begin with (A), <c>answer</c> as (A), <c>source</c>, and <c>context</c> for PubMedQA.</summary>
internal static class XMedBenchQuestion
{
    private const string Several = "several";

    private static readonly FrozenDictionary<string, string> LanguageOf = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["medqa-usmle"] = "en",
        ["medmcqa"] = "en",
        ["mmlu-medical"] = "en",
        ["pubmedqa"] = "en",
        ["medqa-mcmle"] = "zh",
        ["cmmlu-medical"] = "zh",
        ["cmb-single"] = "zh",
        ["cmexam"] = "zh",
        ["headqa"] = "es",
        ["frenchmedmcqa"] = "fr",
        ["mmlu-medical-hi"] = "hi",
        ["mmlu-medical-ar"] = "ar",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<(string, bool), IReadOnlyDictionary<string, string>> TagsOf = LanguageOf.Keys.SelectMany(source => new[] { (source, false), (source, true) })
        .ToFrozenDictionary(key => key, IReadOnlyDictionary<string, string> (key) => key.Item2 ? new Dictionary<string, string> { ["source"] = key.source, ["answers"] = Several } : new Dictionary<string, string> { ["source"] = key.source });

    public static MultipleChoiceQuestion Map(DatasetRow row, bool keepsFirstAnswer)
    {
        var source = row.GetString("source");
        var language = LanguageOf.GetValueOrDefault(source) ?? throw row.Error("source", $"the source '{source}' is not known", $"Supply one of {string.Join(", ", LanguageOf.Keys.Order(StringComparer.Ordinal))}");
        var labels = row.GetString("answer").Trim('(', ')').Select(letter => letter.ToString()).ToArray();
        return new MultipleChoiceQuestion
        {
            Stem = row.GetString("question"),
            Options = ReadOptions(row),
            Answer = new ChoiceTarget(keepsFirstAnswer ? [.. labels.Take(1)] : labels),
            Context = row.TryGetString("context", out var context) && context.Length > 0 ? [new ContextSection(null, context)] : [],
            Subject = source,
            Language = language,
            Tags = TagsOf[(source, labels.Length > 1)],
        };
    }

    /// <summary>Reads a worked example; those with several answers would show the form of none.</summary>
    public static MultipleChoiceQuestion? MapExample(DatasetRow row) => Map(row, keepsFirstAnswer: false) is { Answer.Labels.Count: 1 } question ? question : null;

    private static List<ChoiceOption> ReadOptions(DatasetRow row)
    {
        var options = new List<ChoiceOption>();
        foreach (var line in row.GetString("options").Split('\n'))
        {
            if (line is ['(', >= 'A' and <= 'Z', ')', ' ', ..])
            {
                options.Add(new ChoiceOption(line[1..2], line[4..]));
            }
            else if (options.Count > 0)
            {
                options[^1] = options[^1] with { Text = $"{options[^1].Text}\n{line}" };
            }
            else
            {
                throw row.Error("options", "the options do not begin with (A)", "Supply them as lines that begin with a letter in brackets");
            }
        }

        return options;
    }
}
