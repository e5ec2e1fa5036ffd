namespace MedBench.Cli;

/// <summary>A model and where it is: <c>MODEL</c> at the subject's endpoint, or <c>MODEL@URL</c>.</summary>
internal sealed record ModelAddress(string Model, string Endpoint)
{
    /// <param name="text">What the user wrote.</param>
    /// <param name="arguments">Has the endpoint of the subject.</param>
    /// <param name="what">What the model is for, for the error.</param>
    /// <param name="option">How the user would write it with an endpoint, up to the model.</param>
    public static ModelAddress Parse(string text, RunArguments arguments, string what, string option)
    {
        var at = text.LastIndexOf("@http", StringComparison.OrdinalIgnoreCase);
        return at >= 0 ? new ModelAddress(text[..at], text[(at + 1)..])
            : new ModelAddress(text, arguments.Endpoint ?? throw new ArgumentException($"{what} needs an endpoint. Write {option}{text}@URL, or add --endpoint URL."));
    }

    public OpenAICompatibleClient CreateClient(ModelCapabilities capabilities, RunArguments arguments) => new(CreateOptions(capabilities, arguments));

    public OpenAICompatibleEmbeddings CreateEmbeddings(RunArguments arguments) => new(CreateOptions(ModelCapabilities.None, arguments));

    private OpenAICompatibleOptions CreateOptions(ModelCapabilities capabilities, RunArguments arguments)
        => Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? new OpenAICompatibleOptions
            {
                Endpoint = address,
                Model = Model,
                ApiKey = arguments.ApiKeyVariable is { } variable ? ApiKey.FromEnvironment(variable) : null,
                AllowInsecure = arguments.AllowInsecure,
                Capabilities = capabilities,
                MaxConnections = Math.Max(arguments.Concurrency, 1),
            }
            : throw new ArgumentException($"'{Endpoint}' is not an endpoint. Give the base address of an OpenAI-compatible server, for instance http://localhost:8000/v1.");
}
