using Microsoft.Extensions.AI;

namespace MedBench.PublicApi;

/// <summary>Lets the model call the environment's tools until it calls none.</summary>
internal sealed class ToolLoop : IPromptStrategy
{
    private const int MaxSteps = 6;

    public StrategyInfo Info { get; } = new()
    {
        Id = "tool-loop",
        Version = "1",
        Parameters = new Dictionary<string, string> { ["max-steps"] = FormattableString.Invariant($"{MaxSteps}") },
        RequiredCapabilities = ModelCapabilities.Tools,
    };

    public async Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
    {
        var ward = input.Environment ?? throw new InvalidOperationException($"Sample '{input.Id}' has nothing to act in.");
        var options = new ChatOptions { Tools = [.. ward.Tools] };
        List<ChatMessage> transcript = [new(ChatRole.User, input.Stem)];
        for (var step = 0; step < MaxSteps; step++)
        {
            var response = await models.Subject.CompleteAsync(new ModelRequest { Messages = [.. transcript], Options = options, Purpose = FormattableString.Invariant($"step/{step}") }, cancellationToken);
            transcript.AddRange(response.Messages);
            if (await ward.RespondAsync(transcript, models, cancellationToken) is not { } results)
            {
                return ward.ReadState(transcript) is { } state
                    ? new StatePrediction(state) { Reply = response.Text, Transcript = transcript }
                    : throw new InvalidOperationException($"The environment of sample '{input.Id}' keeps no state.");
            }

            transcript.Add(results);
        }

        return new Unanswered(Outcome.Truncated) { Transcript = transcript };
    }
}
