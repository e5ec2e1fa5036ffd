using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>Has a teacher model reason about an exemplar and keeps the reasoning only if it ends at the right answer.</summary>
/// <remarks>
/// OpenMedLM (repository fortahealth/OpenMedLM-Project, generate_cot.py): wrong or unreadable replies are asked again, at most five
/// rounds; a question that is never answered right is dropped. The role <see cref="ModelRole.Teacher"/> writes, or the subject where nobody
/// plays it. Accepted and dropped exemplars are kept in the run's exemplar bank.
/// </remarks>
public sealed class TeacherRationales : IRationaleSource
{
    private readonly PromptProtocol protocol;
    private readonly IAnswerExtractor extractor;
    private readonly SamplingOptions sampling;
    private readonly int rounds;

    /// <summary>Initializes the source.</summary>
    /// <param name="protocol">Layout of the teacher's prompt.</param>
    /// <param name="extractor">Reads the teacher's answer.</param>
    /// <param name="sampling">How the teacher draws tokens.</param>
    /// <param name="rounds">How often a question is asked at most.</param>
    public TeacherRationales(PromptProtocol protocol, IAnswerExtractor extractor, SamplingOptions sampling, int rounds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        (this.protocol, this.extractor, this.sampling, this.rounds) = (protocol, extractor, sampling, rounds);
        Parameters = new Dictionary<string, string> { ["rationales"] = "teacher", ["teacher-rounds"] = rounds.ToString(CultureInfo.InvariantCulture) };
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <inheritdoc />
    public Task<string?> FindAsync(Exemplar exemplar, IModelAccess models, CancellationToken cancellationToken = default)
    {
        var messages = protocol.Compose(exemplar.Input, reasoning: ReasoningStyle.ChainOfThought);
        var question = string.Join('\n', [.. messages.Select(message => message.Text), exemplar.Answer, extractor.Id, rounds.ToString(CultureInfo.InvariantCulture), .. sampling.Describe().Select(pair => $"{pair.Key}={pair.Value}")]);
        var key = $"{exemplar.Input.Id}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question)).AsSpan(0, 16))}";
        var shared = models.Share($"exemplar/{key}");
        var teacher = shared.GetModelOrSubject(ModelRole.Teacher);
        return models.Bank.GetOrCreateAsync($"{key}|{teacher.Info.Id}", token => WriteAsync(exemplar, messages, shared, teacher, token), cancellationToken);
    }

    private async Task<string?> WriteAsync(Exemplar exemplar, IReadOnlyList<ChatMessage> messages, IModelAccess shared, IModelClient teacher, CancellationToken cancellationToken)
    {
        for (var round = 0; round < rounds; round++)
        {
            var purpose = string.Create(CultureInfo.InvariantCulture, $"rationale/{round}");
            var request = new ModelRequest
            {
                Messages = messages,
                Options = sampling.ToChatOptions(shared.CreateRandom(purpose).NextSeed(), round),
                Purpose = purpose,
                IsCompletion = protocol.IsCompletion,
            };
            var reply = (await teacher.CompleteAsync(request, cancellationToken).ConfigureAwait(false)).Text;
            if (extractor.Extract(reply, exemplar.Input.Options).Label == exemplar.Answer)
            {
                return protocol.ReadExplanation(reply);
            }
        }

        return null;
    }
}
