using System.Globalization;
using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>Asks for one answer, again where a reply has none that can be read.</summary>
internal sealed class ChoiceVote(ChoicePrompting parts, SampleInput input, IReadOnlyList<ShownExemplar> exemplars, IModelAccess models, int vote)
{
    public async Task<CastVote> CastAsync(CancellationToken cancellationToken)
    {
        var (shown, original) = ArrangeOptions();
        var prompt = parts.Protocol.Render(input, shown, exemplars, parts.Reasoning);
        for (var trial = 0; ; trial++)
        {
            var purpose = string.Create(CultureInfo.InvariantCulture, $"vote/{vote}/{trial}");
            var options = parts.Sampling.ToChatOptions(models.CreateRandom(purpose).NextSeed());
            var response = await models.Subject.CompleteAsync(ModelRequest.FromText(prompt, options) with { Purpose = purpose }, cancellationToken).ConfigureAwait(false);
            var reply = response.Text;
            var extraction = parts.Extractor.Extract(reply, shown);
            if (extraction.Label is { } label)
            {
                return new CastVote(original[label], Outcome.Correct, reply, extraction.Rule, trial + 1);
            }

            if (trial + 1 == parts.MaxTrials)
            {
                return new CastVote(null, Classify(extraction.Status, response.FinishReason), reply, extraction.Rule, trial + 1);
            }
        }
    }

    /// <summary>Orders the options for this vote: labels stay in place, texts move.</summary>
    private (IReadOnlyList<ChoiceOption> Shown, Dictionary<string, string> Original) ArrangeOptions()
    {
        var order = Enumerable.Range(0, input.Options.Count).ToArray();
        if (parts.PermuteOptions)
        {
            models.CreateRandom(string.Create(CultureInfo.InvariantCulture, $"option-order/{vote}")).Shuffle(order.AsSpan());
        }

        var shown = order.Select((from, position) => new ChoiceOption(input.Options[position].Label, input.Options[from].Text)).ToArray();
        return (shown, Enumerable.Range(0, order.Length).ToDictionary(position => shown[position].Label, position => input.Options[order[position]].Label, StringComparer.Ordinal));
    }

    private static Outcome Classify(ExtractionStatus status, ChatFinishReason? finish) => status switch
    {
        _ when finish == ChatFinishReason.Length => Outcome.Truncated,
        ExtractionStatus.Abstained => Outcome.Abstained,
        ExtractionStatus.Refused => Outcome.Refused,
        _ when finish == ChatFinishReason.ContentFilter => Outcome.Refused,
        _ => Outcome.Unparsed,
    };
}
