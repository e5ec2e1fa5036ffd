namespace MedBench.Benchmarks;

/// <summary>How a reply to MedCalc-Bench is read.</summary>
public enum MedCalcBenchReading
{
    /// <summary>
    /// The last answer field of a JSON object, else what stands between answer tags, in a box or after "answer:". A percentage is a number of per cent, as
    /// the questions ask; a thousands separator is no decimal point; an answer that says that there is none is an abstention; what holds several numbers without
    /// saying which is the answer stays unread.
    /// </summary>
    Tolerant,

    /// <summary>
    /// As <c>extract_answer</c> in the authors' evaluation/run.py reads it, for comparison with published numbers: the field has to end on its line with a brace, a percentage is divided
    /// by 100 (the right answers for FENa and the Framingham risk are percentages), the last of several numbers counts, and <c>1,234</c> is 234 or, for a score, the count 2.
    /// </summary>
    Published,
}
