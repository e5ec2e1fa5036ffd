using System.Text.RegularExpressions;
using MedBench.Metrics;

namespace MedBench.Benchmarks;

/// <summary>Reads replies to MEDEC.</summary>
public static partial class MedecReplies
{
    private const int LongestCorrection = 50;

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly char[] Marks = [' ', '\t', '\r', '*', '`', '_', '>', '#'];

    /// <summary>Reads the verdict off a reply.</summary>
    /// <param name="input">The numbered text.</param>
    /// <param name="reply">The reply.</param>
    /// <returns>
    /// A <see cref="StatePrediction"/> with a <see cref="NoteError"/>. A line counts where it says CORRECT, or begins with the number of one of the text's sentences,
    /// changes it and does not speak of errors instead ("1 error was found:"). Of such lines, one that shares half of its words or the sentence's with that sentence goes
    /// before others; then the first line of the reply goes before the last, and the last before those above it, so that a text repeated before the answer is no answer. The
    /// lines of the submission format (<c>ms-test-3 1 9 …</c>) are read too. What follows such a line up to an empty one or a repeated sentence belongs to the correction. Unparsed where there is none.
    /// </returns>
    public static Prediction Read(SampleInput input, string reply)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(reply);
        var lines = FinalReply.Of(reply)?.Split('\n').Select(line => Label().Replace(line.Trim(Marks), "", 1).Trim(Marks)).ToList() ?? [];
        var verdict = FindVerdict(lines, Sentences(input.Stem));
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

    private static NoteError? FindVerdict(List<string> lines, Dictionary<string, string> sentences)
    {
        var first = lines.FindIndex(line => line.Length > 0);
        NoteError? unlike = null;
        foreach (var index in first < 0 ? [] : Enumerable.Range(first + 1, lines.Count - first - 1).Reverse().Prepend(first))
        {
            var verdict = ReadLine(lines, index, sentences, out var isLike);
            if (verdict is not null && isLike)
            {
                return verdict;
            }

            unlike ??= verdict;
        }

        return unlike;
    }

    private static NoteError? ReadLine(List<string> lines, int index, Dictionary<string, string> sentences, out bool isLike)
    {
        var line = lines[index];
        isLike = true;
        if (OnlyCorrect().IsMatch(line))
        {
            return NoteError.None;
        }

        if (line.Contains('-', StringComparison.Ordinal) && ReadSubmission(line, out var id) is { } submitted && id.Any(char.IsAsciiLetter))
        {
            return submitted;
        }

        var match = Corrected().Match(line);
        id = match.Groups["id"].Value.TrimStart('0') is { Length: > 0 } digits ? digits : "0";
        if (!match.Success || !sentences.TryGetValue(id, out var sentence) || SpeaksOfErrors(match.Groups["text"].Value, sentence))
        {
            return null;
        }

        var following = lines.Skip(index + 1).Take(LongestCorrection).TakeWhile(next => next.Length > 0 && !IsRepeated(next, sentences));
        var correction = Unquote(string.Join('\n', following.Prepend(match.Groups["text"].Value)).Trim());
        isLike = IsLike(match.Groups["text"].Value is { Length: > 0 } own ? own : correction, sentence);
        return IsSame(correction, sentence) ? null : new NoteError { IsError = true, SentenceId = id, Correction = correction };
    }

    /// <summary>Returns whether a line that begins with a number counts errors or announces an answer, in words that the sentence of that number does not have.</summary>
    private static bool SpeaksOfErrors(string text, string sentence)
        => (Announcement().Match(text) is { Success: true } match && !sentence.Contains(match.Groups["word"].Value, StringComparison.OrdinalIgnoreCase))
            || (text.EndsWith(':') && !sentence.Contains(':', StringComparison.Ordinal));

    /// <summary>Returns whether a text shares half of its words, or half of the sentence's, with a sentence.</summary>
    /// <remarks>So do 266 of the 311 published corrections of the test set; others replace the whole sentence.</remarks>
    private static bool IsLike(string text, string sentence)
    {
        var (words, expected) = (TextTokenizer.Rouge.Tokenize(text).ToHashSet(StringComparer.Ordinal), TextTokenizer.Rouge.Tokenize(sentence).ToHashSet(StringComparer.Ordinal));
        return words.Count > 0 && 2 * words.Count(expected.Contains) >= Math.Min(words.Count, expected.Count);
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

    [GeneratedRegex("""^(?:[\w-]+\s+){0,4}(?<word>errors?|mistakes?|inaccurac(?:y|ies)|issues?|problems?|sentences|corrections)\b""", Options)]
    private static partial Regex Announcement();

    [GeneratedRegex("""^(?<id>[0-9]{1,4}) (?<text>.*)$""", Options)]
    private static partial Regex Numbered();

    [GeneratedRegex("""^(?<text>[a-z0-9-]+)\s(?<flag>[0-9]+)\s(?<sentence>-?[0-9]+)\s(?<correction>.+)$""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Submission();
}
