using System.Globalization;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks;

/// <summary>A doctor of MediQ (Li et al. 2024): at every turn it decides whether it is confident, and asks the patient one question or answers.</summary>
/// <remarks>
/// <para>From <c>src/expert.py</c>, <c>expert_functions.py</c> and <c>expert_basics.py</c>, prompts word for word. It shows the input's context as what is known, and takes any
/// environment that answers questions. A sample without an environment is answered at once, with the same prompt and an empty log.</para>
/// <para>Where the questions are used up the letter of that turn is final. The notes hold the letter of every turn (<c>choices</c>, <c>-</c> where none was read), the
/// confidence at every turn (<c>confidences</c>), and <c>timeout</c> where the answer was forced. <see cref="Prediction.Confidence"/> is that of the last turn: the share of
/// decisions to answer, the stated probability, or the rating r as (r − 1) / 4; none where the number of questions is fixed.</para>
/// <para>A model in the role <see cref="QuestionerRole"/> words the questions where there is one, as the published code allows.</para>
/// </remarks>
public sealed class MediQExpert : IPromptStrategy
{
    /// <summary>The role of a model that words the questions in place of the subject.</summary>
    public const string QuestionerRole = "questioner";

    private readonly MediQExpertOptions options;

    /// <summary>Initializes the doctor that decides by a rating and its reason.</summary>
    public MediQExpert()
        : this(new MediQExpertOptions { StatesReason = true })
    {
    }

    /// <summary>Initializes a doctor.</summary>
    /// <param name="options">How it decides and asks.</param>
    /// <exception cref="ArgumentException">A number is out of range, or a defect is asked for by a name that is not known.</exception>
    public MediQExpert(MediQExpertOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.SelfConsistency, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxQuestions);
        MediQCompat.Require(options.Compat, MediQCompat.Expert, nameof(options));
        this.options = options;
        var own = new TextPrompting { Id = "mediq-expert", Version = "1", Description = "", Compose = static _ => [], Sampling = options.Sampling, Compat = options.Compat, Parameters = Describe(options) };
        Info = new TextStrategy(own).Info with { Description = "Asks a patient until it is confident, then chooses (MediQ)." };
    }

    /// <inheritdoc />
    public StrategyInfo Info { get; }

    /// <inheritdoc />
    public async Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(models);
        if (input.Options.Count == 0 || input.Media.Count > 0)
        {
            return new Unanswered(Outcome.Unsupported) { Notes = new Dictionary<string, string>(StringComparer.Ordinal) { ["unsupported"] = "the doctor chooses among options and is shown no media" } };
        }

        var known = string.Join(' ', input.Context.Select(section => section.Text));
        var record = new MediQRecord();
        while (true)
        {
            var turn = new MediQTurn(options, input, known, record.History, models);
            var isForced = input.Environment is null || record.History.Count >= options.MaxQuestions;
            var decision = input.Environment is null ? new MediQDecision { Abstains = false } : await turn.DecideAsync(cancellationToken).ConfigureAwait(false);
            var isLast = isForced || !decision.Abstains;
            if (await AnswerAsync(turn, decision, isLast, record, cancellationToken).ConfigureAwait(false) is { } answer && isLast)
            {
                return record.Conclude(answer, timeout: isForced && input.Environment is not null);
            }

            record.Transcript.Add(new ChatMessage(ChatRole.Assistant, await turn.AskAsync(decision, record.LatestAnswer, cancellationToken).ConfigureAwait(false)));
            if (await input.Environment!.RespondAsync(record.Transcript, models, cancellationToken).ConfigureAwait(false) is not { } reply)
            {
                return record.Leave();
            }

            record.Transcript.Add(reply);
            record.History.Add((record.Transcript[^2].Text, reply.Text));
        }
    }

    /// <summary>Takes the letter that a decision holds, or asks for one where it is wanted.</summary>
    private async Task<ChatResponse?> AnswerAsync(MediQTurn turn, MediQDecision decision, bool isLast, MediQRecord record, CancellationToken cancellationToken)
    {
        var isWanted = isLast || options.AnswersEveryTurn || options is { Abstention: MediQAbstention.Fixed, HasIndependentModules: false };
        var (letter, response) = decision.Response is { } given ? (decision.Letter, given)
            : isWanted ? await turn.AnswerAsync(cancellationToken).ConfigureAwait(false)
            : (null, null);
        record.Note(letter, decision.Confidence, response);
        return response;
    }

    private static Dictionary<string, string> Describe(MediQExpertOptions options)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["abstention"] = options.Abstention.ToString(),
            ["states-reason"] = options.StatesReason ? "yes" : "no",
            ["self-consistency"] = options.SelfConsistency.ToString(CultureInfo.InvariantCulture),
            ["max-questions"] = options.MaxQuestions.ToString(CultureInfo.InvariantCulture),
            ["independent-modules"] = options.HasIndependentModules ? "yes" : "no",
            ["answers-every-turn"] = options.AnswersEveryTurn ? "yes" : "no",
        };
        if (options.AbstainBelow is { } threshold)
        {
            parameters["abstain-below"] = threshold.ToString(CultureInfo.InvariantCulture);
        }

        return parameters;
    }
}
