using System.Globalization;
using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>Lets the model and the sample's environment take turns until the environment ends the dialogue; everything about it comes from its <see cref="DialoguePrompting"/>.</summary>
/// <remarks>
/// A sample without an environment, or with media for a model that takes none, ends <see cref="Outcome.Unsupported"/> before any call; a
/// dialogue that lasts longer than its turns ends <see cref="Outcome.Truncated"/>. The prediction carries the whole transcript.
/// </remarks>
public sealed class DialogueStrategy : IPromptStrategy
{
    private readonly DialoguePrompting parts;

    /// <summary>Composes a strategy.</summary>
    /// <param name="parts">The parts.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no turn.</exception>
    public DialogueStrategy(DialoguePrompting parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentOutOfRangeException.ThrowIfLessThan(parts.MaxTurns, 1);
        this.parts = parts;
        var own = new Dictionary<string, string>(parts.Parameters, StringComparer.Ordinal) { ["max-turns"] = parts.MaxTurns.ToString(CultureInfo.InvariantCulture) };
        Info = new StrategyInfo
        {
            Id = parts.Id,
            Version = parts.Version,
            Description = parts.Description,
            Parameters = StrategyParameters.Describe(own, parts.Sampling, parts.Compat),
            RequiredCapabilities = parts.RequiredCapabilities,
            RequiredRoles = parts.RequiredRoles,
        };
    }

    /// <inheritdoc />
    public StrategyInfo Info { get; }

    /// <inheritdoc />
    public async Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(models);
        if (input.Environment is not { } environment)
        {
            return InputObstacle.Describe("the sample has no environment to act in");
        }

        if (InputObstacle.FindForMedia(input, models) is { } obstacle)
        {
            return InputObstacle.Describe(obstacle);
        }

        List<ChatMessage> transcript = [.. parts.Open(input)];
        var opening = transcript.Count;
        for (var turn = 0; turn < parts.MaxTurns; turn++)
        {
            var response = await AskAsync(environment, transcript, turn, models, cancellationToken).ConfigureAwait(false);
            transcript.AddRange(response.Messages);
            if (response.FinishReason == ChatFinishReason.ContentFilter)
            {
                return new Unanswered(Outcome.Refused) { Reply = response.Text, Transcript = transcript };
            }

            if (await environment.RespondAsync(transcript, models, cancellationToken).ConfigureAwait(false) is not { } answer)
            {
                return FinishedReply.Conclude(parts.Conclude(input, transcript) with { Transcript = transcript }, response);
            }

            transcript.Add(answer);
        }

        return new Unanswered(Outcome.Truncated)
        {
            Reply = transcript[^2].Text,
            Transcript = transcript,
            Notes = new Dictionary<string, string>(StringComparer.Ordinal) { ["turns"] = string.Create(CultureInfo.InvariantCulture, $"the dialogue was not over after {parts.MaxTurns} turns; {transcript.Count - opening} messages") },
        };
    }

    private Task<ChatResponse> AskAsync(IEnvironment environment, List<ChatMessage> transcript, int turn, IModelAccess models, CancellationToken cancellationToken)
    {
        var purpose = string.Create(CultureInfo.InvariantCulture, $"turn/{turn}");
        var options = parts.Sampling.ToChatOptions(models.CreateRandom(purpose).NextSeed());
        options.Tools = environment.Tools.Count == 0 ? null : [.. environment.Tools];
        return models.Subject.CompleteAsync(new ModelRequest { Messages = [.. transcript], Options = options, Purpose = purpose }, cancellationToken);
    }
}
