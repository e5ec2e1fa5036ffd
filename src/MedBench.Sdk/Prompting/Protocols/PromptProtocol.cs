using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>How a question is put to a model: instruction, layout, option format, exemplars, messages. A value, so that a published prompt is data.</summary>
/// <remarks>
/// Templates name the slots that have a value in their place. Nothing in a question is ever read as part of a template. The defaults are
/// plain sections under headings in one user message.
/// </remarks>
public sealed record PromptProtocol
{
    /// <summary>Gets the id: kebab-case, never renamed.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the version; it changes with any byte of any prompt.</summary>
    public required string Version { get; init; }

    /// <summary>Gets which of several published ways of sending the same text this is, for instance <c>completion</c>, <c>chat</c> or <c>chat-multiturn</c>.</summary>
    public string Form { get; init; } = "chat";

    /// <summary>Gets whether the text of the only message is continued as it stands, without any chat template; for models and endpoints that complete text.</summary>
    public bool IsCompletion { get; init; }

    /// <summary>Gets the instruction that asks for a plain answer. Slots: subject, labels, first-label, last-label.</summary>
    public PromptTemplate Instruction { get; init; } = "";

    /// <summary>Gets the instruction that asks for reasoning before the answer; null means the same as for a plain answer. Slots as in <see cref="Instruction"/>.</summary>
    public PromptTemplate? ReasoningInstruction { get; init; }

    /// <summary>Gets the messages before exemplars that are turns of their own. Slots: instruction, instruction-once, exemplars, without-exemplars, question, reasonings, those of <see cref="Instruction"/>.</summary>
    public IReadOnlyList<PromptTurn> Opening { get; init; } = [];

    /// <summary>Gets the messages of one exemplar where exemplars are turns of their own. Slots: instruction-once, question, explanation, answer.</summary>
    public IReadOnlyList<PromptTurn> ExemplarTurns { get; init; } = [];

    /// <summary>Gets the messages that ask the question. Slots as in <see cref="Opening"/>.</summary>
    public IReadOnlyList<PromptTurn> Closing { get; init; } = [PromptTurn.User("{instruction}\n\n{exemplars}{question}")];

    /// <summary>Gets all exemplars in running text; written only where there are any. Slot: exemplars.</summary>
    public PromptTemplate ExemplarList { get; init; } = "{exemplars}";

    /// <summary>Gets one exemplar in running text. Slots: question, explanation, answer, number (from 0).</summary>
    public PromptTemplate Exemplar { get; init; } = "{question}{explanation}{answer}\n\n";

    /// <summary>Gets what stands between exemplars in running text.</summary>
    public string ExemplarSeparator { get; init; } = "";

    /// <summary>Gets what is written in the slot without-exemplars, and only in prompts that show none.</summary>
    public string WithoutExemplars { get; init; } = "";

    /// <summary>Gets the question with context and options. Slots: context, stem, options, and those of <see cref="Instruction"/>.</summary>
    public PromptTemplate Question { get; init; } = "{context}### Question\n{stem}{options}";

    /// <summary>Gets the question of an exemplar where it is laid out unlike the evaluated one; null means the same.</summary>
    public PromptTemplate? ExemplarQuestion { get; init; }

    /// <summary>Gets the context; written only where a question has any. Slot: sections.</summary>
    public PromptTemplate Context { get; init; } = "### Context\n{sections}\n";

    /// <summary>Gets one section of the context. Slots: label, text, number (from 0).</summary>
    public PromptTemplate Section { get; init; } = "{label}: {text}\n";

    /// <summary>Gets one section of the context that has no label. Slots: text, number (from 0).</summary>
    public PromptTemplate UnlabelledSection { get; init; } = "{text}\n";

    /// <summary>Gets what stands between sections.</summary>
    public string SectionSeparator { get; init; } = "";

    /// <summary>Gets how the names of sections are written.</summary>
    public LabelCase SectionLabel { get; init; } = LabelCase.AsPublished;

