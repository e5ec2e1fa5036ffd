namespace MedBench;

/// <summary>Repeats failed log-likelihood calls.</summary>
/// <param name="inner">The power whose calls are repeated.</param>
/// <param name="repeater">Shared with the chat calls of the same client, and so are the pauses.</param>
/// <param name="oneByOne">Whether each continuation is a call of its own, so that one fault does not cost the others; models in this process take all at once.</param>
internal sealed class ResilientLogLikelihood(ILogLikelihoodClient inner, CallRepeater repeater, bool oneByOne) : ILogLikelihoodClient
{
    public async Task<IReadOnlyList<LogLikelihood>> ScoreAsync(LogLikelihoodRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!oneByOne || request.Continuations.Count <= 1)
        {
            return await CallAsync(request, cancellationToken).ConfigureAwait(false);
        }

        var scores = new List<LogLikelihood>(request.Continuations.Count);
        foreach (var continuation in request.Continuations)
        {
            scores.AddRange(await CallAsync(request with { Continuations = [continuation] }, cancellationToken).ConfigureAwait(false));
        }

        return scores;
    }

    private async Task<IReadOnlyList<LogLikelihood>> CallAsync(LogLikelihoodRequest request, CancellationToken cancellationToken)
    {
        var (scores, _) = await repeater.ExecuteAsync(
            static (call, token) => call.inner.ScoreAsync(call.request, token), (inner, request), cancellationToken).ConfigureAwait(false);
        return scores;
    }
}
