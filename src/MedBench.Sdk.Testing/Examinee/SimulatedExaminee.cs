using Microsoft.Extensions.AI;

namespace MedBench.Testing;

/// <summary>A model whose true ability is known: it answers single-answer questions by item response theory.</summary>
/// <remarks>
/// The chance of the right option follows the three-parameter logistic model, the rest is shared equally by the wrong options, and
/// <see cref="ExamineeProfile.PositionBias"/> then shifts all by the displayed letter. Questions and letters are found as by <see cref="OracleModelClient"/>.
/// Replies follow from (profile, prompt, <see cref="ChatOptions.Seed"/>) alone.
/// </remarks>
public sealed class SimulatedExaminee : IModelClient, ILogLikelihoodClient
{
    private readonly QuestionIndex questions;
    private readonly BeliefFormer beliefs;

    /// <summary>Initializes the examinee.</summary>
    /// <param name="samples">The questions, each with options and one right answer.</param>
    /// <param name="profile">What the examinee is like.</param>
    /// <param name="exemplars">Worked examples to recognize in prompts, for the boosts; null for none.</param>
    /// <exception cref="ArgumentException">A question has not exactly one right answer among at least two options.</exception>
    public SimulatedExaminee(IEnumerable<Sample> samples, ExamineeProfile profile, IEnumerable<Exemplar>? exemplars = null)
    {
        questions = new QuestionIndex(samples.Select(RequireSingleAnswer));
        beliefs = new BeliefFormer(profile, exemplars ?? []);
        Profile = profile;
    }

    /// <inheritdoc />
    public ModelInfo Info { get; init; } = new() { Id = "simulated-examinee", Provider = "fake", IsInProcess = true, Capabilities = ModelCapabilities.LogLikelihood };

    /// <summary>Gets what the examinee is like.</summary>
    public ExamineeProfile Profile { get; }

    /// <summary>Gets how an answer is written as a reply: the bare answer where the request allows at most 8 tokens, else <c>Answer: C</c>.</summary>
    public Func<ModelRequest, string, string> Format { get; init; } = FakeReply.FormatAnswer;

    /// <summary>Creates an examinee that knows a benchmark's questions and recognizes its worked examples.</summary>
    /// <param name="benchmark">The benchmark.</param>
    /// <param name="source">Where its files are.</param>
    /// <param name="profile">What the examinee is like.</param>
    /// <param name="split">The split to know; null for the one that a run evaluates.</param>
    /// <param name="cancellationToken">Ends the loading.</param>
    public static async Task<SimulatedExaminee> FromAsync(IBenchmark benchmark, IDatasetSource source, ExamineeProfile profile, string? split = null, CancellationToken cancellationToken = default)
    {
        var samples = await benchmark.LoadAsync(split ?? benchmark.Card.EvaluationSplit.Name, source, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        var exemplars = await benchmark.LoadExemplarsAsync(source, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        return new SimulatedExaminee(samples, profile, exemplars);
    }

    /// <summary>Returns the difficulty b of an item.</summary>
    /// <param name="input">The item.</param>
    public double GetDifficulty(SampleInput input) => beliefs.GetDifficulty(input);

    /// <summary>Returns the true probability of being right on an item, given that an answer is given, before position bias and boosts.</summary>
    /// <param name="input">The item.</param>
    public double GetProbability(SampleInput input) => beliefs.GetProbability(input, Profile.Ability);

    /// <summary>Returns the true distribution of the answers to a prompt, with position bias and boosts.</summary>
    /// <param name="request">The request.</param>
    public ExamineeBelief Examine(ModelRequest request) => beliefs.Form(questions.Find(request, Info), request);

    /// <inheritdoc />
    public async Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.Yield();
        var belief = Examine(request);
        var random = ChooseDraw(belief.Input, request);
        var (abstention, confusion, choice) = (random.NextDouble(), random.NextDouble(), random.NextDouble());
        var reply = abstention < Profile.AbstentionRate ? "I do not know."
            : confusion < Profile.UnparsableRate ? "There is much to be said about this question."
            : Format(request, Draw(belief.Probabilities, choice));
        return FakeReply.Create(Info, request, reply);
    }

    /// <inheritdoc />
    /// <remarks>Gumbel noise that follows from the question makes the likeliest continuation the settled opinion; continuations that are no answer are very unlikely.</remarks>
    public async Task<IReadOnlyList<LogLikelihood>> ScoreAsync(LogLikelihoodRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.Yield();
        var belief = Examine(ModelRequest.FromText(request.Prompt));
        var random = SettledDraw(belief.Input);
        var scores = belief.Probabilities.ToDictionary(entry => entry.Key, entry => Math.Log(entry.Value) - Math.Log(-Math.Log(Math.Max(random.NextDouble(), double.Epsilon))));
        var total = Math.Log(scores.Values.Sum(Math.Exp));
        return [.. request.Continuations.Select(continuation => new LogLikelihood(scores.TryGetValue(continuation.Trim(), out var score) ? score - total : -100, 1))];
    }

    private SeededRandom SettledDraw(SampleInput input) => SeededRandom.Create(Profile.Seed, "opinion", input.Id, input.Stem);

    private SeededRandom ChooseDraw(SampleInput input, ModelRequest request)
    {
        var seed = FormattableString.Invariant($"{request.Options?.Seed}");
        var fresh = SeededRandom.Create(Profile.Seed, "call", input.Id, seed, PromptText.Of(request));
        return request.Options?.Temperature != 0 && fresh.NextDouble() < Profile.Inconsistency ? fresh : SettledDraw(input);
    }

    private static string Draw(IReadOnlyDictionary<string, double> probabilities, double uniform)
    {
        foreach (var (answer, probability) in probabilities)
        {
            uniform -= probability;
            if (uniform < 0)
            {
                return answer;
            }
        }

        return probabilities.Keys.Last();
    }

    private static Sample RequireSingleAnswer(Sample sample)
        => sample.Input.Options.Count >= 2 && sample.Target is ChoiceTarget { Labels.Count: 1 } ? sample : throw new ArgumentException(
            $"Sample '{sample.Input.Id}' has {sample.Input.Options.Count} options and a {sample.Target.GetType().Name}. A simulated examinee answers questions of at least two options with one right answer.",
            nameof(sample));
}
