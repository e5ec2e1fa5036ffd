using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace MedBench.Running;

/// <summary>The access of one sample (or of one shared thing) to everything beyond it, and the account of what it used.</summary>
/// <param name="services">What the cell's scopes share.</param>
/// <param name="scope">The scope's name within the run.</param>
/// <param name="protocol">What beside the request makes a call's reply good for another run: strategy, version and epoch.</param>
/// <param name="identity">From what the scope's randomness follows, beside seed and benchmark.</param>
/// <param name="trail">The sample's calls.</param>
internal sealed class CallScope(RunServices services, string scope, string protocol, IReadOnlyList<string> identity, CallTrail trail) : IModelAccess
{
    private readonly Lock gate = new();
    private readonly List<string> reportedModels = new(1);
    private readonly List<byte[]> requests = new(1);
    private CallKey first;
    private Dictionary<CallKey, int>? occurrences;
    private long inputTokens;
    private long outputTokens;
    private decimal cost;
    private bool usageUnknown;
    private bool costUnknown;
    private int truncatedReplies;
    private int subjectReplies;
    private int systemCalls;
    private string? subjectReplyId;

    /// <summary>Names what the randomness of a sample follows from, beside seed and benchmark.</summary>
    public static IReadOnlyList<string> IdentityOf(string sample, int epoch) => epoch == 0 ? [sample] : [sample, FormattableString.Invariant($"epoch/{epoch}")];

    public RunServices Services => services;

    public string Scope => scope;

    public CallTrail Trail => trail;

    /// <summary>Gets the calls to models; those to systems such as a record server are none.</summary>
    public int Calls => requests.Count - systemCalls;

    public long? InputTokens => usageUnknown || Calls == 0 ? null : inputTokens;

    public long? OutputTokens => usageUnknown || Calls == 0 ? null : outputTokens;

    /// <summary>Gets what the calls cost in US dollars; null where a price or the usage is unknown.</summary>
    public decimal? Cost => costUnknown || usageUnknown || Calls == 0 ? null : cost;

    /// <summary>Gets the endpoint's id of the only reply of the model under evaluation; null where there was none, or several.</summary>
    public string? OnlyReplyId => subjectReplies == 1 ? subjectReplyId : null;

    /// <summary>Gets the replies of the model under evaluation that were cut at the token limit.</summary>
    public int TruncatedReplies => truncatedReplies;

    public IReadOnlyList<string> ReportedModels
    {
        get
        {
            lock (gate)
            {
                return [.. reportedModels.Order(StringComparer.Ordinal)];
            }
        }
    }

    public int Epoch { get; init; }

    public IEmbeddingGenerator<string, Embedding<float>> Embeddings => services.Embeddings;

    public IExemplarBank Bank => new ScopedBank(services.Bank, services.Benchmark, trail);

    public IExemplarPool Exemplars => services.Pool
        ?? throw new InvalidOperationException("No exemplars are loaded. Set UsesExemplars in the strategy's StrategyInfo.");

    public ICorpus Documents => services.Documents
        ?? throw new InvalidOperationException("No documents are loaded. Set UsesDocuments in the strategy's StrategyInfo.");

    public bool HasModel(string role) => services.Models.ContainsKey(role);

    public IModelClient GetModel(string role) => services.Models.TryGetValue(role, out var model)
        ? new JournaledModelClient(this, role, model)
        : throw new InvalidOperationException($"No model plays the role '{role}'. Add one to the plan's Roles; known are: {string.Join(", ", services.Models.Keys.Order(StringComparer.Ordinal))}.");

    public SeededRandom CreateRandom(string purpose) => SeededRandom.Create(services.Seed, [services.Benchmark, .. identity, purpose]);

    public IModelAccess Share(string key) => new CallScope(services, SharedCalls.ScopeOf(services.Benchmark, key), "shared", ["shared", key], trail);

    public string GetFilePath(string name)
    {
        if (string.IsNullOrWhiteSpace(name) || name is "." or ".." || name.AsSpan().IndexOfAny("/\\:\0") >= 0)
        {
            throw new ArgumentException($"'{name}' is not a plain file name.", nameof(name));
        }

        // Ids come from data and may hold anything, so that their hash names the folder.
        var folder = Path.Combine(services.Files, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(scope)).AsSpan(0, 16)));
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, name);
    }

    /// <summary>Hashes all requests of the scope, whatever their order was.</summary>
    public string HashRequests()
    {
        lock (gate)
        {
            if (requests.Count == 0)
            {
                return "";
            }

            requests.Sort(static (left, right) => left.AsSpan().SequenceCompareTo(right));
            var all = new byte[requests.Count * SHA256.HashSizeInBytes];
            for (var i = 0; i < requests.Count; i++)
            {
                requests[i].CopyTo(all, i * SHA256.HashSizeInBytes);
            }

            return Convert.ToHexStringLower(SHA256.HashData(all).AsSpan(0, 16));
        }
    }

    /// <summary>Enters a call into the account and derives its key.</summary>
    public RegisteredCall Register(string role, string model, byte[] requestHash, bool isSystem = false)
    {
        lock (gate)
        {
            requests.Add(requestHash);
            systemCalls += isSystem ? 1 : 0;
            var key = CallKey.Create(scope, role, model, requestHash, 0);
            if (requests.Count == 1)
            {
                first = key;
                return new RegisteredCall(key, requestHash, 0);
            }

            occurrences ??= new Dictionary<CallKey, int> { [first] = 1 };
            var occurrence = occurrences.GetValueOrDefault(key);
            occurrences[key] = occurrence + 1;
            return new RegisteredCall(occurrence == 0 ? key : CallKey.Create(scope, role, model, requestHash, occurrence), requestHash, occurrence);
        }
    }

    /// <summary>Derives the key under which the call's reply is kept from run to run.</summary>
    public CallKey CacheKeyOf(string role, string model, in RegisteredCall call) => CallKey.Create($"cache/1/{protocol}", role, model, call.RequestHash, call.Occurrence);

    public void Count(string role, ChatResponse response)
    {
        if (services.Models[role].Client.Info.IsSystem)
        {
            return;
        }

        lock (gate)
        {
            if (role == ModelRole.Subject && response.ModelId is { } model && !reportedModels.Contains(model))
            {
                reportedModels.Add(model);
            }

            subjectReplies += role == ModelRole.Subject ? 1 : 0;
            subjectReplyId = role == ModelRole.Subject ? response.ResponseId : subjectReplyId;
            truncatedReplies += role == ModelRole.Subject && response.FinishReason == ChatFinishReason.Length ? 1 : 0;
            Count(response.Usage, services.Models[role].Client.Info.Price);
        }
    }

    public void Count(string role, IReadOnlyList<LogLikelihood> scores)
    {
        if (services.Models[role].Client.Info is { IsSystem: false } model)
        {
            lock (gate)
            {
                Count(LogLikelihoodJson.UsageOf(scores), model.Price);
            }
        }
    }

    private void Count(UsageDetails? usage, ModelPrice? price)
    {
        if (usage is not { InputTokenCount: { } input, OutputTokenCount: { } output })
        {
            usageUnknown = true;
            return;
        }

        inputTokens += input;
        outputTokens += output;
        cost += price?.Of(input, output) ?? 0;
        costUnknown |= price is null;
    }
}
