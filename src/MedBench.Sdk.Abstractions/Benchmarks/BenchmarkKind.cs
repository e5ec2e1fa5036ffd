namespace MedBench;

/// <summary>The usual kinds of tasks, as a catalogue groups them; any other words may name a kind of your own.</summary>
public static class BenchmarkKind
{
    /// <summary>Questions with options, answered by choosing: examinations.</summary>
    public const string MultipleChoice = "multiple choice";

    /// <summary>Options compared by the likelihood that the model gives them.</summary>
    public const string Likelihood = "likelihood";

    /// <summary>A number, date or duration to work out.</summary>
    public const string Calculation = "calculation";

    /// <summary>Free text graded against a rubric, claims or references.</summary>
    public const string OpenAnswer = "open answer";

    /// <summary>A text to write from another: notes, summaries.</summary>
    public const string Generation = "generation";

    /// <summary>Errors to find and mend in a text.</summary>
    public const string ErrorCorrection = "error correction";

    /// <summary>Questions over documents too long for most contexts.</summary>
    public const string LongDocument = "long document";

    /// <summary>A diagnosis to make from a case.</summary>
    public const string Diagnosis = "diagnosis";

    /// <summary>A dialogue with a simulated patient or examiner.</summary>
    public const string Dialogue = "dialogue";

    /// <summary>Acts on a system such as a record server.</summary>
    public const string Agent = "agent";

    /// <summary>Documents to rank for a query.</summary>
    public const string Retrieval = "retrieval";

    /// <summary>A probability or risk to state from a record.</summary>
    public const string Risk = "risk";
}
