namespace MedBench.Benchmarks;

/// <summary>Reads replies as <c>clean_up_manual</c> of MShahabSepehri/MediConfusion (utils/answering.py) does: a letter that is a word between blanks or line ends, with few marks around it; both letters are none.</summary>
internal sealed class MediConfusionExtractor : IAnswerExtractor
{
    private const int Limit = 64 * 1024;

    private static readonly string[] Shapes = ["{0}", "{0}:", ".{0}", ".{0}:", "{0}.", "{0}\")", "(\"{0}\":", "(\"{0}\")", "(\"{0}\")."];

    public string Id => "mediconfusion-letter-word@1";

    public ChoiceExtraction Extract(string reply, IReadOnlyList<ChoiceOption> options)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(options);
        var words = (reply.Length <= Limit ? reply : reply[..Limit]).Replace('\n', ' ').Split(' ').ToHashSet(StringComparer.Ordinal);
        var found = options.Where(option => Shapes.Any(shape => words.Contains(shape.Replace("{0}", option.Label, StringComparison.Ordinal)))).ToArray();
        return found.Length == 1 ? new ChoiceExtraction { Status = ExtractionStatus.Answered, Label = found[0].Label, Rule = "letter-word" }
            : new ChoiceExtraction { Rule = found.Length == 0 ? "no-letter" : "both-letters" };
    }
}
