using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>Turns chat clients of Microsoft.Extensions.AI into model clients and back.</summary>
public static class MedBenchModelClientExtensions
{
    /// <summary>Uses a chat client as a model client.</summary>
    /// <remarks>
    /// Options and messages are copied for each call, for chat clients may change them. Errors become <see cref="ModelException"/>:
    /// by HTTP status where one is known or stated at the beginning of the message, else by type; a cancellation that the
    /// caller did not ask for is a time-out; misuse (argument, not supported) is BadRequest and never repeated; whatever is
    /// unknown counts as Server and is repeated. Switch retries inside the chat client off, or calls are repeated twice over.
    /// </remarks>
    /// <param name="chatClient">The chat client; stays the caller's to dispose.</param>
    /// <param name="info">What is known of the model; null takes id, provider and endpoint from the chat client.</param>
    /// <exception cref="ArgumentException">The chat client does not name its model, and no info is given.</exception>
    public static IModelClient AsModelClient(this IChatClient chatClient, ModelInfo? info = null)
    {
        ArgumentNullException.ThrowIfNull(chatClient);
        if (info is null && chatClient is ModelChatClient { Model: var model })
        {
            return model;
        }

        return new ChatModelClient(chatClient, info ?? InfoOf(chatClient));
    }

    /// <summary>Uses a model client as a chat client; streaming yields the whole reply at once.</summary>
    /// <param name="model">The model client; stays the caller's to dispose.</param>
    /// <param name="purpose">The <see cref="ModelRequest.Purpose"/> of every call.</param>
    public static IChatClient AsChatClient(this IModelClient model, string purpose = "")
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(purpose);
        return new ModelChatClient(model, purpose);
    }

    private static ModelInfo InfoOf(IChatClient chatClient)
    {
        var metadata = chatClient.GetService<ChatClientMetadata>();
        return new ModelInfo
        {
            Id = metadata?.DefaultModelId ?? throw new ArgumentException("The chat client does not say which model it talks to. Pass a ModelInfo with its id.", nameof(chatClient)),
            Provider = metadata.ProviderName ?? "custom",
            Endpoint = metadata.ProviderUri,
        };
    }
}
