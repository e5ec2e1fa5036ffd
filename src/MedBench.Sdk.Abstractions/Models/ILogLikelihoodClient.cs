namespace MedBench;

/// <summary>The optional power to score given continuations of a prompt.</summary>
public interface ILogLikelihoodClient
{
    /// <summary>Returns how likely each continuation is after the prompt.</summary>
    /// <param name="request">Prompt and continuations.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>One entry per continuation, in order.</returns>
    /// <exception cref="ModelException">No usable reply; says of which kind.</exception>
    Task<IReadOnlyList<LogLikelihood>> ScoreAsync(LogLikelihoodRequest request, CancellationToken cancellationToken = default);
}
