using System.Globalization;
using Microsoft.Extensions.AI;

namespace MedBench.PublicApi;

/// <summary>Talks with whatever environment the sample has until a diagnosis is made or the turns are used up.</summary>
internal sealed class HistoryTaking(int maxTurns = 4) : IPromptStrategy
{
    private const string Mark = "DIAGNOSIS:";

    public StrategyInfo Info { get; } = new()
    {
        Id = "history-taking",
        Version = "1",
        Parameters = new Dictionary<string, string> { ["max-turns"] = maxTurns.ToString(CultureInfo.InvariantCulture) },
    };

    public static string? ReadDiagnosis(string text)
        => text.IndexOf(Mark, StringComparison.Ordinal) is >= 0 and var at ? text[(at + Mark.Length)..].Trim() : null;

    public async Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
    {
        var environment = input.Environment ?? throw new InvalidOperationException($"Sample '{input.Id}' has nobody to talk to.");
        List<ChatMessage> transcript = [.. input.Conversation];
        for (var turn = 0; turn < maxTurns; turn++)
        {
            var request = new ModelRequest { Messages = [new(ChatRole.System, input.Stem), .. transcript], Purpose = FormattableString.Invariant($"turn/{turn}") };
            var reply = (await models.Subject.CompleteAsync(request, cancellationToken)).Text;
            transcript.Add(new ChatMessage(ChatRole.Assistant, reply));
            if (ReadDiagnosis(reply) is { } diagnosis)
            {
                return new TextPrediction(diagnosis) { Reply = reply, Transcript = transcript };
            }

            if (await environment.RespondAsync(transcript, models, cancellationToken) is not { } answer)
            {
                break;
            }

            transcript.Add(answer);
        }

        return new Unanswered(Outcome.Truncated) { Reply = transcript[^1].Text, Transcript = transcript };
    }
}
