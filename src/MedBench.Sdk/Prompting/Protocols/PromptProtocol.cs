using System.Text;

namespace MedBench;

/// <summary>How a question is laid out on paper: instruction, headings, option format, answer format. A value, so that a published prompt is data.</summary>
/// <remarks>Every string is used as it stands; nothing in a question is ever read as part of a template.</remarks>
public sealed record PromptProtocol
{
    /// <summary>Gets the id: kebab-case, never renamed.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the version; it changes with any byte of any prompt.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the instruction that opens a prompt for a plain answer.</summary>
    public required string DirectInstruction { get; init; }

    /// <summary>Gets the instruction that opens a prompt for reasoning before the answer.</summary>
    public required string ReasoningInstruction { get; init; }

    /// <summary>Gets what stands before the context sections; nothing is written where a question has none.</summary>
    public string ContextHeading { get; init; } = "### Context\n";

    /// <summary>Gets what stands before the stem.</summary>
    public string QuestionHeading { get; init; } = "### Question\n";

    /// <summary>Gets what stands between stem and options.</summary>
    public string OptionsHeading { get; init; } = "\n\n### Options";

    /// <summary>Gets what stands before an option's label, a line break included.</summary>
    public string BeforeLabel { get; init; } = "\n(";

    /// <summary>Gets what stands between an option's label and its text.</summary>
    public string AfterLabel { get; init; } = ") ";

    /// <summary>Gets what stands before a rationale.</summary>
    public string ExplanationHeading { get; init; } = "\n\n### Explanation\n";

    /// <summary>Gets what stands before an answer.</summary>
    public string AnswerHeading { get; init; } = "\n\n### Answer\n";

    /// <summary>Gets what stands between exemplars, and between the last one and the question.</summary>
    public string Separator { get; init; } = "\n\n";

    /// <summary>Renders a whole prompt.</summary>
    /// <param name="input">The evaluated question.</param>
    /// <param name="options">Its options in the order and under the labels to be shown.</param>
    /// <param name="exemplars">Worked examples, the one nearest to the question last.</param>
    /// <param name="reasoning">Whether the model is to reason first.</param>
    public string Render(SampleInput input, IReadOnlyList<ChoiceOption> options, IReadOnlyList<ShownExemplar> exemplars, ReasoningStyle reasoning)
    {
        var text = new StringBuilder(2048);
        text.Append(reasoning == ReasoningStyle.Direct ? DirectInstruction : ReasoningInstruction).Append(Separator);
        foreach (var (exemplar, rationale) in exemplars)
        {
            AppendQuestion(text, exemplar.Input, exemplar.Input.Options);
            if (rationale is not null)
            {
                text.Append(ExplanationHeading).Append(rationale);
            }

            text.Append(AnswerHeading);
            AppendLabel(text, exemplar.Answer);
            text.Append(Separator);
        }

        AppendQuestion(text, input, options);
        return text.ToString();
    }

    /// <summary>Returns the reasoning of a reply without its headings and its final answer.</summary>
    /// <param name="reply">A reply to a prompt that asked for reasoning.</param>
    public string ReadExplanation(string reply)
    {
        var explanation = ExplanationHeading.Trim();
        var start = reply.IndexOf(explanation, StringComparison.OrdinalIgnoreCase);
        var text = start < 0 ? reply : reply[(start + explanation.Length)..];
        var end = text.LastIndexOf(AnswerHeading.Trim(), StringComparison.OrdinalIgnoreCase);
        return (end < 0 ? text : text[..end]).Trim().TrimStart(':').Trim();
    }

    private void AppendQuestion(StringBuilder text, SampleInput input, IReadOnlyList<ChoiceOption> options)
    {
        if (input.Context.Count > 0)
        {
            text.Append(ContextHeading);
            foreach (var (label, section) in input.Context)
            {
                text.Append(label is null ? "" : label + ": ").Append(section).Append('\n');
            }

            text.Append('\n');
        }

        text.Append(QuestionHeading).Append(input.Stem);
        if (options.Count > 0)
        {
            text.Append(OptionsHeading);
        }

        foreach (var (label, option) in options)
        {
            text.Append(BeforeLabel).Append(label).Append(AfterLabel).Append(option);
        }
    }

    private void AppendLabel(StringBuilder text, string label)
        => text.Append(BeforeLabel.AsSpan().TrimStart('\n')).Append(label).Append(AfterLabel.AsSpan().TrimEnd());
}
