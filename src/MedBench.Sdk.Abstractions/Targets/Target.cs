namespace MedBench;

/// <summary>What a right answer is; one of the closed set of records derived from it. Only scorers see it.</summary>
public abstract record Target
{
    private protected Target()
    {
    }
}