    /// <summary>Gets the options; written only where a question has any. Slot: options.</summary>
    public PromptTemplate OptionList { get; init; } = "\n\n### Options{options}";

    /// <summary>Gets one option. Slots: label, text.</summary>
    public PromptTemplate Option { get; init; } = "\n({label}) {text}";

    /// <summary>Gets what stands between options.</summary>
    public string OptionSeparator { get; init; } = "";

    /// <summary>Gets the labels under which options are shown, for instance <c>0, 1, 2, 3</c>; null means the question's own. Answers are mapped back.</summary>
    public IReadOnlyList<string>? OptionLabels { get; init; }

    /// <summary>Gets what stands between labels in the slot <c>labels</c>.</summary>
    public string LabelSeparator { get; init; } = ", ";

    /// <summary>Gets what is done to the text of a section before it is shown.</summary>
    public TextRule SectionRule { get; init; } = TextRule.Mended;

    /// <summary>Gets what stands before the last label in the slot <c>labels</c>, for instance <c>, or </c>; null means the same as between the others.</summary>
    public string? FinalLabelSeparator { get; init; }

    /// <summary>Gets whether white space at both ends of each message is removed (Python's <c>strip()</c>).</summary>
    public bool TrimsMessages { get; init; }

    /// <summary>Gets what is done to a stem before it is shown.</summary>
    public TextRule StemRule { get; init; } = TextRule.Mended;

    /// <summary>Gets what is done to an option before it is shown.</summary>
    public TextRule OptionRule { get; init; } = TextRule.Mended;

    /// <summary>Gets an exemplar's reasoning; written only where it has one to show. Slots: rationale, label, text.</summary>
    public PromptTemplate Explanation { get; init; } = "\n\n### Explanation\n{rationale}";

    /// <summary>Gets an exemplar's answer. Slots: label and text of the right option.</summary>
    public PromptTemplate Answer { get; init; } = "\n\n### Answer\n({label})";

    /// <summary>Gets whether a question's images stand before its text in the message; otherwise they stand after it.</summary>
    public bool ShowsMediaFirst { get; init; }

    /// <summary>Gets what is asked in a second call after the reply to the first, which then holds the reasoning; null for one call. Slots: those of <see cref="Instruction"/>.</summary>
    /// <remarks>In a completion it continues the text; in a chat it is the user's next message after the model's own.</remarks>
    public PromptTemplate? Conclusion { get; init; }

    /// <summary>Gets the words, capitals aside, with which the first reply answers already, so that the second call is left out; null always makes it.</summary>
    public string? ConclusionUnless { get; init; }

    /// <summary>Gets one earlier reasoning where several are shown to be weighed (<see cref="EnsembleRefinement"/>). Slots: number (from 1), rationale.</summary>
    public PromptTemplate Reasoning { get; init; } = "{number} reasoning: {rationale}\n";

    /// <summary>Gets what is scored after the prompt for each option where answers are compared by likelihood; null where the model writes. Slots: label, text, those of <see cref="Opening"/>.</summary>
    /// <remarks>A protocol without messages compares whole texts: each continuation then is the prompt with its answer.</remarks>
    public PromptTemplate? Continuation { get; init; }

