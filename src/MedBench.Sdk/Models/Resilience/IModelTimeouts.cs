namespace MedBench;

/// <summary>The optional power of a client to say how long its calls may take, found with <see cref="IModelClient.GetCapability{T}"/>.</summary>
public interface IModelTimeouts
{
    /// <summary>Gets the longest wait for one attempt, which the client itself enforces.</summary>
    TimeSpan AttemptTimeout { get; }

    /// <summary>Gets the longest wait for one call with all its attempts and pauses, which whoever retries enforces.</summary>
    TimeSpan TotalTimeout { get; }
}
