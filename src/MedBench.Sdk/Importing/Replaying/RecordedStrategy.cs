using System.Globalization;
using MedBench.Metrics;
using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>Sends the recorded request of a sample and reads the reply again.</summary>
/// <remarks>
/// A reply to a question with options is read by the extractor; of one without, the text that the harness read off it is taken, and the whole
/// reply where the log does not hold that text: there is no other reader of free text to be fair with. Where continuations were scored, the most
/// likely one is the answer and of equal ones the first, as NumPy's <c>argmax</c> has it, which lm-evaluation-harness uses.
/// What the harness itself found goes into the notes, for scorers to show it.
/// </remarks>
internal sealed class RecordedStrategy : IPromptStrategy
{
    public const string ScoreNote = "recorded/";

    public const string AnswerNote = "recorded-answer";

    public const string SourceNote = "recorded-source";

    /// <summary>What lm-evaluation-harness writes where its filter finds no answer (<c>fallback</c> of <c>lm_eval/filters/extraction.py</c>).</summary>
    private const string NoAnswer = "[invalid]";

    private readonly CellRecords records;
    private readonly IAnswerExtractor extractor;

    public RecordedStrategy(CellRecords records, ImportFormat format, IAnswerExtractor extractor)
    {
        (this.records, this.extractor) = (records, extractor);
        Info = new StrategyInfo
        {
            Id = records.Key.Strategy,
            Version = "imported-2",
            Description = $"Recorded by another harness ({ImportNames.Of(format)}); replies are read again.",
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["format"] = ImportNames.Of(format), ["extractor"] = extractor.Id, ["likelihood"] = "sum, first maximum" },
        };
    }

    /// <inheritdoc />
    public StrategyInfo Info { get; }

    /// <inheritdoc />
    public async Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
    {
        if (records.Find(input.Id, models.Epoch) is not { } record)
        {
            return new Unanswered(Outcome.Unsupported) { Notes = new Dictionary<string, string> { ["unsupported"] = "the log holds no answer to this sample" } };
        }

        if (record.Error is { } error)
        {
            throw new ModelException(ModelErrorKind.BadRequest, $"The log holds no reply to sample '{input.Id}': {error.TrimEnd('.')}.");
        }

        var notes = Note(record);
        if (record.Continuations.Count > 0)
        {
            var client = models.Subject.GetCapability<ILogLikelihoodClient>() ?? throw new InvalidOperationException($"The model '{models.Subject.Info.Id}' scores no continuations. Use the plan as the import made it.");
            return Choose(input, await client.ScoreAsync(RecordedRequests.Likelihood(record, models.Epoch), cancellationToken).ConfigureAwait(false), notes);
        }

        var response = await models.Subject.CompleteAsync(RecordedRequests.Chat(record, models.Epoch), cancellationToken).ConfigureAwait(false);
        return input.Options.Count > 0 ? ReadChoice(input, response, notes) : ReadText(response, record.Answer, notes);
    }

    private static Dictionary<string, string> Note(ImportedRecord record)
    {
        var notes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (metric, value) in record.Scores)
        {
            notes[ScoreNote + metric] = value.ToString("R", CultureInfo.InvariantCulture);
        }

        if (record.Source is { } source)
        {
            notes[SourceNote] = source;
        }

        if (record.Answer is { } answer)
        {
            notes[AnswerNote] = answer;
        }

        return notes;
    }

    private static ChoicePrediction Choose(SampleInput input, IReadOnlyList<LogLikelihood> scores, Dictionary<string, string> notes)
    {
        var best = 0;
        for (var i = 1; i < scores.Count; i++)
        {
            best = scores[i].Sum > scores[best].Sum ? i : best;
        }

        var probabilities = OptionProbabilities.FromLogLikelihoods([.. input.Options.Select(option => option.Label)], scores);
        return new ChoicePrediction
        {
            Labels = [input.Options[best].Label],
            Reply = input.Options[best].Text,
            Probabilities = probabilities,
            Confidence = probabilities?[input.Options[best].Label],
            Notes = notes,
        };
    }

    private static Prediction ReadText(ChatResponse response, string? answer, Dictionary<string, string> notes)
        => response.Text.Length == 0 && response.FinishReason == ChatFinishReason.ContentFilter ? new Unanswered(Outcome.Refused) { Notes = notes }
            : answer == NoAnswer ? new Unanswered(Outcome.Unparsed) { Reply = response.Text, Notes = notes }
            : new TextPrediction(answer ?? response.Text) { Reply = response.Text, Notes = notes };

    private Prediction ReadChoice(SampleInput input, ChatResponse response, Dictionary<string, string> notes)
    {
        var extraction = extractor.Extract(response.Text, input.Options);
        notes["rule"] = extraction.Rule;
        if (extraction.Label is { } label)
        {
            return new ChoicePrediction { Labels = [label], Reply = response.Text, Notes = notes };
        }

        var outcome = response.FinishReason == ChatFinishReason.Length ? Outcome.Truncated
            : extraction.Status == ExtractionStatus.Abstained ? Outcome.Abstained
            : extraction.Status == ExtractionStatus.Refused || response.FinishReason == ChatFinishReason.ContentFilter ? Outcome.Refused
            : Outcome.Unparsed;
        return new Unanswered(outcome) { Reply = response.Text, Notes = notes };
    }
}
