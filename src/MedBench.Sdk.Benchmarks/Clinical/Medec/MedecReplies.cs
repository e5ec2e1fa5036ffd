using System.Text.RegularExpressions;

namespace MedBench.Benchmarks;

/// <summary>Reads replies to MEDEC.</summary>
public static partial class MedecReplies
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly char[] Marks = [' ', '\t', '\r', '*', '`', '_', '>', '#'];

    /// <summary>Reads the verdict off a reply.</summary>
    /// <param name="input">The numbered text.</param>
    /// <param name="reply">The reply.</param>
    /// <returns>
    /// A <see cref="StatePrediction"/> with a <see cref="NoteError"/>. The first line counts where it says CORRECT, or begins with the number of a sentence and
    /// changes it; else the last line that does, so that a text repeated before the answer is no answer. The lines of the submission format
    /// (<c>ms-test-3 1 9 …</c>) are read too. What follows such a line up to an empty one or a repeated sentence belongs to the correction. Unparsed where there is none.
    /// </returns>
    public static Prediction Read(SampleInput input, string reply)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(reply);
        var lines = FinalReply.Of(reply)?.Split('\n').Select(line => Label().Replace(line.Trim(Marks), "", 1).Trim(Marks)).ToList() ?? [];
        var sentences = Sentences(input.Stem);
        var first = lines.FindIndex(line => line.Length > 0);
        var verdict = first < 0 ? null : ReadLine(lines, first, sentences, isFirst: true);
        for (var i = lines.Count - 1; i > first && verdict is null; i--)
        {
            verdict = ReadLine(lines, i, sentences, isFirst: false);
        }

        return verdict is not null ? new StatePrediction(verdict.ToState()) { Reply = reply }
            : lines.Exists(line => Correct().IsMatch(line)) ? new StatePrediction(NoteError.None.ToState()) { Reply = reply }
            : new Unanswered(Outcome.Unparsed) { Reply = reply };
    }

    /// <summary>Reads one line of a run submitted to MEDIQA-CORR 2024: text ID, flag, sentence ID, correction.</summary>
    /// <param name="line">The line.</param>
    /// <param name="textId">The text's ID.</param>
    /// <returns>The verdict; null for a line that the shared task's script passes over.</returns>
    public static NoteError? ReadSubmission(string line, out string textId)
    {
        ArgumentNullException.ThrowIfNull(line);
        var match = Submission().Match(line.Trim());
        textId = match.Groups["text"].Value;
        return !match.Success ? null
            : match.Groups["flag"].Value == "0" ? new NoteError { SentenceId = match.Groups["sentence"].Value }
            : new NoteError { IsError = true, SentenceId = match.Groups["sentence"].Value, Correction = match.Groups["correction"].Value is "NA" ? null : Unquote(match.Groups["correction"].Value) };
    }

    private static NoteError? ReadLine(List<string> lines, int index, Dictionary<string, string> sentences, bool isFirst)
    {
        var line = lines[index];
        if (OnlyCorrect().IsMatch(line))
        {
            return NoteError.None;
        }

        if (line.Contains('-', StringComparison.Ordinal) && ReadSubmission(line, out var text) is { } submitted && text.Any(char.IsAsciiLetter))
        {
            return submitted;
        }

        var match = Corrected().Match(line);
        var id = match.Groups["id"].Value.TrimStart('0') is { Length: > 0 } digits ? digits : "0";
        if (!match.Success || (!isFirst && !sentences.ContainsKey(id)))
        {
            return null;
        }

        var correction = Unquote(string.Join('\n', lines.Skip(index + 1).TakeWhile(following => following.Length > 0 && !IsRepeated(following, sentences)).Prepend(match.Groups["text"].Value)).Trim());
        return IsSame(correction, sentences.GetValueOrDefault(id, "")) ? null : new NoteError { IsError = true, SentenceId = id, Correction = correction };
    }

    /// <summary>Returns whether a line is a sentence of the text, or its first line, as it stood.</summary>
    private static bool IsRepeated(string line, Dictionary<string, string> sentences)
        => Numbered().Match(line) is { Success: true } match && sentences.TryGetValue(match.Groups["id"].Value, out var sentence) && IsSame(match.Groups["text"].Value, sentence);

    private static bool IsSame(string text, string sentence) => Fold(text) is var folded && (folded == Fold(sentence) || folded == Fold(sentence.Split('\n')[0]));

    private static Dictionary<string, string> Sentences(string text)
    {
        var sentences = new Dictionary<string, string>(StringComparer.Ordinal);
        var last = "";
        foreach (var line in text.Split('\n'))
        {
            if (Numbered().Match(line) is { Success: true } match && sentences.TryAdd(match.Groups["id"].Value, match.Groups["text"].Value))
            {
                last = match.Groups["id"].Value;
            }
            else if (last.Length > 0)
            {
                sentences[last] += $"\n{line}";
            }
        }

        return sentences;
    }

    private static string Unquote(string text) => text.Trim().Trim('"', '“', '”').Trim();

    private static string Fold(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    [GeneratedRegex("""^(?:the\s+)?(?:final\s+|correct\s+)?(?:answer|output|response)\s*(?:is)?\s*[:=]\s*""", Options)]
    private static partial Regex Label();

    [GeneratedRegex("""^\W*correct\W*$""", Options)]
    private static partial Regex OnlyCorrect();

    [GeneratedRegex("""(?:^|[^A-Za-z])CORRECT(?:$|[^A-Za-z])""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Correct();

    [GeneratedRegex("""^(?:sentence\s*(?:id\s*)?[:#]?\s*)?(?<id>[0-9]{1,4})(?:$|(?:\s*[|:)]\s*|\.\s+|\s+[-–]\s+|\s+)(?<text>.*))$""", Options)]
    private static partial Regex Corrected();

    [GeneratedRegex("""^(?<id>[0-9]{1,4}) (?<text>.*)$""", Options)]
    private static partial Regex Numbered();

    [GeneratedRegex("""^(?<text>[a-z0-9-]+)\s(?<flag>[0-9]+)\s(?<sentence>-?[0-9]+)\s(?<correction>.+)$""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Submission();
}
