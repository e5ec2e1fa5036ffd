namespace MedBench.Benchmarks;

/// <summary>How XMedBench's questions are asked.</summary>
public sealed record XMedBenchPromptingOptions
{
    /// <summary>Gets how many worked examples of the same source are drawn; the repository's command draws 3.</summary>
    public int Shots { get; init; } = 3;

    /// <summary>Gets how many characters examples and question may have together, as code points; an example with which they would be as many or more is passed over.</summary>
    public int MaxCharacters { get; init; } = 4096;

    /// <summary>Gets whether everything is one raw text with <c>User:</c> and <c>Assistant:</c>, as the Apollo models are trained on; otherwise each example is a pair of chat turns.</summary>
    public bool IsCompletion { get; init; }

    /// <summary>Gets what ends an example's answer in the raw text: the end mark of the model's tokenizer, for instance <c>&lt;|endoftext|&gt;</c> or <c>&lt;/s&gt;</c>.</summary>
    public string EndOfText { get; init; } = "";

    /// <summary>Gets the ids of the defects of the published code to reproduce: see <see cref="XMedBenchPrompting.CompatRules"/>.</summary>
    public IReadOnlyList<string> Compat { get; init; } = [];
}
