using System.Globalization;
using MedBench.Metrics;
using MedBench.Running;

namespace MedBench;

/// <summary>Answers multiple-choice questions by a composition of parts: layout, exemplars, reasoning, extraction, votes.</summary>
public sealed class ChoiceStrategy : IPromptStrategy
{
    private readonly ChoicePrompting parts;

    /// <summary>Initializes the strategy.</summary>
    /// <param name="id">Its id: kebab-case, never renamed.</param>
    /// <param name="version">Its version.</param>
    /// <param name="description">One sentence on what it does, with its paper.</param>
    /// <param name="parts">Its parts.</param>
    public ChoiceStrategy(string id, string version, string description, ChoicePrompting parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts.MaxTrials, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(parts.Votes, 1);
        if (parts.Protocol.Continuation is not null && (parts.Votes > 1 || parts.PermuteOptions))
        {
            throw new ArgumentException($"The protocol '{parts.Protocol.Id}' compares likelihoods, which are the same at every vote. Set Votes to 1 and PermuteOptions to false.", nameof(parts));
        }

        if (parts.Refinement is not null && (parts.Protocol.Continuation is not null || parts.PermuteOptions))
        {
            throw new ArgumentException($"The protocol '{parts.Protocol.Id}' shows earlier reasonings, which name options by their place. Set PermuteOptions to false and let the model write.", nameof(parts));
        }

        this.parts = parts;
        Info = new StrategyInfo
        {
            Id = id,
            Version = version,
            Description = description,
            Parameters = Describe(parts),
            UsesExemplars = parts.Exemplars is not null,
            UsesEmbeddings = parts.Exemplars?.UsesEmbeddings ?? false,
            RequiredCapabilities = parts.Protocol.Continuation is not null ? parts.Protocol.IsCompletion ? ModelCapabilities.LogLikelihood : ModelCapabilities.ChatLogLikelihood
                : parts.Protocol.IsCompletion ? ModelCapabilities.Completion
                : ModelCapabilities.None,
        };
    }

    /// <inheritdoc />
    public StrategyInfo Info { get; }

    /// <inheritdoc />
    public async Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
    {
        if (FindObstacle(parts.Protocol, input, models) is { } obstacle)
        {
            return InputObstacle.Describe(obstacle);
        }

        var exemplars = parts.Exemplars is null ? [] : await SelectExemplarsAsync(parts.Exemplars, input, models, cancellationToken).ConfigureAwait(false);
        if (parts.Protocol.Continuation is not null)
        {
            return await new LikelihoodComparison(parts, input, exemplars, models).PredictAsync(Note(input, exemplars, models), cancellationToken).ConfigureAwait(false);
        }

        var reasonings = parts.Refinement is { } refinement ? await new ReasoningDraws(parts, input, exemplars, models).DrawAsync(refinement.Reasonings, cancellationToken).ConfigureAwait(false) : [];
        var casts = new Task<CastVote>[parts.Votes];
        for (var vote = 0; vote < casts.Length; vote++)
        {
            casts[vote] = new ChoiceVote(parts, input, exemplars, models, vote) { Reasonings = reasonings }.CastAsync(cancellationToken);
        }

        CastVote[] votes = casts.Length == 1 ? [await casts[0].ConfigureAwait(false)] : await Task.WhenAll(casts).ConfigureAwait(false);
        return Conclude(input, votes, Note(input, exemplars, votes, models));
    }

    /// <summary>Finds what this strategy cannot show, so that nothing is answered blind.</summary>
    private static string? FindObstacle(PromptProtocol protocol, SampleInput input, IModelAccess models)
        => input.Options.Count == 0 ? "the question has no options"
            : protocol.OptionLabels is { Count: var labels } && input.Options.Count > labels ? "the question has more options than the protocol has labels"
            : (protocol.IsCompletion || protocol.Closing.Count == 0) && input.Media.Count > 0 ? "the question has media, for which a raw text has no place"
            : (protocol.IsCompletion || protocol.Continuation is not null) && input.Conversation.Count > 0 ? "the question has earlier turns, for which a raw text and a likelihood have no place"
            : InputObstacle.FindForQuestion(input, models);

    private async Task<IReadOnlyList<ShownExemplar>> SelectExemplarsAsync(IExemplarSelector selector, SampleInput input, IModelAccess models, CancellationToken cancellationToken)
    {
        var shown = new List<ShownExemplar>(parts.Shots);
        foreach (var exemplar in await selector.SelectAsync(input, models, cancellationToken).ConfigureAwait(false))
        {
            if (shown.Count == parts.Shots)
            {
                break;
            }

            var rationale = parts.Rationales is null ? null : await parts.Rationales.FindAsync(exemplar, models, cancellationToken).ConfigureAwait(false);
            if (parts.Rationales is null || rationale is not null)
            {
                shown.Add(new ShownExemplar(exemplar, rationale));
            }
        }

        if (parts.BestExemplarLast)
        {
            shown.Reverse();
        }

        return shown;
    }

