namespace MedBench;

/// <summary>What the environment says about fetching: the cache, and the variables that the hub's own client reads.</summary>
/// <param name="variable">Returns the value of a variable.</param>
/// <remarks>Names and meaning as in huggingface_hub, <c>constants.py</c> and <c>utils/_auth.py</c> at ee0a451.</remarks>
internal sealed class DownloadEnvironment(Func<string, string?> variable)
{
    private const string Hub = "https://huggingface.co";

    private static readonly string[] Yes = ["1", "ON", "YES", "TRUE"];

    public static DownloadEnvironment Current { get; } = new(Environment.GetEnvironmentVariable);

    public string CacheFolder => Find("MEDBENCH_CACHE") is { } own ? Path.GetFullPath(own)
        : Find("XDG_CACHE_HOME") is { } caches && Path.IsPathFullyQualified(caches) ? Path.Combine(caches, "medbench")
        : OperatingSystem.IsWindows() ? Path.Combine(Folder(Environment.SpecialFolder.LocalApplicationData), "medbench", "cache")
        : OperatingSystem.IsMacOS() ? Path.Combine(Folder(Environment.SpecialFolder.UserProfile), "Library", "Caches", "medbench")
        : Path.Combine(Folder(Environment.SpecialFolder.UserProfile), ".cache", "medbench");

    public bool IsOffline => IsYes(Find("HF_HUB_OFFLINE") ?? Find("TRANSFORMERS_OFFLINE"));

    public Uri HubEndpoint => Uri.TryCreate(Find("HF_ENDPOINT") ?? Hub, UriKind.Absolute, out var endpoint) && (endpoint.Scheme == Uri.UriSchemeHttps || endpoint is { Scheme: "http", IsLoopback: true })
        ? endpoint
        : throw new InvalidOperationException($"HF_ENDPOINT is '{Find("HF_ENDPOINT")}', which is no https address. Correct it, or unset it for {Hub}.");

    public ApiKey? HubToken
    {
        get
        {
            if (IsYes(Find("HF_HUB_DISABLE_IMPLICIT_TOKEN")))
            {
                return null;
            }

            var (name, token) = Find("HF_TOKEN") is { } set ? ("HF_TOKEN", set)
                : Find("HUGGING_FACE_HUB_TOKEN") is { } old ? ("HUGGING_FACE_HUB_TOKEN", old)
                : (TokenFile, ReadTokenFile());
            try
            {
                return string.IsNullOrWhiteSpace(token) ? null : new ApiKey(token);
            }
            catch (ArgumentException exception)
            {
                throw new InvalidOperationException($"{name} does not hold a token. Correct it, or remove it to fetch without one.", exception);
            }
        }
    }

    private string TokenFile => Find("HF_TOKEN_PATH") ?? Path.Combine(
        Find("HF_HOME") ?? Path.Combine(Find("XDG_CACHE_HOME") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"), "huggingface"),
        "token");

    private string? ReadTokenFile()
    {
        try
        {
            return File.Exists(TokenFile) ? File.ReadAllText(TokenFile) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null; // A file that is another user's is no token of this one.
        }
    }

    private string? Find(string name) => variable(name)?.Trim() is { Length: > 0 } value ? value : null;

    private static bool IsYes(string? value) => Yes.Contains(value, StringComparer.OrdinalIgnoreCase);

    private static string Folder(Environment.SpecialFolder folder) => Environment.GetFolderPath(folder) is { Length: > 0 } path
        ? path
        : throw new InvalidOperationException("This account has no folder for caches. Set MEDBENCH_CACHE to the folder in which fetched data is kept.");
}
