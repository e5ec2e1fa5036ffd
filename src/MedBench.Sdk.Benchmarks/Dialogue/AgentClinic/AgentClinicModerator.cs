using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks;

/// <summary>AgentClinic's moderator: a judge says yes or no to whether the doctor's diagnosis is the right one.</summary>
/// <remarks>
/// <para>The published prompt, word for word, which shows the judge the doctor's whole last reply between no marks: a reply that argues with the moderator is part of it. A reply that
/// neither begins with yes or no nor holds one of them alone is asked for once more, and then the sample has no verdict: it fails, is never wrong for it, and running the plan
/// again asks for the verdict alone, as with every judge (<see cref="JudgePanel"/>).</para>
/// <para>Parts, of every sample that had a dialogue: <c>turns</c>, the doctor's replies; <c>tests</c> and <c>images</c>, how many of them requested one.</para>
/// </remarks>
public sealed class AgentClinicModerator : IScorer
{
    private const string Same = "same";

    private static readonly VerdictSchema Shape = new("moderator", VerdictField.Flag(Same));

    private readonly JudgePanel panel;
    private readonly VerdictReading reading;

    /// <summary>Initializes the moderator with the published defaults.</summary>
    public AgentClinicModerator()
        : this(new AgentClinicOptions())
    {
    }

    /// <summary>Initializes the moderator.</summary>
    /// <param name="options">The moderator's temperature and limit of tokens, and whether the published reading of verdicts is reproduced.</param>
    public AgentClinicModerator(AgentClinicOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var isStrict = options.Checked().Compat.Contains(AgentClinicCompat.StrictYes);
        panel = new JudgePanel { Temperature = options.Sampling.Temperature, MaxOutputTokens = options.Sampling.MaxOutputTokens, SendsSchema = false };
        reading = isStrict
            ? VerdictReading.Flag("agentclinic-whole-yes-v1", static verdict => AgentClinicExchange.Collapse(verdict).Equals("yes", StringComparison.OrdinalIgnoreCase))
            : VerdictReading.Flag("agentclinic-yes-or-no-v1", ReadWord);
        var parameters = new Dictionary<string, string>(panel.Parameters, StringComparer.Ordinal) { ["judge-reading"] = reading.Id };
        if (isStrict)
        {
            parameters["compat"] = AgentClinicCompat.StrictYes;
        }

        Info = new ScorerInfo
        {
            Id = "agentclinic-moderator",
            Version = "2",
            Metric = "diagnostic accuracy",
            DenominatorPolicy = "correct / (all samples - failed - unsupported); a dialogue without a diagnosis counts as not correct; a sample without a verdict fails",
            RequiredRoles = [ModelRole.Judge],
            Parameters = parameters,
        };
    }

    /// <inheritdoc />
    public ScorerInfo Info { get; }

    /// <inheritdoc />
    public async ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(models);
        if (sample.Target is not TextTarget { References: [var gold, ..] })
        {
            throw new InvalidOperationException($"Sample '{sample.Input.Id}' has a {sample.Target.GetType().Name}; the {Info.Id} scorer needs a TextTarget.");
        }

        var score = prediction switch
        {
            TextPrediction text => await JudgeAsync(gold, text, models, cancellationToken).ConfigureAwait(false) with { Predicted = text.Text },
            Unanswered unanswered => Score.None(unanswered.Outcome),
            _ => throw new InvalidOperationException($"Sample '{sample.Input.Id}' was answered by a {prediction.GetType().Name}; the {Info.Id} scorer needs a TextPrediction."),
        };
        return score with { Gold = gold, Parts = Count(prediction) };
    }

    private static Dictionary<string, double> Count(Prediction prediction)
    {
        string[] said = [.. prediction.Transcript.Where(message => message.Role == ChatRole.Assistant).Select(message => message.Text)];
        return said.Length == 0 ? [] : new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["turns"] = said.Length,
            ["tests"] = said.Count(text => text.Contains(AgentClinicPrompts.RequestTest, StringComparison.Ordinal)),
            ["images"] = said.Count(text => text.Contains(AgentClinicPrompts.RequestImages, StringComparison.Ordinal)),
        };
    }

    private async Task<Score> JudgeAsync(string gold, TextPrediction prediction, IModelAccess models, CancellationToken cancellationToken)
    {
        var said = AgentClinicExchange.Collapse(prediction.Reply.Length > 0 ? prediction.Reply : prediction.Text);
        var ruling = await panel.AskAsync(models, new JudgeQuestion
        {
            Purpose = "moderator",
            System = AgentClinicPrompts.ModeratorSystem,
            Prompt = AgentClinicPrompts.Moderator(gold, said),
            IsVerbatim = true,
            Schema = Shape,
            Reading = reading,
        }, cancellationToken).ConfigureAwait(false);
        return ruling.Verdict is { } verdict ? Score.Binary(verdict.GetFlag(Same)) : ruling.Unscored(Info);
    }

    private static bool? ReadWord(string verdict)
    {
        string[] words = [.. verdict.Split(verdict.Where(character => !char.IsLetter(character)).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries)];
        var (yes, no) = (words.Contains("yes", StringComparer.OrdinalIgnoreCase), words.Contains("no", StringComparer.OrdinalIgnoreCase));
        return words is [var first, ..] && (first.Equals("yes", StringComparison.OrdinalIgnoreCase) || first.Equals("no", StringComparison.OrdinalIgnoreCase)) ? first.Equals("yes", StringComparison.OrdinalIgnoreCase)
            : yes == no ? null
            : yes;
    }
}
