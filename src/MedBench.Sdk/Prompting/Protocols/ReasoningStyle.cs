namespace MedBench;

/// <summary>Whether a model is asked to reason before it answers.</summary>
public enum ReasoningStyle
{
    /// <summary>The answer alone.</summary>
    Direct,

    /// <summary>A chain of thought, then the answer (Wei et al., NeurIPS 2022).</summary>
    ChainOfThought,
}
