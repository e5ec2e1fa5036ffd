using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MedBench.Chaos.Storage;

/// <summary>A request in which everything is set, and a change of each of its leaves.</summary>
internal static class RequestLeaves
{
    public static ModelRequest Full(bool reversed = false)
    {
        KeyValuePair<string, object?>[] further = [new("logit_bias", 1), new("user_tag", "x")];
        return new ModelRequest
        {
            Purpose = "vote/0",
            Messages =
            [
                new ChatMessage(ChatRole.System, "You are a clinician."),
                new ChatMessage(ChatRole.User, [new TextContent("What is this?"), new DataContent(new byte[] { 1, 2, 3 }, "image/png"), new UriContent("https://example.org/x.png", "image/png")]) { AuthorName = "nurse" },
                new ChatMessage(ChatRole.Assistant, [new TextReasoningContent("Perhaps."), new FunctionCallContent("c1", "lookup", new Dictionary<string, object?> { ["term"] = "fever", ["limit"] = 3 })]),
                new ChatMessage(ChatRole.Tool, [new FunctionResultContent("c1", "a rise in temperature")]),
            ],
            Options = new ChatOptions
            {
                Temperature = 0.5f, TopP = 0.9f, TopK = 40, MaxOutputTokens = 100, FrequencyPenalty = 0.1f, PresencePenalty = 0.2f, Seed = 7,
                Instructions = "Be brief.", ModelId = "m", ConversationId = "k", AllowMultipleToolCalls = false,
                Reasoning = new ReasoningOptions { Effort = ReasoningEffort.Low, Output = ReasoningOutput.Summary },
                ToolMode = ChatToolMode.RequireSpecific("lookup"),
                ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema("string"), "answer", "An answer."),
                StopSequences = ["###"],
                Tools = [Tool("lookup", "Looks a term up.", "string")],
                AdditionalProperties = new AdditionalPropertiesDictionary(reversed ? further.Reverse() : further),
            },
        };
    }

    /// <summary>Gets each leaf's name with a change of it alone.</summary>
    public static IEnumerable<(string Leaf, Action<ModelRequestDraft> Change)> All()
    {
        yield return ("purpose", draft => draft.Purpose = "vote/1");
        yield return ("message order", draft => draft.Messages.Reverse());
        yield return ("message count", draft => draft.Messages.RemoveAt(3));
        yield return ("role", draft => draft.Messages[0].Role = ChatRole.User);
        yield return ("author", draft => draft.Messages[1].AuthorName = "doctor");
        yield return ("text", draft => draft.Messages[0].Contents[0] = new TextContent("You are a clinician. "));
        yield return ("image bytes", draft => draft.Messages[1].Contents[1] = new DataContent(new byte[] { 1, 2, 4 }, "image/png"));
        yield return ("image type", draft => draft.Messages[1].Contents[1] = new DataContent(new byte[] { 1, 2, 3 }, "image/jpeg"));
        yield return ("address", draft => draft.Messages[1].Contents[2] = new UriContent("https://example.org/y.png", "image/png"));
        yield return ("reasoning text", draft => draft.Messages[2].Contents[0] = new TextReasoningContent("Surely."));
        yield return ("reasoning or text", draft => draft.Messages[2].Contents[0] = new TextContent("Perhaps."));
        yield return ("call id", draft => draft.Messages[2].Contents[1] = new FunctionCallContent("c2", "lookup", new Dictionary<string, object?> { ["term"] = "fever", ["limit"] = 3 }));
        yield return ("call name", draft => draft.Messages[2].Contents[1] = new FunctionCallContent("c1", "search", new Dictionary<string, object?> { ["term"] = "fever", ["limit"] = 3 }));
        yield return ("call argument", draft => draft.Messages[2].Contents[1] = new FunctionCallContent("c1", "lookup", new Dictionary<string, object?> { ["term"] = "fever", ["limit"] = 4 }));
        yield return ("result", draft => draft.Messages[3].Contents[0] = new FunctionResultContent("c1", "a fall in temperature"));
        yield return (nameof(ChatOptions.Temperature), draft => draft.Options.Temperature = 0.6f);
        yield return (nameof(ChatOptions.TopP), draft => draft.Options.TopP = null);
        yield return (nameof(ChatOptions.TopK), draft => draft.Options.TopK = 41);
        yield return (nameof(ChatOptions.MaxOutputTokens), draft => draft.Options.MaxOutputTokens = 101);
        yield return (nameof(ChatOptions.FrequencyPenalty), draft => draft.Options.FrequencyPenalty = 0.2f);
        yield return (nameof(ChatOptions.PresencePenalty), draft => draft.Options.PresencePenalty = 0.1f);
        yield return (nameof(ChatOptions.Seed), draft => draft.Options.Seed = 8);
        yield return (nameof(ChatOptions.Instructions), draft => draft.Options.Instructions = "Be long.");
        yield return (nameof(ChatOptions.ModelId), draft => draft.Options.ModelId = "n");
        yield return (nameof(ChatOptions.ConversationId), draft => draft.Options.ConversationId = "l");
        yield return (nameof(ChatOptions.AllowMultipleToolCalls), draft => draft.Options.AllowMultipleToolCalls = true);
        yield return (nameof(ChatOptions.Reasoning), draft => draft.Options.Reasoning = new ReasoningOptions { Effort = ReasoningEffort.High, Output = ReasoningOutput.Summary });
        yield return ("reasoning output", draft => draft.Options.Reasoning = new ReasoningOptions { Effort = ReasoningEffort.Low, Output = ReasoningOutput.Full });
        yield return (nameof(ChatOptions.ToolMode), draft => draft.Options.ToolMode = ChatToolMode.RequireAny);
        yield return (nameof(ChatOptions.ResponseFormat), draft => draft.Options.ResponseFormat = ChatResponseFormat.Text);
        yield return ("format schema", draft => draft.Options.ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema("number"), "answer", "An answer."));
        yield return ("format name", draft => draft.Options.ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema("string"), "reply", "An answer."));
        yield return ("format description", draft => draft.Options.ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema("string"), "answer", "A reply."));
        yield return (nameof(ChatOptions.StopSequences), draft => draft.Options.StopSequences = ["##", "#"]);
        yield return (nameof(ChatOptions.Tools), draft => draft.Options.Tools = []);
        yield return ("tool name", draft => draft.Options.Tools = [Tool("find", "Looks a term up.", "string")]);
        yield return ("tool description", draft => draft.Options.Tools = [Tool("lookup", "Looks a word up.", "string")]);
        yield return ("tool schema", draft => draft.Options.Tools = [Tool("lookup", "Looks a term up.", "number")]);
        yield return (nameof(ChatOptions.AdditionalProperties), draft => draft.Options.AdditionalProperties!["logit_bias"] = 2);
        yield return ("further name", draft => draft.Options.AdditionalProperties = new AdditionalPropertiesDictionary { ["logit_bias=1"] = "", ["user_tag"] = "x" });
        yield return ("further type", draft => draft.Options.AdditionalProperties!["logit_bias"] = "1");
    }

    private static JsonElement Schema(string type) => JsonDocument.Parse($$"""{"type":"{{type}}"}""").RootElement;

    private static AIFunctionDeclaration Tool(string name, string description, string type)
        => AIFunctionFactory.CreateDeclaration(name, description, JsonDocument.Parse($$"""{"type":"object","properties":{"term":{"type":"{{type}}"} } }""").RootElement);

    /// <summary>A request under change.</summary>
    internal sealed class ModelRequestDraft(ModelRequest request)
    {
        public string Purpose { get; set; } = request.Purpose;

        public List<ChatMessage> Messages { get; } = [.. request.Messages];

        public ChatOptions Options { get; } = request.Options!;

        public ModelRequest Build() => new() { Purpose = Purpose, Messages = Messages, Options = Options };
    }
}
