using System.Globalization;

namespace MedBench.Cli;

/// <summary>The arguments of a run; kept in the run folder, so that the folder alone is enough to continue.</summary>
internal sealed record RunArguments
{
    /// <summary>The benchmark; with a recipe those of its sets that are run, all where there is none.</summary>
    public IReadOnlyList<string> Benchmarks { get; init; } = [];

    public string? Recipe { get; init; }

    /// <summary>A file of the user's own questions instead of a benchmark.</summary>
    public string? Dataset { get; init; }

    /// <summary>The id of <see cref="Dataset"/> as a benchmark, which a bundle keeps in the place of the path; null for the one that the file's name gives.</summary>
    public string? DatasetId { get; init; }

    /// <summary>Which fields of <see cref="Dataset"/> are what, as <see cref="FieldMap.Parse"/> takes them.</summary>
    public IReadOnlyList<string> Map { get; init; } = [];

    /// <summary>Chosen questions of a benchmark; kept whole, so that the run can be continued and replayed without the file.</summary>
    public Subset? Subset { get; init; }

    public IReadOnlyList<string> Data { get; init; } = [];

    /// <summary>Gets what may be fetched; not kept, for what a run has begun with is in the cache.</summary>
    public FetchPermission Fetching { get; init; } = new();

    public string? Split { get; init; }

    public IReadOnlyList<string> Strategies { get; init; } = [];

    public string? Protocol { get; init; }

    public string? Form { get; init; }

    public int? Shots { get; init; }

    /// <summary>Whether the first exemplars of the pool are shown in file order; by default where the user names the pool.</summary>
    public bool ListsExemplars { get; init; }

    public IReadOnlyList<string> Compat { get; init; } = [];

    public IReadOnlyList<string> Scorers { get; init; } = [];

    public string? HarmWeights { get; init; }

    public string? Endpoint { get; init; }

    public string? Model { get; init; }

    public string? ApiKeyVariable { get; init; }

    /// <summary>Who plays further parts: <c>ROLE=MODEL</c> at the same endpoint, or <c>ROLE=MODEL@URL</c>.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Who embeds questions and documents: <c>MODEL</c> at the same endpoint, or <c>MODEL@URL</c>; null for the built-in vectors.</summary>
    public string? Embeddings { get; init; }

    /// <summary>Whether the model takes images.</summary>
    public bool TakesImages { get; init; }

    public bool AllowInsecure { get; init; }

    public bool AllowRestrictedData { get; init; }

    public int? CopBase { get; init; }

    public int? Limit { get; init; }

    public long Seed { get; init; } = 42;

    public int Epochs { get; init; } = 1;

    public double FailureBudget { get; init; } = 0.05;

    public float? Temperature { get; init; }

    public int? MaxTokens { get; init; }

    public int Concurrency { get; init; } = 16;

    public string? ExemplarBank { get; init; }

    public string? ReplyCache { get; init; }

    public long? MaxCalls { get; init; }

    /// <summary>Gets a file of further published numbers; not kept, for the manifest keeps the numbers themselves.</summary>
    public string? References { get; init; }

    public required string Out { get; init; }

    public IReadOnlyDictionary<string, string> ToAbout()
    {
        var about = new SortedDictionary<string, string>(StringComparer.Ordinal);
        void Add(string name, string? value)
        {
            if (value is not null)
            {
                about[$"medbench/{name}"] = value;
            }
        }

        Add("benchmark", Benchmarks.Count == 0 ? null : string.Join('\n', Benchmarks));
        Add("recipe", Recipe);
        Add("dataset", Dataset is null ? null : Path.GetFullPath(Dataset));
        Add("dataset-id", DatasetId ?? (Dataset is null ? null : OwnQuestions.IdOf(Dataset)));
        Add("map", Map.Count == 0 ? null : string.Join('\n', Map.Select(WithoutSlashes)));
        Add("subset", Subset?.ToRemark());
        Add("data", Data.Count == 0 ? null : string.Join('\n', Data.Select(Absolute)));
        Add("split", Split);
        Add("strategies", Strategies.Count == 0 ? null : string.Join('\n', Strategies));
        Add("protocol", Protocol);
        Add("form", Form);
        Add("shots", Shots?.ToString(CultureInfo.InvariantCulture));
        Add("lists-exemplars", ListsExemplars ? "yes" : null);
        Add("compat", Compat.Count == 0 ? null : string.Join('\n', Compat));
        Add("scorers", Scorers.Count == 0 ? null : string.Join('\n', Scorers));
        Add("harm-weights", HarmWeights is null ? null : Path.GetFullPath(HarmWeights));
        Add("endpoint", Endpoint);
        Add("model", Model);
        Add("api-key-env", ApiKeyVariable);
        Add("roles", Roles.Count == 0 ? null : string.Join('\n', Roles));
        Add("embeddings", Embeddings);
        Add("images", TakesImages ? "yes" : null);
        Add("allow-insecure", AllowInsecure ? "yes" : null);
        Add("allow-restricted-data", AllowRestrictedData ? "yes" : null);
        Add("cop-base", CopBase?.ToString(CultureInfo.InvariantCulture));
        Add("limit", Limit?.ToString(CultureInfo.InvariantCulture));
        Add("seed", Seed.ToString(CultureInfo.InvariantCulture));
        Add("epochs", Epochs.ToString(CultureInfo.InvariantCulture));
        Add("failure-budget", FailureBudget.ToString(CultureInfo.InvariantCulture));
        Add("temperature", Temperature?.ToString(CultureInfo.InvariantCulture));
        Add("max-tokens", MaxTokens?.ToString(CultureInfo.InvariantCulture));
        Add("max-calls", MaxCalls?.ToString(CultureInfo.InvariantCulture));
        Add("concurrency", Concurrency.ToString(CultureInfo.InvariantCulture));
        Add("exemplar-bank", ExemplarBank is null ? null : Path.GetFullPath(ExemplarBank));
        Add("reply-cache", ReplyCache is null ? null : Path.GetFullPath(ReplyCache));
        return about;
    }

