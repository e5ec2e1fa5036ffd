using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>The parts of a reply as they are read, and the rules by which they become a response or an error.</summary>
internal struct ChatReply
{
    public bool HasMessage;
    public string? Text;
    public string? Reasoning;
    public string? Refusal;
    public List<FunctionCallContent>? Calls;
    public ChatFinishReason? FinishReason;

    /// <summary>Fills a response.</summary>
    /// <remarks>
    /// A refusal in the model's own words is a reply: it comes as <see cref="ErrorContent"/> with the finish reason
    /// content filter. A reply cut at the token limit is one too, even where reasoning used up every token.
    /// </remarks>
    /// <exception cref="ModelException">There is no content.</exception>
    public readonly ChatResponse Complete(ChatResponse response, ModelFailures failures)
    {
        var contents = new List<AIContent>(1);
        if (!string.IsNullOrEmpty(Reasoning))
        {
            contents.Add(new TextReasoningContent(Reasoning));
        }

        var hasText = !string.IsNullOrWhiteSpace(Text);
        if (hasText)
        {
            contents.Add(new TextContent(Text));
        }

        if (Calls is not null)
        {
            contents.AddRange(Calls);
        }

        var refused = !hasText && Calls is null && !string.IsNullOrWhiteSpace(Refusal);
        if (refused)
        {
            contents.Add(new ErrorContent(Refusal) { ErrorCode = "Refusal" });
        }
        else if (!hasText && Calls is null)
        {
            ThrowUnlessCut(failures);
        }

        response.FinishReason = refused ? ChatFinishReason.ContentFilter : FinishReason;
        response.Messages.Add(new ChatMessage(ChatRole.Assistant, contents));
        return response;
    }

    private readonly void ThrowUnlessCut(ModelFailures failures)
    {
        if (FinishReason == ChatFinishReason.ContentFilter)
        {
            throw failures.Filtered();
        }

        if (FinishReason != ChatFinishReason.Length)
        {
            throw failures.Empty(FinishReason?.Value);
        }
    }
}
