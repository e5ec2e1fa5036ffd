namespace MedBench.Benchmarks;

/// <summary>How a doctor of MediQ decides between asking on and answering: the abstention strategies of the paper.</summary>
public enum MediQAbstention
{
    /// <summary>Asks as many questions as there are, whatever the doctor knows.</summary>
    Fixed,

    /// <summary>One call either asks or answers (BASIC in the paper).</summary>
    Implicit,

    /// <summary>Says YES or NO to being confident.</summary>
    Binary,

    /// <summary>States a probability, then says YES or NO to being confident in sight of it.</summary>
    Numerical,

    /// <summary>States a probability, and asks on below the threshold of 0.8.</summary>
    NumericalCutOff,

    /// <summary>Picks one of five described ratings, and asks on below the threshold of 4.</summary>
    Scale,
}
