using Microsoft.Extensions.AI;

namespace MedBench.Testing;

/// <summary>A model that knows the right answers: a run of it must reach the maximum, or something between prompt and score is broken.</summary>
/// <remarks>
/// It finds the question by its stem, so a strategy may write what it likes around it and show worked examples before it.
/// Lettered options are found by their text and answered with the letter shown, in any order; without letters it answers with the text.
/// A prompt without a known question fails with <see cref="ModelErrorKind.BadRequest"/>.
/// </remarks>
public sealed class OracleModelClient : IModelClient, ILogLikelihoodClient
{
    private const double Certain = -0.01;
    private const double Impossible = -10;

    private readonly QuestionIndex questions;

    /// <summary>Initializes the oracle.</summary>
    /// <param name="samples">The questions with their answers.</param>
    public OracleModelClient(IEnumerable<Sample> samples) => questions = new QuestionIndex(samples);

    /// <inheritdoc />
    public ModelInfo Info { get; init; } = new() { Id = "oracle", Provider = "fake", IsInProcess = true, Capabilities = ModelCapabilities.LogLikelihood };

    /// <summary>Gets the description of an oracle that takes part in everything: images, tools, raw text, likelihoods.</summary>
    public static ModelInfo WithEveryPower { get; } = new()
    {
        Id = "oracle",
        Provider = "fake",
        IsInProcess = true,
        Capabilities = ModelCapabilities.Images | ModelCapabilities.Tools | ModelCapabilities.LogLikelihood | ModelCapabilities.Prefix | ModelCapabilities.Completion | ModelCapabilities.ChatLogLikelihood,
    };

    /// <summary>Gets how an answer is written as a reply: the bare answer where the request allows at most 8 tokens, else <c>Answer: C</c>.</summary>
    public Func<ModelRequest, string, string> Format { get; init; } = FakeReply.FormatAnswer;

    /// <summary>Creates an oracle that knows a benchmark's answers.</summary>
    /// <param name="benchmark">The benchmark.</param>
    /// <param name="source">Where its files are.</param>
    /// <param name="split">The split to know; null for the one that a run evaluates.</param>
    /// <param name="cancellationToken">Ends the loading.</param>
    public static async Task<OracleModelClient> FromAsync(IBenchmark benchmark, IDatasetSource source, string? split = null, CancellationToken cancellationToken = default)
        => new(await benchmark.LoadAsync(split ?? benchmark.Card.EvaluationSplit.Name, source, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false));

    /// <inheritdoc />
    public async Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.Yield();
        return FakeReply.Create(Info, request, Format(request, RightAnswer.AsText(questions.Find(request, Info))));
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<LogLikelihood>> ScoreAsync(LogLikelihoodRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.Yield();
        var question = questions.Find(ModelRequest.FromText(request.Prompt), Info);
        return [.. request.Continuations.Select(continuation => new LogLikelihood(IsRight(question, continuation.Trim()) ? Certain : Impossible, 1))];
    }

    // A harness may score whole options although letters are shown.
    private static bool IsRight(FoundQuestion question, string continuation)
        => continuation == RightAnswer.AsText(question) || continuation == RightAnswer.AsText(question with { Letters = null });
}
