using System.Globalization;
using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>Asks for one answer, again where a reply has none that can be read.</summary>
internal sealed class ChoiceVote(ChoicePrompting parts, SampleInput input, IReadOnlyList<ShownExemplar> exemplars, IModelAccess models, int vote)
{
    private readonly PromptProtocol protocol = parts.Protocol;

    /// <summary>Gets what was reasoned in a first stage, to be weighed.</summary>
    public IReadOnlyList<string> Reasonings { get; init; } = [];

    public async Task<CastVote> CastAsync(CancellationToken cancellationToken)
    {
        var order = parts.PermuteOptions ? DrawOrder() : null;
        var shown = protocol.Relabel(order is null ? input.Options : Arrange(order));
        IReadOnlyList<ChatMessage> messages = [.. input.Conversation, .. protocol.AddMedia(Compose(shown), input)];
        for (var trial = 0; ; trial++)
        {
            var response = await AskAsync(messages, shown, trial, cancellationToken).ConfigureAwait(false);
            var reply = response.Text;
            var extraction = parts.Extractor.Extract(reply, shown);
            if (extraction.Label is { } label)
            {
                return new CastVote(Original(order, shown, label), Outcome.Correct, reply, extraction.Rule, trial + 1);
            }

            // What a filter or the model itself declared a refusal stays one: asking again would only be paid again.
            if (trial + 1 == parts.MaxTrials || response.FinishReason == ChatFinishReason.ContentFilter)
            {
                return new CastVote(null, Classify(extraction.Status, response.FinishReason), reply, extraction.Rule, trial + 1);
            }
        }
    }

    private async Task<ChatResponse> AskAsync(IReadOnlyList<ChatMessage> messages, IReadOnlyList<ChoiceOption> shown, int trial, CancellationToken cancellationToken)
    {
        var purpose = string.Create(CultureInfo.InvariantCulture, $"vote/{vote}/{trial}");
        var response = await SendAsync(messages, parts.Sampling, trial, purpose, cancellationToken).ConfigureAwait(false);
        if (protocol.Conclusion is null || (protocol.ConclusionUnless is { } answered && response.Text.Contains(answered, StringComparison.OrdinalIgnoreCase)))
        {
            return response;
        }

        var conclusion = protocol.Conclude(input, shown);
        IReadOnlyList<ChatMessage> second = protocol.IsCompletion
            ? [new ChatMessage(ChatRole.User, messages[^1].Text + response.Text + conclusion)]
            : [.. messages, new ChatMessage(ChatRole.Assistant, response.Text), new ChatMessage(ChatRole.User, conclusion)];
        return await SendAsync(second, parts.ConclusionSampling ?? parts.Sampling, trial, purpose + "/conclusion", cancellationToken).ConfigureAwait(false);
    }

    private Task<ChatResponse> SendAsync(IReadOnlyList<ChatMessage> messages, SamplingOptions sampling, int trial, string purpose, CancellationToken cancellationToken)
    {
        var options = sampling.ToChatOptions(models.CreateRandom(purpose).NextSeed(), trial);
        return models.Subject.CompleteAsync(new ModelRequest { Messages = messages, Options = options, Purpose = purpose, IsCompletion = protocol.IsCompletion }, cancellationToken);
    }

    private IReadOnlyList<ChatMessage> Compose(IReadOnlyList<ChoiceOption> shown)
        => parts.Refinement is { } refinement ? refinement.Protocol.Compose(input, shown, exemplars, Reasonings) : protocol.Compose(input, shown, exemplars, parts.Reasoning);

    private int[] DrawOrder()
    {
        var order = Enumerable.Range(0, input.Options.Count).ToArray();
        models.CreateRandom(string.Create(CultureInfo.InvariantCulture, $"option-order/{vote}")).Shuffle(order.AsSpan());
        return order;
    }

    /// <summary>Moves the texts of the options; the labels stay in place.</summary>
    private ChoiceOption[] Arrange(int[] order)
        => [.. order.Select((from, position) => input.Options[from] with { Label = input.Options[position].Label })];

    /// <summary>Maps a label as shown back to the label of the same text in the sample.</summary>
    private string Original(int[]? order, IReadOnlyList<ChoiceOption> shown, string label)
    {
        for (var position = 0; ; position++)
        {
            if (shown[position].Label == label)
            {
                return input.Options[order is null ? position : order[position]].Label;
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
