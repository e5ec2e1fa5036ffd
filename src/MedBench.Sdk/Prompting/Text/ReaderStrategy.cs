using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>Asks once and has another model say what the reply amounts to, as papers do whose models answer in prose.</summary>
/// <remarks>
/// A reader that guesses where nothing was said flatters or harms the subject: prefer a strategy that reads the reply itself, and use this
/// where a published number depends on its reader. The subject is refused and cut off as with <see cref="TextStrategy"/>; what the reader
/// wrote stands in the note <c>reader</c>. A plan in which nobody reads is refused before any call.
/// </remarks>
public sealed class ReaderStrategy : IPromptStrategy
{
    private readonly ReaderPrompting parts;

    /// <summary>Composes a strategy.</summary>
    /// <param name="parts">The parts.</param>
    public ReaderStrategy(ReaderPrompting parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        this.parts = parts;
        var asking = parts.Asking;
        var parameters = StrategyParameters.Describe(asking.Parameters, asking.Sampling, asking.Compat);
        Info = new StrategyInfo
        {
            Id = asking.Id,
            Version = asking.Version,
            Description = asking.Description,
            Parameters = new Dictionary<string, string>(parameters.Concat(parts.Sampling.Describe().Select(entry => new KeyValuePair<string, string>($"reader-{entry.Key}", entry.Value))), StringComparer.Ordinal) { ["reader"] = parts.Role },
            RequiredRoles = [parts.Role],
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

        var response = await SendAsync(models.Subject, parts.Asking.Compose(input), parts.Asking.Sampling, "answer", models, cancellationToken).ConfigureAwait(false);
        if (parts.Compose(input, response.Text) is not { } messages)
        {
            return FinishedReply.Conclude(parts.Asking.Read(input, response.Text), response);
        }

        var reading = await SendAsync(models.GetModel(parts.Role), messages, parts.Sampling, "reading", models, cancellationToken).ConfigureAwait(false);
        var prediction = parts.Read(input, response.Text, reading.Text);
        return FinishedReply.Conclude(prediction with { Reply = response.Text, Notes = new Dictionary<string, string>(prediction.Notes, StringComparer.Ordinal) { ["reader"] = reading.Text } }, response);
    }

    private static Task<ChatResponse> SendAsync(IModelClient model, IReadOnlyList<ChatMessage> messages, SamplingOptions sampling, string purpose, IModelAccess models, CancellationToken cancellationToken)
        => model.CompleteAsync(new ModelRequest { Messages = messages, Options = sampling.ToChatOptions(models.CreateRandom(purpose).NextSeed()), Purpose = purpose }, cancellationToken);
}
