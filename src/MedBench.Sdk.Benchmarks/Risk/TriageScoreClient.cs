using System.Globalization;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks;

/// <summary>A clinical score in the place of a model: it reads the record off the prompt as shown, computes, and answers in this process, so that a run has baseline rows without any model.</summary>
/// <remarks>
/// It is shown what a model is shown and nothing else. The answer is the score's share of its maximum: the order of patients, and with it AUROC and average precision,
/// is the score's own, but the number is no probability and says nothing of calibration. Where a measurement is missing it says so instead of a number.
/// </remarks>
public sealed class TriageScoreClient : IModelClient
{
    private readonly Func<TriageVitals, int?> compute;
    private readonly double most;

    /// <summary>Initializes the client.</summary>
    /// <param name="score">The score.</param>
    /// <param name="asPublished">Whether it is computed by the rules of the benchmark's code, defects included: <see cref="MimicIvEdScores"/>.</param>
    public TriageScoreClient(TriageScore score, bool asPublished = false)
    {
        (Func<TriageVitals, int?> Compute, double Most) rule = (score, asPublished) switch
        {
            (TriageScore.Esi, _) => (static vitals => vitals.Acuity is { } level ? 5 - (int)level : null, 4),
            (TriageScore.News, false) => (EarlyWarningScores.News, 20),
            (TriageScore.News, true) => (MimicIvEdScores.News, 20),
            (TriageScore.News2, false) => (static vitals => EarlyWarningScores.News2(vitals), 20),
            (TriageScore.News2, true) => (MimicIvEdScores.News2, 20),
            (TriageScore.Mews, false) => (EarlyWarningScores.Mews, 14),
            (TriageScore.Mews, true) => (MimicIvEdScores.Mews, 14),
            (TriageScore.Rems, false) => (EarlyWarningScores.Rems, 26),
            (TriageScore.Rems, true) => (MimicIvEdScores.Rems, 26),
            (TriageScore.Cart, false) => (EarlyWarningScores.Cart, 57),
            (TriageScore.Cart, true) => (MimicIvEdScores.Cart, 57),
            _ => throw new ArgumentOutOfRangeException(nameof(score), score, "No such score is known."),
        };
        (compute, most) = rule;
        Info = new ModelInfo { Id = $"triage-{score.ToString().ToLowerInvariant()}{(asPublished ? "-as-published" : "")}", Provider = "embedded", Revision = "1", IsInProcess = true };
    }

    /// <summary>Gets a client for each score, by the published tables.</summary>
    public static IReadOnlyList<TriageScoreClient> All { get; } = [.. Enum.GetValues<TriageScore>().Select(score => new TriageScoreClient(score))];

    /// <inheritdoc />
    public ModelInfo Info { get; }

    /// <inheritdoc />
    public Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var points = compute(TriageRecord.ReadVitals(request.Messages.Count == 0 ? "" : request.Messages[^1].Text));
        var reply = points is { } sum ? string.Create(CultureInfo.InvariantCulture, $"{sum} points.\nProbability: {Math.Clamp(sum / most, 0, 1):0.######}") : "The record lacks a measurement that the score needs.";
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, reply)) { ModelId = Info.Id, FinishReason = ChatFinishReason.Stop });
    }
}
