using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>Tells how many attempts a call took.</summary>
public static class ModelCallExtensions
{
    /// <summary>The key under which the count travels with a response or an error.</summary>
    internal const string AttemptsKey = "medbench.attempts";

    /// <summary>Returns the number of attempts that led to a response; 1 where nothing was repeated.</summary>
    /// <param name="response">A response of a client that repeats failed calls.</param>
    public static int GetAttempts(this ChatResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.AdditionalProperties is { } properties && properties.TryGetValue(AttemptsKey, out int attempts) ? attempts : 1;
    }

    /// <summary>Returns the number of attempts after which a call was given up; 1 where nothing was repeated.</summary>
    /// <param name="error">An error of a client that repeats failed calls.</param>
    public static int GetAttempts(this ModelException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error.Data[AttemptsKey] is int attempts ? attempts : 1;
    }
}