    private Prediction Conclude(SampleInput input, CastVote[] votes, Dictionary<string, string> notes)
    {
        var labels = Array.ConvertAll(votes, vote => vote.Label);
        string[] options = [.. input.Options.Select(option => option.Label)];
        var result = votes.Length == 1 ? new VoteResult(labels[0], 1, false)
            : parts.VoteRule == VoteRule.LastDistinct ? MajorityVote.FindLastDistinct(labels)
            : MajorityVote.Count(labels, parts.TieRule, options);
        if (result.Winner is not { } winner)
        {
            var invalid = Array.Find(votes, vote => vote.Label is null)!;
            return new Unanswered(invalid.Outcome) { Reply = invalid.Reply, Notes = notes };
        }

        if (result.Tied)
        {
            notes["tie"] = "yes";
        }

        return new ChoicePrediction
        {
            Labels = [winner],
            Reply = Array.Find(votes, vote => vote.Label == winner)!.Reply,
            Confidence = votes.Length > 1 ? (double)result.Votes / votes.Length : parts.ReadsStatedConfidence ? StatedConfidence.Read(votes[0].Reply) : null,
            Probabilities = votes.Length > 1 ? OptionProbabilities.FromVotes(labels, options) : null,
            Notes = notes,
        };
    }

    private Dictionary<string, string> Note(SampleInput input, IReadOnlyList<ShownExemplar> exemplars, CastVote[] votes, IModelAccess models)
    {
        var notes = Note(input, exemplars, models);
        notes["rule"] = votes[0].Rule;
        if (votes.Length > 1)
        {
            notes["rule"] = string.Join(',', votes.Select(vote => vote.Rule).Distinct(StringComparer.Ordinal));
            notes["votes"] = string.Join(',', votes.Select(vote => vote.Label ?? "-"));
        }

        var trials = 0;
        foreach (var vote in votes)
        {
            trials += vote.Trials;
        }

        if (trials > votes.Length)
        {
            notes["trials"] = trials.ToString(CultureInfo.InvariantCulture);
        }

        return notes;
    }

    private Dictionary<string, string> Note(SampleInput input, IReadOnlyList<ShownExemplar> exemplars, IModelAccess models)
    {
        var notes = new Dictionary<string, string>(StringComparer.Ordinal);
        if (parts.Exemplars is not null && exemplars.Count < parts.Shots)
        {
            notes[ExemplarWarnings.Missing] = (parts.Shots - exemplars.Count).ToString(CultureInfo.InvariantCulture);
        }

        if (exemplars.Count > 0)
        {
            notes["exemplars"] = string.Join(',', exemplars.Select(shown => shown.Exemplar.Input.Id));
            var excluded = models.Exemplars.FindDuplicates(input);
            if (excluded.Count > 0)
            {
                notes["excluded-duplicates"] = string.Join(',', excluded.Select(i => models.Exemplars.Exemplars[i].Input.Id));
            }

            if (models.Exemplars.LacksSubjectOf(input))
            {
                notes[ExemplarWarnings.WithoutSubject] = input.Subject!;
            }
        }

        return notes;
    }

    private static Dictionary<string, string> Describe(ChoicePrompting parts)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["protocol"] = $"{parts.Protocol.Id}@{parts.Protocol.Version}",
            ["form"] = parts.Protocol.Form,
            ["reasoning"] = parts.Reasoning == ReasoningStyle.Direct ? "direct" : "chain-of-thought",
            ["shots"] = parts.Shots.ToString(CultureInfo.InvariantCulture),
            ["extractor"] = parts.Extractor.Id,
            ["max-trials"] = parts.MaxTrials.ToString(CultureInfo.InvariantCulture),
            ["votes"] = parts.Votes.ToString(CultureInfo.InvariantCulture),
            ["permute-options"] = parts.PermuteOptions ? "yes" : "no",
            ["tie-rule"] = parts.TieRule.ToString(),
            ["exemplar-order"] = parts.BestExemplarLast ? "best-last" : "best-first",
        };
        if (parts.Protocol.Continuation is not null)
        {
            parameters["likelihood"] = parts.Normalization.ToString();
        }

        if (parts.Refinement is { } refinement)
        {
            parameters["refinement"] = $"{refinement.Protocol.Id}@{refinement.Protocol.Version}";
            parameters["reasonings"] = refinement.Reasonings.ToString(CultureInfo.InvariantCulture);
        }

        if (parts.VoteRule != VoteRule.Plurality)
        {
            parameters["vote-rule"] = parts.VoteRule.ToString();
        }

        if (parts.Deviation is { } deviation)
        {
            parameters["deviates"] = deviation;
        }

        if (parts.Compat.Count > 0)
        {
            parameters["compat"] = string.Join(", ", parts.Compat);
        }

        if (parts.ReadsStatedConfidence)
        {
            parameters["confidence"] = "stated";
        }

        foreach (var (name, value) in parts.ConclusionSampling?.Describe() ?? [])
        {
            parameters[$"conclusion-{name}"] = value;
        }

        foreach (var (name, value) in parts.Sampling.Describe().Concat(parts.Exemplars?.Parameters.AsEnumerable() ?? []).Concat(parts.Rationales?.Parameters.AsEnumerable() ?? []))
        {
            parameters[name] = value;
        }

        return parameters;
    }
}
