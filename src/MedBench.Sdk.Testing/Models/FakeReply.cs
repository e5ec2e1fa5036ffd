using Microsoft.Extensions.AI;

namespace MedBench.Testing;

/// <summary>Dresses a text as a model's whole reply.</summary>
internal static class FakeReply
{
    private const int CharactersPerToken = 4;
    private const int BareAnswerTokens = 8;

    /// <summary>Returns the reply, its usage counted at four characters a token, or fails as a client must that has nothing to say.</summary>
    public static ChatResponse Create(ModelInfo model, ModelRequest request, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ModelException(ModelErrorKind.EmptyReply, $"Model '{model.Id}' replied without content.");
        }

        var input = CountTokens(request.Messages.Sum(message => message.Text.Length));
        var output = CountTokens(text.Length);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, text))
        {
            ModelId = model.Id,
            FinishReason = ChatFinishReason.Stop,
            Usage = new UsageDetails { InputTokenCount = input, OutputTokenCount = output, TotalTokenCount = input + output },
        };
    }

    /// <summary>Writes an answer so that both reasoning and single-token protocols can read it.</summary>
    public static string FormatAnswer(ModelRequest request, string answer)
        => request.Options?.MaxOutputTokens is { } limit && limit <= BareAnswerTokens ? answer : $"Answer: {answer}";

    private static long CountTokens(int characters) => (characters + CharactersPerToken - 1) / CharactersPerToken;
}
