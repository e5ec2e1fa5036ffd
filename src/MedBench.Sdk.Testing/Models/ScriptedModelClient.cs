using Microsoft.Extensions.AI;

namespace MedBench.Testing;

/// <summary>Replies as a test says and keeps every request.</summary>
/// <remarks>
/// A script that has no reply fails with <see cref="ModelErrorKind.BadRequest"/>, which no engine retries; a blank reply
/// fails with <see cref="ModelErrorKind.EmptyReply"/>, as in every client. Safe for concurrent use; a list of replies is then used in order of arrival.
/// </remarks>
public sealed class ScriptedModelClient : IModelClient
{
    private readonly Lock gate = new();
    private readonly List<ModelRequest> requests = [];
    private readonly Func<ModelRequest, int, ChatResponse> script;

    /// <summary>Initializes a client that uses up a list of replies.</summary>
    /// <param name="replies">The replies in order; one more request than replies is an error.</param>
    public ScriptedModelClient(params IReadOnlyList<string> replies)
        => script = (request, call) => FakeReply.Create(Info!, request, call < replies.Count ? replies[call] : throw Exhausted(replies.Count));

    /// <summary>Initializes a client that replies by the first rule whose text is in the prompt.</summary>
    /// <param name="rules">The rules, the special before the general; a prompt that none fits is an error.</param>
    public ScriptedModelClient(params IReadOnlyList<ScriptRule> rules)
        => script = (request, _) => FakeReply.Create(Info!, request, Match(rules, request).Reply);

    /// <summary>Initializes a client that computes its replies.</summary>
    /// <param name="reply">Returns the reply to a request; called concurrently when the client is.</param>
    public ScriptedModelClient(Func<ModelRequest, string> reply)
        => script = (request, _) => FakeReply.Create(Info!, request, reply(request));

    /// <summary>Initializes a client that computes whole responses: finish reasons, tool calls, usage.</summary>
    /// <param name="respond">Returns the response, as it is, to a request and its number from 0; called concurrently when the client is.</param>
    public ScriptedModelClient(Func<ModelRequest, int, ChatResponse> respond) => script = respond;

    /// <inheritdoc />
    public ModelInfo Info { get; init; } = new() { Id = "scripted", Provider = "fake", IsInProcess = true };

    /// <summary>Gets the requests so far, in order of arrival.</summary>
    public IReadOnlyList<ModelRequest> Requests
    {
        get
        {
            lock (gate)
            {
                return [.. requests];
            }
        }
    }

    /// <inheritdoc />
    public async Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int call;
        lock (gate)
        {
            call = requests.Count;
            requests.Add(request);
        }

        // Yielding makes callers meet real concurrency; a reply that is there at once hides their races.
        await Task.Yield();
        return script(request, call);
    }

    private ScriptRule Match(IReadOnlyList<ScriptRule> rules, ModelRequest request)
    {
        var prompt = PromptText.Of(request);
        return rules.FirstOrDefault(rule => prompt.Contains(rule.Fragment, StringComparison.Ordinal)) ?? throw new ModelException(
            ModelErrorKind.BadRequest,
            $"No rule of the scripted model '{Info.Id}' fits the prompt that ends '{prompt[^Math.Min(prompt.Length, 120)..]}'. Add a rule for it, or a last one with an empty fragment.");
    }

    private ModelException Exhausted(int count) => new(
        ModelErrorKind.BadRequest,
        FormattableString.Invariant($"The scripted model '{Info.Id}' was asked for reply {count + 1} and its script has {count}. Add a reply, or find out who asks once too often."));
}
