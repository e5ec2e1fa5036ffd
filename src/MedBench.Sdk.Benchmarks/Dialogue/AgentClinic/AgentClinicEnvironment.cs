using System.Globalization;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks;

/// <summary>AgentClinic's clinic around the doctor: a patient who knows the history, and an examiner who knows the findings. Neither knows the diagnosis, and neither knows what the other does unless it was said.</summary>
/// <remarks>The doctor's words decide who answers: <c>REQUEST TEST</c> the examiner, all else the patient. Each has a history of its own, a fold over the transcript: the other's answers stand in it without the doctor's words before them.</remarks>
internal sealed class AgentClinicEnvironment(AgentClinicCase record, AgentClinicOptions options, bool givesImage) : IEnvironment
{
    public IReadOnlyList<AITool> Tools => [];

    public string Fingerprint => string.Join('\n', record.Patient, record.Findings, options.PatientBias, record.Image?.Uri, givesImage, options.Sampling.Temperature?.ToString(CultureInfo.InvariantCulture), options.Sampling.MaxOutputTokens?.ToString(CultureInfo.InvariantCulture));

    public async Task<ChatMessage?> RespondAsync(IReadOnlyList<ChatMessage> transcript, IModelAccess models, CancellationToken cancellationToken = default)
    {
        var exchanges = AgentClinicExchange.Read(transcript);
        var latest = AgentClinicExchange.Collapse(string.Concat(transcript.Reverse().TakeWhile(message => message.Role == ChatRole.Assistant).Reverse().Select(message => message.Text)));
        var isTest = latest.Contains(AgentClinicPrompts.RequestTest, StringComparison.Ordinal);
        var history = AgentClinicExchange.Write(exchanges.SelectMany(exchange => exchange.IsTest == isTest ? [exchange.Doctor, exchange.Answer] : new[] { exchange.Answer }));
        var answer = isTest
            ? await AskAsync(models, ModelRole.Examiner, exchanges.Count, AgentClinicPrompts.ExaminerSystem(record.Findings), AgentClinicPrompts.Examiner(history, latest), cancellationToken).ConfigureAwait(false)
            : await AskAsync(models, ModelRole.Patient, exchanges.Count, AgentClinicPrompts.PatientSystem(record.Patient, options.PatientBias), AgentClinicPrompts.Patient(history, latest), cancellationToken).ConfigureAwait(false);
        return record.Image is { } image && givesImage && latest.Contains(AgentClinicPrompts.RequestImages, StringComparison.Ordinal)
            ? new ChatMessage(ChatRole.User, [new TextContent(answer), image])
            : new ChatMessage(ChatRole.User, answer);
    }

    private async Task<string> AskAsync(IModelAccess models, string role, int turn, string system, string text, CancellationToken cancellationToken)
    {
        var purpose = string.Create(CultureInfo.InvariantCulture, $"{role}/{turn}");
        var request = new ModelRequest
        {
            Messages = [new ChatMessage(ChatRole.System, system), new ChatMessage(ChatRole.User, text)],
            Options = options.Sampling.ToChatOptions(models.CreateRandom(purpose).NextSeed()),
            Purpose = purpose,
        };
        return AgentClinicExchange.Collapse((await models.GetModel(role).CompleteAsync(request, cancellationToken).ConfigureAwait(false)).Text);
    }
}
