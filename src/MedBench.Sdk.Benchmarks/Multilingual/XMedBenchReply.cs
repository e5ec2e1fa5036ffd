using System.Text.RegularExpressions;

namespace MedBench.Benchmarks;

/// <summary>Reads the option or options off a reply to XMedBench, in any of its languages.</summary>
internal static partial class XMedBenchReply
{
    private static readonly ChoiceExtractor Extractor = new();

    /// <summary>What may stand before an answer, longest first.</summary>
    private static readonly string[] Leads = [.. XMedBenchText.Answers.Concat(["The answer is", "Answer", "答案是", "答案", "正确答案", "正确答案为", "Respuesta", "Réponse", "उत्तर", "الإجابة"]).OrderByDescending(lead => lead.Length)];

    /// <summary>
    /// Reads the first line that is not empty: several letters and nothing else after the words that introduce an answer; else the letter in brackets,
    /// where it is always the same; else a bare letter after those words; else what the whole reply says in prose.
    /// </summary>
    public static Prediction Read(SampleInput input, string reply)
    {
        var line = FirstLine(reply);
        var rest = AfterLead(line);
        var answer = rest ?? line.Trim();
        if (SeveralLetters().Match(answer) is { Success: true } several && !input.Options.Any(option => option.Text.TrimEnd('.') == answer.TrimEnd('.', '。')))
        {
            return Choose(input, reply, [.. several.Value.Where(char.IsAsciiLetterUpper).Select(letter => letter.ToString())], "several");
        }

        var bracketed = Bracketed().Matches(line).Select(match => match.Groups[1].Value.ToUpperInvariant()).Distinct(StringComparer.Ordinal).ToArray();
        if (bracketed.Length == 1)
        {
            return Choose(input, reply, bracketed, "bracketed");
        }

        if (rest is not null && Bare().Match(rest) is { Success: true } bare)
        {
            return Choose(input, reply, [bare.Groups[1].Value], "bare");
        }

        var read = Extractor.Extract(reply, input.Options);
        return read.Label is { } label ? Choose(input, reply, [label], read.Rule) : new Unanswered(read.Status switch
        {
            ExtractionStatus.Abstained => Outcome.Abstained,
            ExtractionStatus.Refused => Outcome.Refused,
            _ => Outcome.Unparsed,
        }) { Reply = reply };
    }

    /// <summary>Reads a reply as the authors' <c>extract_and_choose_answer</c> does: the most frequent letter in brackets on the first line, else the most frequent of all capitals A to F, words or not.</summary>
    public static Prediction ReadAsPublished(SampleInput input, string reply)
    {
        var line = FirstLine(reply);
        var letters = Bracketed().Matches(line).Select(match => match.Groups[1].Value.ToUpperInvariant()).ToArray();
        letters = letters.Length > 0 ? letters : [.. line.Where(letter => letter is >= 'A' and <= 'F').Select(letter => letter.ToString())];
        var label = letters.GroupBy(letter => letter, StringComparer.Ordinal).MaxBy(group => group.Count())?.Key ?? (line switch { "Yes." => "A", "No." => "B", _ => null });
        return label is null ? new Unanswered(Outcome.Unparsed) { Reply = reply } : Choose(input, reply, [label], "published");
    }

    private static string FirstLine(string reply) => reply.Split('\n').FirstOrDefault(line => line.Length > 0) ?? "";

    /// <summary>Returns what follows the words that introduce an answer; null where the line does not begin with them.</summary>
    private static string? AfterLead(string line)
    {
        var text = line.Trim();
        return Leads.FirstOrDefault(lead => text.StartsWith(lead, StringComparison.OrdinalIgnoreCase)) is { } found ? text[found.Length..].TrimStart(' ', ':', '：') : null;
    }

    private static Prediction Choose(SampleInput input, string reply, string[] labels, string rule)
        => labels.Length == labels.Distinct(StringComparer.Ordinal).Count() && labels.All(label => input.Options.Any(option => option.Label == label))
            ? new ChoicePrediction { Labels = [.. labels.Order(StringComparer.Ordinal)], Reply = reply, Notes = new Dictionary<string, string>(StringComparer.Ordinal) { ["rule"] = rule } }
            : new Unanswered(Outcome.Unparsed) { Reply = reply };

    [GeneratedRegex(@"^[（(]?[A-J][）)]?(?:\s*[,，、;和及/]?\s*[（(]?[A-J][）)]?)+\s*[.。．]?$", RegexOptions.NonBacktracking)]
    private static partial Regex SeveralLetters();

    [GeneratedRegex("[（(]([A-Fa-f])[）)]", RegexOptions.NonBacktracking)]
    private static partial Regex Bracketed();

    [GeneratedRegex("^([A-J])(?:[^A-Za-z]|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Bare();
}
