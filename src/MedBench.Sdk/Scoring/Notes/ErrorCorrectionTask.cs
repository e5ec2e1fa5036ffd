namespace MedBench;

/// <summary>The three tasks of MEDEC, each with its own number.</summary>
public enum ErrorCorrectionTask
{
    /// <summary>Whether the text has an error: accuracy.</summary>
    Flag,

    /// <summary>Which sentence has it: accuracy over all texts, those without an error included.</summary>
    Sentence,

    /// <summary>How the sentence should read: likeness to the reference.</summary>
    Correction,
}
