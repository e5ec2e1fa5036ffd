using System.Text.RegularExpressions;

namespace MedBench.Benchmarks;

/// <summary>Reads replies as <c>answer_cleansing</c> of TsinghuaC3I/MedXpertQA (eval/utils.py) does, zero-shot.</summary>
/// <remarks>What follows the repeated instruction, or else the first <c>" answer is "</c>, without phrases that echo the instruction; of that the first capital of an option that stands alone.</remarks>
internal sealed partial class MedXpertQaExtractor : IAnswerExtractor
{
    private const int Limit = 32 * 1024;

    private static readonly string[] Echoes = ["I understand", "A through J", "A through E", "A through D"];

    public string Id => "medxpertqa-first-capital@1";

    public ChoiceExtraction Extract(string reply, IReadOnlyList<ChoiceOption> options)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(options);
        var text = (reply.Length <= 2 * Limit ? reply : $"{reply.AsSpan(0, Limit)}\n{reply.AsSpan(reply.Length - Limit)}").Trim();
        text = After(text, $"mong {options[0].Label} through {options[^1].Label}, the answer is") ?? After(text, " answer is ") ?? text;
        text = Echoes.Aggregate(text, (rest, echo) => rest.Replace(echo, "", StringComparison.Ordinal));
        return Capital().Matches(text).Select(match => options.FirstOrDefault(option => option.Label == match.Value)).FirstOrDefault(option => option is not null) is { } first
            ? new ChoiceExtraction { Status = ExtractionStatus.Answered, Label = first.Label, Rule = "first-capital" }
            : new ChoiceExtraction { Rule = "no-capital" };
    }

    /// <summary>Returns what stands between a phrase and its next occurrence; null where it does not occur.</summary>
    private static string? After(string text, string phrase) => text.Split(phrase) is [_, var rest, ..] ? rest.Trim() : null;

    [GeneratedRegex(@"\b[A-Z]\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Capital();
}
