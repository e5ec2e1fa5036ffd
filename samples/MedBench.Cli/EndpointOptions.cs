using System.CommandLine;

namespace MedBench.Cli;

/// <summary>The options that say where models are and what may be sent to them, the same for every command that sends.</summary>
internal sealed class EndpointOptions
{
    public Option<string?> Endpoint { get; } = new("--endpoint") { Description = "Base address of an OpenAI-compatible server.", HelpName = "URL" };

    public Option<string?> Key { get; } = new("--api-key-env") { Description = "Environment variable that holds the API key.", HelpName = "VAR" };

    public Option<string?> Embeddings { get; } = new("--embeddings") { Description = "Which model embeds questions and documents for a search: one at the same endpoint, or at another; built-in vectors of words by default.", HelpName = "MODEL[@URL]" };

    public Option<bool> Insecure { get; } = new("--allow-insecure") { Description = "Send to an address without encryption beyond this machine." };

    public Option<bool> Restricted { get; } = new("--allow-restricted-data") { Description = "Send records of a restricted benchmark beyond this machine; your data agreement must cover the endpoint." };

    /// <summary>Adds what the user said to the other arguments.</summary>
    public RunArguments AddTo(RunArguments arguments, ParseResult parsed) => arguments with
    {
        Endpoint = parsed.GetValue(Endpoint),
        ApiKeyVariable = parsed.GetValue(Key),
        Embeddings = parsed.GetValue(Embeddings),
        AllowInsecure = parsed.GetValue(Insecure),
        AllowRestrictedData = parsed.GetValue(Restricted),
    };
}
