namespace MedBench;

/// <summary>How far endpoints were spared because they said that they are asked too much.</summary>
/// <param name="Limit">The attempts at once that are allowed now; null where there is no limit.</param>
/// <param name="LowestLimit">The smallest limit so far; null where there was none.</param>
/// <param name="Reductions">How often the limit was lowered.</param>
internal readonly record struct EndpointPressure(int? Limit, int? LowestLimit, int Reductions)
{
    /// <summary>Joins endpoints: the tightest limits and all reductions.</summary>
    public static EndpointPressure operator +(EndpointPressure left, EndpointPressure right)
        => new(Tighter(left.Limit, right.Limit), Tighter(left.LowestLimit, right.LowestLimit), left.Reductions + right.Reductions);

    private static int? Tighter(int? left, int? right) => left is null || right < left ? right : left;
}
