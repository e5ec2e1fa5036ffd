using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MedBench.Metrics;

namespace MedBench.Benchmarks;

/// <summary>Reads and marks replies to IgakuQA, among them those that its authors published.</summary>
public static partial class IgakuQaReplies
{
    private static readonly char[] Separators = [',', '、', '，', '､', ' ', '.', '。', '｡', '\n', '\t'];

    private static readonly ChoiceExtractor Extractor = new();

    /// <summary>Marks one system's published replies to one year's examination.</summary>
    /// <param name="year">The year, 2018 to 2022.</param>
    /// <param name="system">The system as the files name it: <c>gpt4</c>, <c>chatgpt</c>, <c>gpt3</c>, <c>translate_chatgpt-en</c>, <c>student-majority</c>.</param>
    /// <param name="questions">Where the questions are.</param>
    /// <param name="replies">Where <c>baseline_results</c> or a folder of that layout is: JSON Lines of <c>problem_id</c> and <c>prediction</c>.</param>
    /// <param name="reading">How the replies are read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DatasetException">A file is missing or damaged, or a question has no reply.</exception>
    public static async Task<IgakuQaResult> MarkAsync(int year, string system, IDatasetSource questions, IDatasetSource replies, IgakuQaReading reading = IgakuQaReading.Published, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(replies);
        var given = await ReadAsync(year, system, replies, cancellationToken).ConfigureAwait(false);
        var scorer = new PointsScorer();
        var marks = new List<(string Block, ExamMark Mark, bool IsRight)>();
        await foreach (var sample in new IgakuQa(reading).LoadAsync(year.ToString(CultureInfo.InvariantCulture), questions, cancellationToken).ConfigureAwait(false))
        {
            var reply = given.GetValueOrDefault(sample.Input.Id)
                ?? throw new DatasetException($"'{system}' has no reply to {sample.Input.Id}", "Supply the replies to the whole examination", IgakuQaFiles.Options.Benchmark);
            var score = scorer.Mark(sample, Read(sample.Input, reply, reading));
            var mark = new ExamMark
            {
                Gained = score.Parts["numerator"],
                Possible = score.Parts["denominator"],
                IsRequired = sample.Tags["part"] == "required",
                ChoseProhibited = score.Parts["prohibited"] > 0,
            };
            marks.Add((sample.Tags["block"], mark, score.Outcome == Outcome.Correct || sample.Target is ChoiceTarget { IsGivenToAll: true }));
        }

        return new IgakuQaResult
        {
            Year = year,
            System = system,
            Questions = marks.Count,
            Right = marks.Count(entry => entry.IsRight),
            BlockPoints = marks.GroupBy(entry => entry.Block).ToDictionary(group => group.Key, group => group.Sum(entry => entry.Mark.Gained), StringComparer.Ordinal),
            Verdict = IgakuQa.PassRules[year].Apply(marks.Select(entry => entry.Mark)),
        };
    }

    /// <summary>Reads the answer off a reply.</summary>
    /// <param name="input">The question.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="reading">How it is read.</param>
    /// <returns>The options that it names, the number where there are no options, or <see cref="Unanswered"/>.</returns>
    public static Prediction Read(SampleInput input, string reply, IgakuQaReading reading)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(reply);
        if (input.Options.Count == 0)
        {
            return new TextPrediction(reading == IgakuQaReading.Published ? reply : FindNumber(input.Stem, reply) ?? reply.Trim()) { Reply = reply };
        }

        var isExact = reading == IgakuQaReading.Published;
        var pieces = isExact ? reply.Split(',') : Fold(reply).Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        var labels = pieces.Select(piece => input.Options.FirstOrDefault(option => string.Equals(option.Label, piece, isExact ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase))?.Label).ToList();
        if (labels.Count > 0 && !labels.Contains(null) && labels.Distinct(StringComparer.Ordinal).Count() == labels.Count)
        {
            return new ChoicePrediction { Labels = [.. labels.OfType<string>().Order(StringComparer.Ordinal)], Reply = reply };
        }

        var found = isExact || CountWanted(input.Stem) > 1 ? default : Extractor.Extract(reply, input.Options);
        return found switch
        {
            { Label: { } label } => new ChoicePrediction { Labels = [label], Reply = reply },
            { Status: ExtractionStatus.Abstained } => new Unanswered(Outcome.Abstained) { Reply = reply },
            { Status: ExtractionStatus.Refused } => new Unanswered(Outcome.Refused) { Reply = reply },
            _ => new Unanswered(Outcome.Unparsed) { Reply = reply },
        };
    }

    /// <summary>Returns how many options the question asks for: it says so (２つ選べ) wherever it is more than one.</summary>
    internal static int CountWanted(string stem)
        => Wanted().Match(stem.Normalize(NormalizationForm.FormKC)) is { Success: true } match ? int.Parse(match.Groups["count"].ValueSpan, CultureInfo.InvariantCulture) : 1;

    private static async Task<Dictionary<string, string>> ReadAsync(int year, string system, IDatasetSource source, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var block in IgakuQaFiles.Blocks)
        {
            var file = IgakuQaFiles.Find(source, "replies", IgakuQaFiles.Replies(year, block, system));
            await foreach (var row in DatasetReader.ReadAsync(file, IgakuQaFiles.Options, cancellationToken).ConfigureAwait(false))
            {
                found[row.GetString("problem_id")] = row.GetString("prediction");
            }
        }

        return found;
    }

    // Circled digits number the boxes to be filled in and are no part of the answer; U+FFFE has no normal form, nor has half a surrogate pair, which is no rune.
    private static string Fold(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value is (< '①' or > '⑳') and not 0xFFFE)).Normalize(NormalizationForm.FormKC);

    private static string? FindNumber(string stem, string reply)
    {
        var text = Places().Replace(Fold(reply), " ");
        text = IgakuQaBoxes.FindUnit(stem) is { } unit ? text.Replace(Fold(unit), " ", StringComparison.OrdinalIgnoreCase) : text;
        return Numbers().Matches(text) is { Count: > 0 } matches ? matches[^1].Value.Replace(",", "", StringComparison.Ordinal) : null;
    }

    [GeneratedRegex("[0-9]{1,3}(,[0-9]{3})+([.][0-9]+)?|[0-9]+([.][0-9]+)?", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex("第 ?[0-9]+ ?位", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Places();

    [GeneratedRegex("(?<count>[2-9]) ?つ選べ", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Wanted();
}
