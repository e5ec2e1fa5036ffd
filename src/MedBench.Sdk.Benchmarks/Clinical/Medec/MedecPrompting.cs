namespace MedBench.Benchmarks;

/// <summary>The ways of asking MEDEC: a text of numbered sentences, answered by CORRECT or by the number and the corrected sentence.</summary>
/// <remarks>
/// The wordings are the paper's two prompts as later evaluations quote them: the first as MedHELM sends it (run_specs/medhelm_run_specs.py), the second
/// without its worked example, whose text was not at hand. Quotations differ in whether a space or a pipe follows the sentence ID; the published files have a space. Texts
/// and instruction make one user message.
/// </remarks>
public static class MedecPrompting
{
    private const string Opening = "The following is a medical narrative about a patient. You are a skilled medical doctor reviewing the clinical text. The text is either correct or contains one error.";

    /// <summary>Creates the paper's first prompt.</summary>
    [Discoverable]
    public static IPromptStrategy First() => Create("medec", "Asks for CORRECT or for the sentence ID and the corrected sentence (MEDEC, prompt 1).",
        $"{Opening} The text has a sentence per line. Each line starts with the sentence ID, followed by a space character then the sentence to check. Check every sentence of the text. If the text is correct return the following output: CORRECT. If the text has a medical error, return the sentence ID of the sentence containing the error, followed by a space, and a corrected version of the sentence.");

    /// <summary>Creates the paper's second prompt, which names the kinds of errors, without its example.</summary>
    [Discoverable]
    public static IPromptStrategy Second() => Create("medec-kinds", "Names the kinds of errors and asks for CORRECT or for the sentence ID and the corrected sentence (MEDEC, prompt 2 without its example).",
        $"{Opening} The text has one sentence per line. Each line starts with the sentence ID, followed by a space character then the sentence to check. Check every sentence of the text. If the text is correct return the following output: CORRECT. If the text has a medical error related to treatment, management, cause, or diagnosis, return the sentence id of the sentence containing the error, followed by a space, and then a corrected version of the sentence. Finding and correcting the error requires medical knowledge and reasoning.");

    private static TextStrategy Create(string id, string description, string instruction) => new(new TextPrompting
    {
        Id = id,
        Version = "2",
        Description = description,
        Compose = input => TextPrompting.Ask(input, $"{instruction}\n\n{input.Stem}"),
        Read = MedecReplies.Read,
    });
}
