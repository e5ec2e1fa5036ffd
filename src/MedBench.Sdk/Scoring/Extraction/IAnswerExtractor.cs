namespace MedBench;

/// <summary>Reads the chosen option off a free-text reply to a multiple-choice question.</summary>
public interface IAnswerExtractor
{
    /// <summary>Gets the kebab-case id with its version, for instance <c>choice-v1</c>; it is part of every run fingerprint.</summary>
    string Id { get; }

    /// <summary>Extracts the answer from a reply.</summary>
    /// <param name="reply">The reply as the model wrote it; any string is accepted, only its first and last 32 Ki characters are read.</param>
    /// <param name="options">The options as they were shown to the model, with distinct labels.</param>
    /// <returns>The chosen label, or the reason why there is none. Never throws on the content of the reply.</returns>
    ChoiceExtraction Extract(string reply, IReadOnlyList<ChoiceOption> options);
}
