using System.Globalization;
using System.Text;
using MedBench.Metrics;

namespace MedBench;

/// <summary>Takes the option that the model finds likeliest after the prompt, the first of equals.</summary>
internal sealed class LikelihoodComparison(ChoicePrompting parts, SampleInput input, IReadOnlyList<ShownExemplar> exemplars, IModelAccess models)
{
    public async Task<Prediction> PredictAsync(Dictionary<string, string> notes, CancellationToken cancellationToken)
    {
        var protocol = parts.Protocol;
        var shown = protocol.Relabel(input.Options);
        var messages = protocol.AddMedia(protocol.Compose(input, shown, exemplars, parts.Reasoning), input);
        var continuations = protocol.Continue(input, shown, exemplars);
        var request = protocol.IsCompletion
            ? new LogLikelihoodRequest { Prompt = messages.Count == 0 ? "" : messages[^1].Text, Continuations = continuations }
            : new LogLikelihoodRequest { Prompt = "", Messages = messages, Continuations = continuations };
        var client = models.Subject.GetCapability<ILogLikelihoodClient>()
            ?? throw new InvalidOperationException($"Model '{models.Subject.Info.Id}' declares LogLikelihood and has no ILogLikelihoodClient. Return one from GetCapability.");
        var scores = await client.ScoreAsync(request, cancellationToken).ConfigureAwait(false);
        double[] values = [.. scores.Select((score, i) => score.Sum / LengthOf(continuations[i], score))];
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        notes["rule"] = "likelihood";
        notes["log-likelihoods"] = string.Join(',', scores.Select((score, i) => $"{input.Options[i].Label} {score.Sum.ToString("R", CultureInfo.InvariantCulture)}"));
        // Of whole texts the sums are the options' odds; a mean over the shared question would level them.
        var odds = request.Prompt.Length == 0 && request.Messages.Count == 0 ? [.. scores.Select(score => score.Sum)] : values;
        var probabilities = OptionProbabilities.FromLogLikelihoods([.. input.Options.Select(option => option.Label)], [.. odds.Select(value => new LogLikelihood(value, 1))]);
        if (probabilities is null)
        {
            return new Unanswered(Outcome.Unparsed) { Notes = notes };
        }

        return new ChoicePrediction
        {
            Labels = [input.Options[best].Label],
            Confidence = probabilities[input.Options[best].Label],
            Probabilities = probabilities,
            Notes = notes,
        };
    }

    private double LengthOf(string continuation, LogLikelihood score) => parts.Normalization switch
    {
        LikelihoodNormalization.Characters => continuation.TrimStart(' ').EnumerateRunes().Count(),
        LikelihoodNormalization.Bytes => Encoding.UTF8.GetByteCount(continuation.TrimStart(' ')),
        LikelihoodNormalization.Tokens => score.TokenCount,
        _ => 1,
    };
}
