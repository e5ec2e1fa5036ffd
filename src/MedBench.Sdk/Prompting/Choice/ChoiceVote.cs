using System.Globalization;
using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>Asks for one answer, again where a reply has none that can be read.</summary>
internal sealed class ChoiceVote(ChoicePrompting parts, SampleInput input, IReadOnlyList<ShownExemplar> exemplars, IModelAccess models, int vote)
{
    public async Task<CastVote> CastAsync(CancellationToken cancellationToken)
    {
        var order = parts.PermuteOptions ? DrawOrder() : null;
        var shown = order is null ? input.Options : Arrange(order);
        IReadOnlyList<ChatMessage> messages = [.. input.Conversation, CreateMessage(parts.Protocol.Render(input, shown, exemplars, parts.Reasoning))];
        for (var trial = 0; ; trial++)
        {
            var purpose = string.Create(CultureInfo.InvariantCulture, $"vote/{vote}/{trial}");
            var options = parts.Sampling.ToChatOptions(models.CreateRandom(purpose).NextSeed());
            var response = await models.Subject.CompleteAsync(new ModelRequest { Messages = messages, Options = options, Purpose = purpose }, cancellationToken).ConfigureAwait(false);
            var reply = response.Text;
            var extraction = parts.Extractor.Extract(reply, shown);
            if (extraction.Label is { } label)
            {
                return new CastVote(order is null ? label : Original(order, label), Outcome.Correct, reply, extraction.Rule, trial + 1);
            }

            // What a filter or the model itself declared a refusal stays one: asking again would only be paid again.
            if (trial + 1 == parts.MaxTrials || response.FinishReason == ChatFinishReason.ContentFilter)
            {
                return new CastVote(null, Classify(extraction.Status, response.FinishReason), reply, extraction.Rule, trial + 1);
            }
        }
    }

    private ChatMessage CreateMessage(string prompt)
        => input.Media.Count == 0 ? new ChatMessage(ChatRole.User, prompt) : new ChatMessage(ChatRole.User, [new TextContent(prompt), .. input.Media]);

    private int[] DrawOrder()
    {
        var order = Enumerable.Range(0, input.Options.Count).ToArray();
        models.CreateRandom(string.Create(CultureInfo.InvariantCulture, $"option-order/{vote}")).Shuffle(order.AsSpan());
        return order;
    }

    /// <summary>Moves the texts of the options; the labels stay in place.</summary>
    private ChoiceOption[] Arrange(int[] order)
        => [.. order.Select((from, position) => new ChoiceOption(input.Options[position].Label, input.Options[from].Text))];

    /// <summary>Maps a label as shown back to the label of the same text in the sample.</summary>
    private string Original(int[] order, string shown)
    {
        for (var position = 0; ; position++)
        {
            if (input.Options[position].Label == shown)
            {
                return input.Options[order[position]].Label;
            }
        }
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
