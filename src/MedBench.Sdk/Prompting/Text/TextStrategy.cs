using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>Asks once and reads the reply; everything about it comes from its <see cref="TextPrompting"/>.</summary>
/// <remarks>
/// A question with an environment, or with media for a model that takes none, ends <see cref="Outcome.Unsupported"/> before any call. A reply
/// without an answer is <see cref="Outcome.Refused"/> where the endpoint's filter ended it, <see cref="Outcome.Truncated"/> where the token
/// limit did, else what the reader says. An answer that was read off a reply cut at the limit stands, with the note <c>finish = length</c>.
/// </remarks>
public sealed class TextStrategy : IPromptStrategy
{
    private readonly TextPrompting parts;

    /// <summary>Composes a strategy.</summary>
    /// <param name="parts">The parts.</param>
    public TextStrategy(TextPrompting parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        this.parts = parts;
        Info = new StrategyInfo
        {
            Id = parts.Id,
            Version = parts.Version,
            Description = parts.Description,
            Parameters = StrategyParameters.Describe(parts.Parameters, parts.Sampling, parts.Compat),
            RequiredCapabilities = parts.IsCompletion ? ModelCapabilities.Completion : ModelCapabilities.None,
        };
    }

    /// <inheritdoc />
    public StrategyInfo Info { get; }

    /// <inheritdoc />
    public async Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(models);
        if (InputObstacle.FindForQuestion(input, models) is { } obstacle)
        {
            return InputObstacle.Describe(obstacle);
        }

        const string Purpose = "answer";
        var request = new ModelRequest { Messages = parts.Compose(input), Options = parts.Sampling.ToChatOptions(models.CreateRandom(Purpose).NextSeed()), Purpose = Purpose, IsCompletion = parts.IsCompletion };
        var response = await models.Subject.CompleteAsync(request, cancellationToken).ConfigureAwait(false);
        return FinishedReply.Conclude(parts.Read(input, response.Text), response);
    }
}
