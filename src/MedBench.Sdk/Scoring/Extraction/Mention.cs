namespace MedBench.Scoring.Extraction;

/// <summary>A place where the reply names an option by its label, its text or both.</summary>
internal sealed record Mention
{
    /// <summary>Gets the option, or -1 when label and text belong to different options.</summary>
    internal required int Option { get; init; }

    /// <summary>Gets the first token of the mention.</summary>
    internal required int Start { get; init; }

    /// <summary>Gets the token after the last one of the mention.</summary>
    internal required int Stop { get; init; }

    /// <summary>Gets a value indicating whether the label is written.</summary>
    internal bool HasLabel { get; init; }

    /// <summary>Gets a value indicating whether the text is written.</summary>
    internal bool HasText { get; init; }

    /// <summary>Gets a value indicating whether punctuation sets the label off, as in (B) or B).</summary>
    internal bool IsDelimited { get; init; }

    /// <summary>Gets a value indicating whether nothing but list signs comes before it on its line.</summary>
    internal bool StartsLine { get; init; }

    /// <summary>Gets a value indicating whether nothing but punctuation comes after it on its line.</summary>
    internal bool EndsLine { get; init; }

    /// <summary>Gets a value indicating whether the text is a word such as yes, which only counts where an answer is expected.</summary>
    internal bool IsCommonWord { get; init; }
}
