using System.Globalization;

namespace MedBench;

/// <summary>Finds prompts that leave no room for the reply before they are sent and paid for, or silently cut.</summary>
/// <remarks>Counts texts; what images and tools take is left to the endpoint, whose own complaint has the same kind.</remarks>
internal sealed class ContextWindow
{
    /// <summary>What the chat format adds to each message and, at the end, for the reply: the figures OpenAI publishes for its models.</summary>
    private const int TokensPerMessage = 4;
    private const int TokensPerReply = 3;

    private readonly string model;
    private readonly int size;
    private readonly TokenCounter counter;

    private ContextWindow(string model, int size) => (this.model, this.size, counter) = (model, size, TokenCounter.For(model));

    /// <summary>Returns the window of a model; null where its size is unknown.</summary>
    public static ContextWindow? Of(ModelInfo info) => info.ContextTokens is { } size ? new ContextWindow(info.Id, size) : null;

    /// <summary>Says why a conversation does not fit; null where it does.</summary>
    public ModelException? FindOverflow(ModelRequest request)
    {
        var texts = request.Messages.Select(message => message.Text);
        texts = request.Options?.Instructions is { Length: > 0 } instructions ? texts.Prepend(instructions) : texts;
        return FindOverflow([.. texts], TokensPerMessage, TokensPerReply, request.Options?.MaxOutputTokens ?? 1);
    }

    /// <summary>Says why a prompt with a continuation does not fit; null where all do.</summary>
    public ModelException? FindOverflow(LogLikelihoodRequest request)
        => FindOverflow([request.Prompt, request.Continuations.MaxBy(continuation => continuation.Length) ?? ""], 0, 0, reply: 0);

    private ModelException? FindOverflow(string[] texts, int each, int end, int reply)
    {
        // No token is shorter than a byte, and no UTF-16 unit longer than three: most prompts need no counting.
        var frame = ((long)each * texts.Length) + end;
        if ((3L * texts.Sum(text => (long)text.Length)) + frame + reply <= size)
        {
            return null;
        }

        var prompt = texts.Sum(counter.Count) + frame;
        return prompt + reply <= size ? null : new ModelException(ModelErrorKind.ContextOverflow, string.Create(
            CultureInfo.InvariantCulture,
            $"Model '{model}' was not asked: the prompt takes {prompt} tokens{(counter.IsExact ? "" : " (estimated: one for every 3 bytes)")} and the reply up to {reply}, and its window holds {size}. Use fewer or shorter exemplars, a lower token limit or a model with a larger window."));
    }
}
