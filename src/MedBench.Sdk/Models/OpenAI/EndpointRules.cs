namespace MedBench;

/// <summary>Checks options before anything is sent, and knows the hosts that differ from the rest.</summary>
internal static class EndpointRules
{
    public static void Validate(OpenAICompatibleOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(options.Endpoint);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Model);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.ApiKeyHeader);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.AttemptTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.TotalTimeout, options.AttemptTimeout);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaxResponseBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MaxResponseBytes, Array.MaxLength - 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaxConnections);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.EmbeddingBatchSize);
        ValidateAddress(options);
        foreach (var name in options.ExtraBody.Keys)
        {
            if (ChatRequestWriter.IsReserved(name))
            {
                throw new ArgumentException($"ExtraBody holds '{name}', which the client sends itself. Set it through ChatOptions.", nameof(options));
            }
        }
    }

    public static Uri Address(Uri endpoint, string path)
        => new($"{endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{path}{endpoint.Query}");

    public static string Describe(Uri endpoint) => endpoint.GetLeftPart(UriPartial.Path);

    public static bool SendsTopK(OpenAICompatibleOptions options) => options.SendTopK ?? !IsOpenAI(options.Endpoint);

    public static bool UsesMaxCompletionTokens(OpenAICompatibleOptions options) => options.UseMaxCompletionTokens ?? IsOpenAI(options.Endpoint);

    private static bool IsOpenAI(Uri endpoint)
        => endpoint.Host.Equals("api.openai.com", StringComparison.OrdinalIgnoreCase)
        || endpoint.Host.EndsWith(".openai.azure.com", StringComparison.OrdinalIgnoreCase);

    private static void ValidateAddress(OpenAICompatibleOptions options)
    {
        var endpoint = options.Endpoint;
        if (!endpoint.IsAbsoluteUri || (endpoint.Scheme != Uri.UriSchemeHttp && endpoint.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException("The endpoint is not an absolute http(s) address. Give one such as https://host/v1.", nameof(options));
        }

        if (endpoint.UserInfo.Length > 0 || (endpoint.Query.Length > 1 && !IsApiVersion(endpoint.Query)))
        {
            throw new ArgumentException($"The endpoint {Describe(NoUserInfo(endpoint))} carries a user or a query, where keys would be logged on the way. Put the key into ApiKey; a query may hold api-version only.", nameof(options));
        }

        if (endpoint.AbsolutePath.TrimEnd('/').EndsWith("/completions", StringComparison.Ordinal))
        {
            throw new ArgumentException($"The endpoint {Describe(endpoint)} names one operation. Give the base address, usually the part up to /v1.", nameof(options));
        }

        if (endpoint.Scheme == Uri.UriSchemeHttp && !endpoint.IsLoopback && !options.AllowInsecure)
        {
            throw new ArgumentException($"The endpoint {Describe(endpoint)} is not encrypted, so prompts and key could be read on the way. Use https, or set AllowInsecure for a network that you trust.", nameof(options));
        }
    }

    private static bool IsApiVersion(string query)
        => query.StartsWith("?api-version=", StringComparison.Ordinal) && !query.Contains('&');

    private static Uri NoUserInfo(Uri endpoint) => new UriBuilder(endpoint) { UserName = "", Password = "" }.Uri;
}
