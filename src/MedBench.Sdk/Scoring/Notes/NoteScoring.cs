namespace MedBench;

/// <summary>How the divisions of a note are compared.</summary>
public enum NoteScoring
{
    /// <summary>As texts; a division that the reference lacks is not graded, one that only the prediction lacks counts 0.</summary>
    Plain,

    /// <summary>
    /// As ACI-BENCH's evaluation/evaluate_fullnote.py prints them. Every line break of a division is the word <c>lf1</c>, and a missing
    /// division is the word <c>empty</c>, so that two missing divisions score 1 by ROUGE-1 and 0 by ROUGE-2. For comparison with published numbers.
    /// </summary>
    AciBench,
}
