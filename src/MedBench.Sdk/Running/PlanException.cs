namespace MedBench;

/// <summary>Reports a plan that cannot be carried out as it stands; nothing was sent.</summary>
public sealed class PlanException : Exception
{
    /// <summary>Initializes the error.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public PlanException(string message)
        : base(message)
    {
    }
}
