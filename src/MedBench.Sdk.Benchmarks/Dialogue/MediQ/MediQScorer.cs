using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks;

/// <summary>Scores the final answer of a dialogue by exact match, and says what it took to reach it.</summary>
/// <remarks>
/// <para>The value is that of <see cref="ChoiceScorer"/>: accuracy. Parts, of every sample that had a dialogue: <c>questions</c>, how many the patient answered; <c>timeout</c>, 1 where the
/// answer was forced (<c>src/mediQ_benchmark.py</c>); <c>refusals</c>, how many answers were <see cref="MediQPatient.Refusal"/>; <c>initial</c>, 1 where the letter before the first
/// question was right, so that the run holds its own baseline.</para>
/// <para><c>verbatim</c> is the share of the patient's lines, refusals aside, that stand in its record word for word (numbering, case and closing full stop aside): a lower bound of the paper's factuality,
/// whose code is not published (<c>src/evaluate.py</c> returns random numbers for every measure).</para>
/// </remarks>
public sealed class MediQScorer : IScorer
{
    private readonly ChoiceScorer choice = new();

    /// <inheritdoc />
    public ScorerInfo Info { get; } = new()
    {
        Id = "mediq",
        Version = "1",
        Metric = "accuracy",
        DenominatorPolicy = "correct / (all samples - failed - unsupported); abstained, unparsed, refused and truncated count as not correct",
    };

    /// <inheritdoc />
    public async ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(prediction);
        var score = await choice.ScoreAsync(sample, prediction, models, cancellationToken).ConfigureAwait(false);
        return sample.Input.Environment is null || prediction.Transcript.Count == 0 ? score : score with { Parts = Measure(sample, prediction) };
    }

    private static Dictionary<string, double> Measure(Sample sample, Prediction prediction)
    {
        string[] answers = [.. prediction.Transcript.Where((message, i) => i > 0 && message.Role == ChatRole.User && prediction.Transcript[i - 1].Role == ChatRole.Assistant).Select(message => message.Text)];
        var parts = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["questions"] = answers.Length,
            ["timeout"] = prediction.Notes.ContainsKey("timeout") ? 1 : 0,
            ["refusals"] = answers.Count(IsRefusal),
        };
        if (prediction.Notes.TryGetValue("choices", out var choices) && sample.Target is ChoiceTarget target)
        {
            parts["initial"] = target.IsRight([choices.Split(' ')[0]]) ? 1 : 0;
        }

        if (sample.Input.Environment is MediQPatient { Case: var record } && ShareVerbatim(record, answers) is { } share)
        {
            parts["verbatim"] = share;
        }

        return parts;
    }

    private static double? ShareVerbatim(MediQCase record, string[] answers)
    {
        var known = record.Facts.Concat(record.Sentences).Select(Fold).ToHashSet(StringComparer.Ordinal);
        string[] said = [.. answers.Where(answer => !IsRefusal(answer)).SelectMany(answer => answer.ReplaceLineEndings("\n").Split('\n')).Select(Fold).Where(line => line.Length > 0)];
        return said.Length == 0 ? null : (double)said.Count(known.Contains) / said.Length;
    }

    private static bool IsRefusal(string answer) => answer.Trim().Trim('"') == MediQPatient.Refusal;

    private static string Fold(string line) => line.AsSpan().Trim().TrimStart("0123456789").TrimStart(". )-•*").TrimEnd(". ").ToString().ToLowerInvariant();
}
