namespace MedBench;

/// <summary>States what options make of a model.</summary>
internal static class ModelInfoOf
{
    public const string Provider = "openai-compatible";

    public static ModelInfo Options(OpenAICompatibleOptions options)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["limit-field"] = EndpointRules.UsesMaxCompletionTokens(options) ? "max_completion_tokens" : "max_tokens",
            ["send-top-k"] = EndpointRules.SendsTopK(options) ? "true" : "false",
        };
        foreach (var (name, value) in options.ExtraBody)
        {
            parameters[$"extra.{name}"] = value.GetRawText();
        }

        return new ModelInfo
        {
            Id = options.Model,
            Revision = options.Revision,
            Provider = Provider,
            Endpoint = options.Endpoint,
            Capabilities = options.Capabilities,
            ContextTokens = options.ContextTokens,
            Price = options.Price,
            Parameters = parameters,
        };
    }
}
