using System.Text.RegularExpressions;
using MedBench.Scoring.Extraction;

namespace MedBench;

/// <summary>Reads the chosen options off a reply to a question that may have several right ones, precision first: whatever is ambiguous stays unparsed.</summary>
/// <remarks>
/// <para>
/// In this order: the whole reply is a list of labels (<c>whole-reply</c>); the last line that announces an answer, in English or French, ends
/// in such a list (<c>announced</c>); every line is a label with its option's text (<c>listed-options</c>); or the reply commits itself to a
/// single option, as <see cref="ChoiceExtractor"/> reads it. A list that says "or" is none, and letters within prose never count.
/// </para>
/// <para>The work grows linearly with the length of the reply, of which at most 64 Ki characters are read. Instances are stateless.</para>
/// </remarks>
public sealed partial class ChoiceSetExtractor
{
    private const string EdgeMarks = " \t\r()[]{}*_`\"'“”«»‘’.:;,!#>-–•";

    private static readonly string[] Connectives = ["and", "et", "also", "ainsi", "que", "&", "option", "options", "réponse", "réponses", "answer", "answers", "lettre", "lettres", "letter", "letters"];

    private static readonly string[] Endings = [". ", " car ", " because ", " since ", " parce ", " puisque "];

    private readonly ChoiceExtractor single = new();

    /// <summary>Gets the id with its version; it is part of a strategy's parameters.</summary>
    public string Id { get; } = "choice-set-v1";

    /// <summary>Reads the answer off a reply.</summary>
    /// <param name="reply">The reply as the model wrote it; any string is accepted.</param>
    /// <param name="options">The options as they were shown, with distinct labels.</param>
    public ChoiceSetExtraction Extract(string reply, IReadOnlyList<ChoiceOption> options)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(options);
        if (ReasoningBlocks.Remove(reply) is not { } answer)
        {
            return ChoiceSetExtraction.Without(ExtractionStatus.Unparsed, "unfinished-reasoning");
        }

        var text = ReplyWindow.Of(answer).Trim();
        if (text.Length == 0)
        {
            return ChoiceSetExtraction.Without(ExtractionStatus.Unparsed, "empty");
        }

        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return ReadList(text, options) is { Count: > 0 } whole ? Answer(options, whole, "whole-reply")
            : lines.Reverse().Select(line => ReadAnnounced(line, options)).FirstOrDefault(found => found is { Count: > 0 }) is { } announced ? Answer(options, announced, "announced")
            : ReadOptions(lines, options) is { Count: > 0 } listed ? Answer(options, listed, "listed-options")
            : single.Extract(text, options) is var found && found.Label is { } label ? Answer(options, [label], found.Rule)
            : ChoiceSetExtraction.Without(found.Status, found.Rule);
    }

    /// <summary>Reads the answer off a reply, as <see cref="TextPrompting.Read"/> wants it.</summary>
    /// <param name="input">The question.</param>
    /// <param name="reply">The reply.</param>
    /// <returns>A <see cref="ChoicePrediction"/> or <see cref="Unanswered"/>, with the note <c>rule</c>.</returns>
    public Prediction Read(SampleInput input, string reply)
    {
        ArgumentNullException.ThrowIfNull(input);
        var found = Extract(reply, input.Options);
        var notes = new Dictionary<string, string>(StringComparer.Ordinal) { ["rule"] = found.Rule };
        return found.Status switch
        {
            ExtractionStatus.Answered => new ChoicePrediction { Labels = found.Labels, Reply = reply, Notes = notes },
            ExtractionStatus.Abstained => new Unanswered(Outcome.Abstained) { Reply = reply, Notes = notes },
            ExtractionStatus.Refused => new Unanswered(Outcome.Refused) { Reply = reply, Notes = notes },
            _ => new Unanswered(Outcome.Unparsed) { Reply = reply, Notes = notes },
        };
    }

    private static ChoiceSetExtraction Answer(IReadOnlyList<ChoiceOption> options, IReadOnlyCollection<string> labels, string rule)
        => new() { Status = ExtractionStatus.Answered, Labels = [.. options.Select(option => option.Label).Where(labels.Contains)], Rule = rule };

    /// <summary>Reads a list that holds labels, what separates them, and nothing else; null where it holds more.</summary>
    private static HashSet<string>? ReadList(string text, IReadOnlyList<ChoiceOption> options)
    {
        var labels = new HashSet<string>(StringComparer.Ordinal);
        foreach (var piece in text.Split([' ', ',', ';', '/', '+', '\n', '\t', '、', '，'], StringSplitOptions.RemoveEmptyEntries))
        {
            var word = piece.Trim(EdgeMarks.ToCharArray());
            if (word.Length == 0 || Connectives.Contains(word, StringComparer.OrdinalIgnoreCase))
            {
                continue;
            }

            if (FindLabels(word, options) is not { } found)
            {
                return null;
            }

            labels.UnionWith(found);
        }

        return labels;
    }

    /// <summary>Returns the label that a word is, or the labels of a run of capitals in order, such as ACD.</summary>
    private static IEnumerable<string>? FindLabels(string word, IReadOnlyList<ChoiceOption> options)
        => options.FirstOrDefault(option => option.Label.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } option ? [option.Label]
            : word.Length <= options.Count && word.Zip(word.Skip(1)).All(pair => pair.First < pair.Second) && word.All(letter => options.Any(option => option.Label is [var only] && only == letter)) ? word.Select(letter => letter.ToString())
            : null;

    private static HashSet<string>? ReadAnnounced(string line, IReadOnlyList<ChoiceOption> options)
    {
        if (Announcement().Match(line) is not { Success: true } match || Rejection().IsMatch(match.Value))
        {
            return null;
        }

        var rest = line[(match.Index + match.Length)..];
        foreach (var ending in Endings)
        {
            rest = rest.IndexOf(ending, StringComparison.OrdinalIgnoreCase) is > 0 and var end ? rest[..end] : rest;
        }

        return ReadList(rest, options);
    }

    private static HashSet<string>? ReadOptions(string[] lines, IReadOnlyList<ChoiceOption> options)
    {
        var labels = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var stripped = line.Trim(EdgeMarks.ToCharArray());
            var option = options.FirstOrDefault(option => stripped.StartsWith(option.Label, StringComparison.OrdinalIgnoreCase)
                && stripped[option.Label.Length..].Trim(EdgeMarks.ToCharArray()).Equals(option.Text.Trim(EdgeMarks.ToCharArray()), StringComparison.OrdinalIgnoreCase));
            if (option is null && !(labels.Count == 0 && line.EndsWith(':')))
            {
                return null;
            }

            labels.UnionWith(option is null ? [] : [option.Label]);
        }

        // All of them are the question said again rather than an answer.
        return labels.Count == options.Count ? null : labels;
    }

    [GeneratedRegex(@"^.*\b(réponses?|reponses?|answers?|choix|choices?|options?|lettres?|letters?|correctes?|exactes?|justes?|vraies?|correct|right)\b[^:=.]*?(:|=|\best\b|\bsont\b|\bis\b|\bare\b)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Announcement();

    [GeneratedRegex(@"\b(fauss\w*|faux|inexact\w*|incorrect\w*|wrong|false|not|pas|ne|exclu\w*|éliminer|eliminate\w*)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rejection();
}
