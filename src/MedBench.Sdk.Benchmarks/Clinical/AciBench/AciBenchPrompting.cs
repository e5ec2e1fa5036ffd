using System.Text.RegularExpressions;
using MedBench.Metrics;

namespace MedBench.Benchmarks;

/// <summary>ACI-BENCH's way of asking a chat model: one instruction, then the conversation.</summary>
/// <remarks>
/// The instruction is the paper's (section on the OpenAI models) as later evaluations quote it; what stands between it and the conversation is not
/// known, and is a line break here. The authors put the headings of chat models into plain capitals before the notes were cut into divisions (their
/// supplement, not at hand); here the marks of Markdown and the numbers before a heading are taken away, and nothing else of the note is changed.
/// </remarks>
public static partial class AciBenchPrompting
{
    private const string Instruction = "summarize the conversation to generate a clinical note with four sections: HISTORY OF PRESENT ILLNESS, PHYSICAL EXAM, RESULTS, ASSESSMENT AND PLAN. The conversation is:";

    /// <summary>Creates the strategy that asks for the whole note at once.</summary>
    [Discoverable]
    public static IPromptStrategy FullNote() => new TextStrategy(new TextPrompting
    {
        Id = "aci-bench",
        Version = "1",
        Description = "Asks for a clinical note in four sections (ACI-BENCH).",
        Compose = static input => TextPrompting.Ask(input, $"{Instruction}\n{input.Stem}"),
        Read = static (_, reply) => Read(reply),
    });

    /// <summary>Reads a note off a reply.</summary>
    /// <param name="reply">The reply.</param>
    /// <returns>The note with plain headings, or <see cref="Unanswered"/> where the reply has none.</returns>
    public static Prediction Read(string reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var note = FinalReply.Of(reply)?.Trim();
        return string.IsNullOrEmpty(note) ? new Unanswered(Outcome.Unparsed) { Reply = reply } : new TextPrediction(string.Join('\n', note.Split('\n').Select(PlainHeading))) { Reply = reply };
    }

    private static string PlainHeading(string line)
    {
        var marks = Marks().Match(line);
        if (marks.Length == 0)
        {
            return line;
        }

        var plain = line[marks.Length..].Replace("**", "", StringComparison.Ordinal).Replace("__", "", StringComparison.Ordinal);
        return NoteDivisions.FindHeading(plain) is null ? line : plain;
    }

    [GeneratedRegex("""^[\s#*_>]*(?:[0-9]{1,2}[.)]\s*)?[*_]*""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
