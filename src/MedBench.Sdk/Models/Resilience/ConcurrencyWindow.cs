namespace MedBench;

/// <summary>How many attempts an endpoint gets at once: half as many when it is overloaded, one more for each round that it bears.</summary>
/// <remarks>Additive increase and multiplicative decrease (Chiu and Jain 1989). There is no limit before the first overload, nor once the old number is reached again.</remarks>
internal sealed class ConcurrencyWindow
{
    private const int Unlimited = int.MaxValue;

    private int former;
    private int borne;
    private int lowest = Unlimited;
    private int reductions;

    public int Limit { get; private set; } = Unlimited;

    public EndpointPressure Pressure => new(Limit == Unlimited ? null : Limit, lowest == Unlimited ? null : lowest, reductions);

    /// <summary>Halves the window.</summary>
    /// <param name="underWay">The attempts under way when the endpoint turned one away, that one included.</param>
    public void Shrink(int underWay)
    {
        former = Limit == Unlimited ? underWay : Math.Max(former, underWay);
        Limit = Math.Max(1, Math.Min(Limit, underWay) / 2);
        lowest = Math.Min(lowest, Limit);
        borne = 0;
        reductions++;
    }

    /// <summary>Counts a success; a window's worth of them makes room for one more.</summary>
    public void Grow()
    {
        if (Limit == Unlimited || ++borne < Limit)
        {
            return;
        }

        borne = 0;
        Limit = Limit + 1 < former ? Limit + 1 : Unlimited;
    }
}