    /// <summary>Lays out a prompt.</summary>
    /// <param name="input">The evaluated question.</param>
    /// <param name="options">Its options in the order and under the labels to be shown; null means its own.</param>
    /// <param name="exemplars">Worked examples in the order to be shown; null means none.</param>
    /// <param name="reasoning">Whether the model is to reason first.</param>
    /// <returns>The messages; exactly one, of the user, where <see cref="IsCompletion"/>.</returns>
    public IReadOnlyList<ChatMessage> Compose(SampleInput input, IReadOnlyList<ChoiceOption>? options = null, IReadOnlyList<ShownExemplar>? exemplars = null, ReasoningStyle reasoning = ReasoningStyle.Direct)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new PromptWriter(this, input, options ?? input.Options, exemplars ?? [], reasoning).Compose();
    }

    /// <summary>Shows a question's media with the last message of the user, which need not be the last of all.</summary>
    /// <param name="messages">The messages as <see cref="Compose(SampleInput, IReadOnlyList{ChoiceOption}?, IReadOnlyList{ShownExemplar}?, ReasoningStyle)"/> lays them out.</param>
    /// <param name="input">The evaluated question.</param>
    public IReadOnlyList<ChatMessage> AddMedia(IReadOnlyList<ChatMessage> messages, SampleInput input)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(input);
        var asked = messages.Count - 1;
        while (asked > 0 && messages[asked].Role != ChatRole.User)
        {
            asked--;
        }

        return input.Media.Count == 0 || asked < 0 ? messages
            : [.. messages.Take(asked), new ChatMessage(messages[asked].Role, ShowsMediaFirst ? [.. input.Media, .. messages[asked].Contents] : [.. messages[asked].Contents, .. input.Media]), .. messages.Skip(asked + 1)];
    }

    /// <summary>Lays out a prompt that shows earlier reasonings.</summary>
    internal IReadOnlyList<ChatMessage> Compose(SampleInput input, IReadOnlyList<ChoiceOption> options, IReadOnlyList<ShownExemplar> exemplars, IReadOnlyList<string> reasonings)
        => new PromptWriter(this, input, options, exemplars, ReasoningStyle.ChainOfThought) { Reasonings = reasonings }.Compose();

    /// <summary>Writes what is asked in the second call.</summary>
    /// <param name="input">The evaluated question.</param>
    /// <param name="options">Its options as shown.</param>
    /// <exception cref="InvalidOperationException">The protocol makes one call only.</exception>
    public string Conclude(SampleInput input, IReadOnlyList<ChoiceOption> options)
        => new PromptWriter(this, input, options, [], ReasoningStyle.ChainOfThought).Write(Conclusion ?? throw new InvalidOperationException($"The protocol '{Id}' has no conclusion: it makes one call only."));

    /// <summary>Writes the continuations whose likelihoods are compared, one an option.</summary>
    /// <param name="input">The evaluated question.</param>
    /// <param name="options">Its options as shown; null means its own.</param>
    /// <param name="exemplars">Worked examples in the order to be shown; null means none.</param>
    /// <exception cref="InvalidOperationException">The protocol lets the model write.</exception>
    public IReadOnlyList<string> Continue(SampleInput input, IReadOnlyList<ChoiceOption>? options = null, IReadOnlyList<ShownExemplar>? exemplars = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new PromptWriter(this, input, options ?? input.Options, exemplars ?? [], ReasoningStyle.Direct).WriteForEachOption(Continuation ?? throw new InvalidOperationException($"The protocol '{Id}' has no continuations: its models write the answer."));
    }

    /// <summary>Returns the options under the labels that the protocol shows.</summary>
    /// <param name="options">Options in the order to be shown.</param>
    /// <exception cref="InvalidOperationException">There are more options than labels.</exception>
    public IReadOnlyList<ChoiceOption> Relabel(IReadOnlyList<ChoiceOption> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return OptionLabels is not { } labels ? options
            : options.Count > labels.Count ? throw new InvalidOperationException($"The protocol '{Id}' has {labels.Count} labels, and a question has {options.Count} options.")
            : [.. options.Select((option, i) => option with { Label = labels[i] })];
    }

    /// <summary>Returns the reasoning of a reply without its headings and its final answer.</summary>
    /// <param name="reply">A reply to a prompt that asked for reasoning.</param>
    public string ReadExplanation(string reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var (explanation, answer) = (Explanation.Heading, Answer.Heading);
        var start = explanation.Length == 0 ? -1 : reply.IndexOf(explanation, StringComparison.OrdinalIgnoreCase);
        var text = start < 0 ? reply : reply[(start + explanation.Length)..];
        var end = answer.Length == 0 ? -1 : text.LastIndexOf(answer, StringComparison.OrdinalIgnoreCase);
        return (end < 0 ? text : text[..end]).Trim().TrimStart(':').Trim();
    }
}