    /// <summary>Reads the arguments back.</summary>
    /// <exception cref="InvalidDataException">The folder was not made by this command.</exception>
    public static RunArguments FromAbout(IReadOnlyDictionary<string, string> about, string folder)
    {
        string? Find(string name) => about.GetValueOrDefault($"medbench/{name}");
        int? FindNumber(string name) => Find(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
        if ((Find("benchmark") ?? Find("recipe") ?? Find("dataset") ?? Find("dataset-id") ?? Find("subset")) is null)
        {
            throw new InvalidDataException($"'{folder}' was not made by 'medbench run'. Continue it with the program that made it.");
        }

        return new RunArguments
        {
            Benchmarks = Find("benchmark")?.Split('\n') ?? [],
            Recipe = Find("recipe"),
            Dataset = Find("dataset"),
            DatasetId = Find("dataset-id"),
            Map = Find("map")?.Split('\n').Select(Uri.UnescapeDataString).ToArray() ?? [],
            Subset = Find("subset") is { } subset ? Subset.FromRemark(subset, folder) : null,
            Data = Find("data")?.Split('\n') ?? [],
            Split = Find("split"),
            Strategies = Find("strategies")?.Split('\n') ?? [],
            Protocol = Find("protocol"),
            Form = Find("form"),
            Shots = FindNumber("shots"),
            ListsExemplars = Find("lists-exemplars") is not null,
            Compat = Find("compat")?.Split('\n') ?? [],
            Scorers = Find("scorers")?.Split('\n') ?? [],
            HarmWeights = Find("harm-weights"),
            Endpoint = Find("endpoint"),
            Model = Find("model"),
            ApiKeyVariable = Find("api-key-env"),
            Roles = Find("roles")?.Split('\n') ?? [],
            Embeddings = Find("embeddings"),
            TakesImages = Find("images") is not null,
            AllowInsecure = Find("allow-insecure") is not null,
            AllowRestrictedData = Find("allow-restricted-data") is not null,
            CopBase = FindNumber("cop-base"),
            Limit = FindNumber("limit"),
            Seed = long.Parse(Find("seed")!, CultureInfo.InvariantCulture),
            Epochs = FindNumber("epochs") ?? 1,
            FailureBudget = Find("failure-budget") is { } share ? double.Parse(share, CultureInfo.InvariantCulture) : 0.05,
            Temperature = Find("temperature") is { } temperature ? float.Parse(temperature, CultureInfo.InvariantCulture) : null,
            MaxTokens = FindNumber("max-tokens"),
            MaxCalls = Find("max-calls") is { } calls ? long.Parse(calls, CultureInfo.InvariantCulture) : null,
            Concurrency = FindNumber("concurrency") ?? 16,
            ExemplarBank = Find("exemplar-bank"),
            ReplyCache = Find("reply-cache"),
            Out = folder,
        };
    }

    /// <summary>Writes a part of a map so that none looks like a path, which a bundle leaves out: columns may be called anything.</summary>
    private static string WithoutSlashes(string part) => part.Replace("%", "%25", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal);

    private static string Absolute(string data)
    {
        if (File.Exists(data) || Directory.Exists(data))
        {
            return Path.GetFullPath(data);
        }

        var equals = data.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? data : $"{data[..equals]}={Path.GetFullPath(data[(equals + 1)..])}";
    }
}
