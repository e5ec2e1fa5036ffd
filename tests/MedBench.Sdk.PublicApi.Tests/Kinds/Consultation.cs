using Microsoft.Extensions.AI;

namespace MedBench.PublicApi;

/// <summary>An interactive consultation: a doctor asks, a patient who knows more than the doctor answers.</summary>
internal sealed class Consultation : IBenchmark
{
    public const string Secret = "You drink a bottle of wine a day";

    public BenchmarkCard Card { get; } = Cards.Create("outside-consultation", "diagnostic accuracy", "complaint") with { RequiredRoles = [ModelRole.Patient] };

    public IPromptStrategy DefaultStrategy { get; } = new HistoryTaking();

    public IReadOnlyList<IScorer> Scorers { get; } = [new DiagnosisScorer(), new QuestionsAskedScorer()];

    public IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default) => new[]
    {
        new Sample
        {
            Input = new SampleInput
            {
                Id = "p1",
                Stem = "You are a doctor. Ask one question at a time; when you know, say DIAGNOSIS: and the diagnosis.",
                Conversation = [new ChatMessage(ChatRole.User, "My eyes have turned yellow.")],
                Environment = new Patient(Secret, patience: 3),
            },
            Target = new TextTarget(["alcoholic hepatitis"]),
        },
    }.ToAsyncEnumerable();
}

/// <summary>A patient played by a model; leaves when a diagnosis was made, or after too many questions.</summary>
internal sealed class Patient(string secret, int patience) : IEnvironment
{
    public IReadOnlyList<AITool> Tools => [];

    public string Fingerprint => FormattableString.Invariant($"{secret}; {patience}");

    public async Task<ChatMessage?> RespondAsync(IReadOnlyList<ChatMessage> transcript, IModelAccess models, CancellationToken cancellationToken = default)
    {
        var questions = transcript.Count(message => message.Role == ChatRole.Assistant);
        if (HistoryTaking.ReadDiagnosis(transcript[^1].Text) is not null || questions > patience)
        {
            return null;
        }

        var persona = new ChatMessage(ChatRole.System, $"You are a patient. {secret}. Answer only what you are asked.");
        var request = new ModelRequest { Messages = [persona, .. transcript.Select(AsThePatientSeesIt)], Purpose = FormattableString.Invariant($"answer/{questions}") };
        return new ChatMessage(ChatRole.User, (await models.GetModel(ModelRole.Patient).CompleteAsync(request, cancellationToken)).Text);
    }

    private static ChatMessage AsThePatientSeesIt(ChatMessage message)
        => new(message.Role == ChatRole.Assistant ? ChatRole.User : ChatRole.Assistant, message.Text);
}
