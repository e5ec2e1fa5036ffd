using System.Globalization;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks;

/// <summary>A patient of MediQ (Li et al. 2024) as an environment: it knows the whole record and answers one question at a time.</summary>
/// <remarks>
/// From <c>src/patient.py</c>, prompts word for word. Each answer depends on the latest question alone, and is asked of the model in the role
/// <see cref="ModelRole.Patient"/>. The patient never ends the dialogue. Where the record has no facts and they are needed, a model breaks it
/// up once for all doctors, all repetitions and all turns, and the run's bank keeps the list.
/// </remarks>
public sealed class MediQPatient : IEnvironment
{
    /// <summary>What the patient says where the record does not answer.</summary>
    public const string Refusal = "The patient cannot answer this question, please do not ask this question again.";

    private const int LimitInEffect = 256;

    private readonly MediQPatientOptions options;

    /// <summary>Creates a patient.</summary>
    /// <param name="record">What the patient knows.</param>
    /// <param name="options">How the patient answers; null for the defaults.</param>
    /// <exception cref="ArgumentException">A defect is asked for by a name that is not known.</exception>
    public MediQPatient(MediQCase record, MediQPatientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        this.options = options ?? new MediQPatientOptions();
        MediQCompat.Require(this.options.Compat, MediQCompat.Patient, nameof(options));
        Case = record;
    }

    /// <summary>Gets what the patient knows: for scorers, never for a prompt of the doctor.</summary>
    public MediQCase Case { get; }

    /// <inheritdoc />
    public IReadOnlyList<AITool> Tools => [];

    /// <inheritdoc />
    public string Fingerprint => string.Join('\n',
    [
        string.Create(CultureInfo.InvariantCulture, $"{options.System}; {options.MaxOutputTokens}; {options.MaxFactTokens}; {options.Temperature}; {options.TopP}; {string.Join(',', options.Compat)}"),
        Case.InitialInformation, .. Case.Sentences, "", .. Case.Facts,
    ]);

    /// <inheritdoc />
    public async Task<ChatMessage?> RespondAsync(IReadOnlyList<ChatMessage> transcript, IModelAccess models, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(models);
        var turn = transcript.Count(message => message.Role == ChatRole.Assistant) - 1;
        var purpose = string.Create(CultureInfo.InvariantCulture, $"patient/{turn}");
        var question = transcript[^1].Text;
        return new ChatMessage(ChatRole.User, options.System switch
        {
            MediQPatientSystem.Random => Draw(models.CreateRandom(purpose)),
            MediQPatientSystem.Direct => await AskAsync(models, purpose, MediQPrompts.DirectSystem, MediQPrompts.Direct(Case.InitialInformation, question), options.MaxOutputTokens, cancellationToken).ConfigureAwait(false),
            MediQPatientSystem.Instruct => await AskAsync(models, purpose, MediQPrompts.InstructSystem, MediQPrompts.Instruct(Case.Paragraph, question), options.MaxOutputTokens, cancellationToken).ConfigureAwait(false),
            _ => await SelectAsync(models, purpose, question, cancellationToken).ConfigureAwait(false),
        });
    }

    private string Draw(SeededRandom random) => random.NextDouble() < 0.5 || Case.Sentences.Count == 0 ? Refusal : Case.Sentences[random.Next(Case.Sentences.Count)];

    private async Task<string> SelectAsync(IModelAccess models, string purpose, string question, CancellationToken cancellationToken)
    {
        var facts = Case.Facts.Count == 0 || options.Compat.Contains(MediQCompat.FactsKey) ? await BreakUpAsync(models, cancellationToken).ConfigureAwait(false) : Case.Facts;
        return await AskAsync(models, purpose, MediQPrompts.SelectSystem, MediQPrompts.Select(facts, question), options.MaxOutputTokens, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<string>> BreakUpAsync(IModelAccess models, CancellationToken cancellationToken)
    {
        var shared = models.Share($"mediq/facts/{Case.Key}");
        var key = string.Create(CultureInfo.InvariantCulture, $"mediq/facts/{Case.Key}|{models.GetModel(ModelRole.Patient).Info.Id}|{Limit(options.MaxFactTokens)}|{options.Temperature}|{options.TopP}");
        var list = await models.Bank.GetOrCreateAsync(
            key,
            async token => await AskAsync(shared, "facts", MediQPrompts.FactsSystem, MediQPrompts.Facts(Case.Paragraph), options.MaxFactTokens, token).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
        return [.. (list ?? "").Trim().ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim())];
    }

    private int Limit(int tokens) => options.Compat.Contains(MediQCompat.ReplyLimit) ? LimitInEffect : tokens;

    private async Task<string> AskAsync(IModelAccess models, string purpose, string system, string text, int limit, CancellationToken cancellationToken)
    {
        var request = new ModelRequest
        {
            Messages = [new ChatMessage(ChatRole.System, system), new ChatMessage(ChatRole.User, text)],
            Options = new ChatOptions
            {
                Temperature = options.Temperature,
                TopP = options.TopP,
                MaxOutputTokens = Limit(limit),
                Seed = models.CreateRandom(purpose).NextSeed(),
            },
            Purpose = purpose,
        };
        return (await models.GetModel(ModelRole.Patient).CompleteAsync(request, cancellationToken).ConfigureAwait(false)).Text;
    }
}
