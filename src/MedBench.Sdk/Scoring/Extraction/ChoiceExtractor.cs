using MedBench.Scoring.Extraction;

namespace MedBench;

/// <summary>Reads the chosen option off a reply with hand-written rules, precision first: whatever is ambiguous stays unparsed.</summary>
/// <remarks>
/// <para>
/// An explicit answer ("the answer is B", a box, a field) beats the option that the reply opens with, which beats an option
/// that it merely points at. Of several explicit answers the last one counts if it corrects, concludes or outranks the others.
/// </para>
/// <para>The work grows linearly with the length of the reply, of which at most 64 Ki characters are read. Instances are stateless.</para>
/// </remarks>
public sealed class ChoiceExtractor : IAnswerExtractor
{
    private static readonly IExtractionRule[] Precedence =
    [
        new ExplicitAnswerRule(),
        new OpeningOptionRule(),
        new WithheldAnswerRule(),
        new ConcludingOptionRule(),
        new EliminationRule(),
    ];

    /// <inheritdoc />
    public string Id => "choice-v1";

    /// <inheritdoc />
    public ChoiceExtraction Extract(string reply, IReadOnlyList<ChoiceOption> options)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(options);

        if (ReplyNormalizer.Normalize(reply) is not { } text)
        {
            return ChoiceExtraction.Without(ExtractionStatus.Unparsed, "unfinished-reasoning");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return ChoiceExtraction.Without(ExtractionStatus.Unparsed, "empty");
        }

        return Decide(new ReplyContext(text, new OptionSet(options)));
    }

    internal static ChoiceExtraction Decide(ReplyContext reply)
    {
        foreach (var rule in Precedence)
        {
            if (rule.Apply(reply) is { } extraction)
            {
                return extraction;
            }
        }

        return ChoiceExtraction.Without(ExtractionStatus.Unparsed, "no-answer");
    }
}
