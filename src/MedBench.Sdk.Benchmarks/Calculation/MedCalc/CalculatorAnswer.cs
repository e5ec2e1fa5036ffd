namespace MedBench.Benchmarks;

/// <summary>What a calculator of MedCalc-Bench gives.</summary>
internal enum CalculatorAnswer
{
    /// <summary>A number, right within the limits that the set stores.</summary>
    Decimal,

    /// <summary>A score, right when it rounds to the whole number.</summary>
    Integer,

    /// <summary>A date.</summary>
    Date,

    /// <summary>Weeks and days.</summary>
    GestationalAge,
}
