using Microsoft.Extensions.AI;

namespace MedBench.Running;

/// <summary>The access of a sample in a run that sends nothing: the same exemplars and random numbers, and models that keep the first request.</summary>
internal sealed class PreviewAccess(string benchmark, string sample, long seed, IExemplarPool? pool, ICorpus? documents, IEmbeddingGenerator<string, Embedding<float>> embeddings) : IModelAccess, IExemplarBank
{
    private PromptPreview? captured;
    private PreviewAccess? root;
    private IReadOnlyList<string> identity = CallScope.IdentityOf(sample, 0);

    public PromptPreview? Captured => captured;

    public IEmbeddingGenerator<string, Embedding<float>> Embeddings => embeddings;

    public IExemplarPool Exemplars => pool ?? throw new InvalidOperationException("No exemplars are loaded. Set UsesExemplars in the strategy's StrategyInfo.");

    public ICorpus Documents => documents ?? throw new InvalidOperationException("No documents are loaded. Set UsesDocuments in the strategy's StrategyInfo.");

    public IExemplarBank Bank => this;

    public bool HasModel(string role) => role == ModelRole.Subject;

    public IModelClient GetModel(string role) => new Model(this);

    public SeededRandom CreateRandom(string purpose) => SeededRandom.Create(seed, [benchmark, .. identity, purpose]);

    public IModelAccess Share(string key)
    {
        var shared = (PreviewAccess)MemberwiseClone();
        shared.identity = ["shared", key];
        shared.root = root ?? this;
        return shared;
    }

    public Task<string?> GetOrCreateAsync(string key, Func<CancellationToken, Task<string?>> create, CancellationToken cancellationToken = default) => create(cancellationToken);

    private PreviewedException Capture(PromptPreview preview)
    {
        Interlocked.CompareExchange(ref (root ?? this).captured, preview, null);
        return new PreviewedException();
    }

    private sealed class Model(PreviewAccess access) : IModelClient, ILogLikelihoodClient
    {
        public ModelInfo Info { get; } = new()
        {
            Id = "preview",
            Capabilities = ModelCapabilities.Images | ModelCapabilities.Tools | ModelCapabilities.LogLikelihood | ModelCapabilities.Prefix | ModelCapabilities.Completion | ModelCapabilities.ChatLogLikelihood,
        };

        public Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default)
            => Task.FromException<ChatResponse>(access.Capture(new PromptPreview { Messages = request.Messages, IsCompletion = request.IsCompletion, Options = request.Options }));

        public Task<IReadOnlyList<LogLikelihood>> ScoreAsync(LogLikelihoodRequest request, CancellationToken cancellationToken = default)
            => Task.FromException<IReadOnlyList<LogLikelihood>>(access.Capture(new PromptPreview
            {
                Messages = request.Messages.Count > 0 ? request.Messages : [new ChatMessage(ChatRole.User, request.Prompt)],
                IsCompletion = request.Messages.Count == 0,
                Continuations = request.Continuations,
            }));
    }
}
