using MedBench.Metrics;

namespace MedBench;

/// <summary>Which comparison of chosen and right options is a scorer's value; each is a function of <see cref="AnswerSets"/>.</summary>
public enum AnswerSetMeasure
{
    /// <summary>2·hits / (chosen + right).</summary>
    F1,

    /// <summary>Intersection over union; CareMedEval's Hamming score.</summary>
    Jaccard,

    /// <summary>The share of options rightly chosen or rightly left.</summary>
    Hamming,

    /// <summary>The score of the French exam in critical appraisal: 1, 0.5, 0.2 or 0, with essential and unacceptable options.</summary>
    Lca,

    /// <summary><see cref="Lca"/> without regard to essential and unacceptable options, as CareMedEval's own evaluation computes its published numbers.</summary>
    LcaUnmarked,
}
