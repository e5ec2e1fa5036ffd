using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks;

/// <summary>AgentClinic's doctor: asks the patient, requests tests and images, and ends with <c>DIAGNOSIS READY</c>.</summary>
/// <remarks>
/// From <c>agentclinic.py</c>, prompts word for word: every turn is one system and one user message, written anew with the questions asked so far and the whole
/// history. A dialogue without a diagnosis after all turns ends <see cref="Outcome.Truncated"/>, which counts as not correct, as published. The
/// prediction is what stands after <c>DIAGNOSIS READY:</c>; the whole reply is <see cref="Prediction.Reply"/>.
/// </remarks>
public sealed class AgentClinicDoctor : IPromptStrategy
{
    private readonly DialogueStrategy strategy;

    /// <summary>Initializes the doctor of cases without images, with the published defaults.</summary>
    public AgentClinicDoctor()
        : this(new AgentClinicOptions(), hasImages: false)
    {
    }

    /// <summary>Initializes a doctor.</summary>
    /// <param name="options">The number of turns, the bias, the way to images.</param>
    /// <param name="hasImages">Whether cases have images, as those of the journal have.</param>
    /// <exception cref="ArgumentException">The doctor cannot have the bias, a number is out of range, or a defect is asked for by a name that is not known.</exception>
    public AgentClinicDoctor(AgentClinicOptions options, bool hasImages)
    {
        ArgumentNullException.ThrowIfNull(options);
        options = options.Checked();
        var images = hasImages ? options.Images : AgentClinicImages.None;
        var seesImages = images != AgentClinicImages.None && !options.Compat.Contains(AgentClinicCompat.ImageDiscarded);
        strategy = new DialogueStrategy(new DialoguePrompting
        {
            Id = "agentclinic-doctor",
            Version = "1",
            Description = "Questions a patient, requests tests and names a diagnosis (AgentClinic).",
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["doctor-bias"] = options.DoctorBias.ToString(), ["images"] = images.ToString() },
            Compat = options.Compat.Contains(AgentClinicCompat.ImageDiscarded) && hasImages ? [AgentClinicCompat.ImageDiscarded] : [],
            Open = static _ => [],
            Compose = turn => Compose(turn, options, images, seesImages),
            MaxTurns = options.TotalInferences,
            Ends = static (_, transcript) => transcript[^1].Text.Contains(AgentClinicPrompts.DiagnosisReady, StringComparison.Ordinal),
            Conclude = static (_, transcript) => ReadDiagnosis(transcript[^1].Text),
            Sampling = options.Sampling,
            RequiredCapabilities = seesImages ? ModelCapabilities.Images : ModelCapabilities.None,
        });
    }

    /// <inheritdoc />
    public StrategyInfo Info => strategy.Info;

    /// <inheritdoc />
    public Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
        => strategy.PredictAsync(input, models, cancellationToken);

    private static IReadOnlyList<ChatMessage> Compose(DialogueTurn turn, AgentClinicOptions options, AgentClinicImages images, bool seesImages)
    {
        var exchanges = AgentClinicExchange.Read(turn.Transcript);
        var answers = exchanges.Select(exchange => exchange.Answer).Prepend("").ToList();
        var history = AgentClinicExchange.Write(exchanges.SelectMany((exchange, i) => new[] { answers[i], exchange.Doctor }));
        var text = AgentClinicPrompts.Doctor(history, answers[^1] + (turn.IsLast ? AgentClinicPrompts.FinalNotice : ""));
        IEnumerable<AIContent> given = seesImages ? turn.Input.Media.Concat(turn.Transcript.SelectMany(message => message.Contents.OfType<UriContent>())).Distinct() : [];
        return
        [
            new(ChatRole.System, AgentClinicPrompts.DoctorSystem(turn.Input.Stem, turn.Number, options, images == AgentClinicImages.OnRequest)),
            new(ChatRole.User, [new TextContent(text), .. given]),
        ];
    }

    private static TextPrediction ReadDiagnosis(string reply)
    {
        var after = reply[(reply.IndexOf(AgentClinicPrompts.DiagnosisReady, StringComparison.Ordinal) is >= 0 and var at ? at + AgentClinicPrompts.DiagnosisReady.Length : 0)..].Trim().TrimStart(':').Trim();
        return new TextPrediction(after.Length > 0 ? after : reply) { Reply = reply };
    }
}
