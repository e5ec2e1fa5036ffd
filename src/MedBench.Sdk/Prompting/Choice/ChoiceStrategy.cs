using System.Globalization;

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
        this.parts = parts;
        Info = new StrategyInfo
        {
            Id = id,
            Version = version,
            Description = description,
            Parameters = Describe(parts),
            UsesExemplars = parts.Exemplars is not null,
            UsesEmbeddings = parts.Exemplars?.UsesEmbeddings ?? false,
        };
    }

    /// <inheritdoc />
    public StrategyInfo Info { get; }

    /// <inheritdoc />
    public async Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
    {
        if (input.Options.Count == 0)
        {
            return new Unanswered(Outcome.Unsupported) { Reply = "", Notes = new Dictionary<string, string> { ["unsupported"] = "the question has no options" } };
        }

        var exemplars = await SelectExemplarsAsync(input, models, cancellationToken).ConfigureAwait(false);
        var votes = await Task.WhenAll(Enumerable.Range(0, parts.Votes).Select(vote => new ChoiceVote(parts, input, exemplars, models, vote).CastAsync(cancellationToken))).ConfigureAwait(false);
        return Conclude(input, votes, Note(input, exemplars, votes, models));
    }

    private async Task<IReadOnlyList<ShownExemplar>> SelectExemplarsAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken)
    {
        if (parts.Exemplars is null)
        {
            return [];
        }

        var shown = new List<ShownExemplar>(parts.Shots);
        foreach (var exemplar in await parts.Exemplars.SelectAsync(input, models, cancellationToken).ConfigureAwait(false))
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

    private Prediction Conclude(SampleInput input, IReadOnlyList<CastVote> votes, SortedDictionary<string, string> notes)
    {
        var result = MajorityVote.Count([.. votes.Select(vote => vote.Label)], parts.TieRule, [.. input.Options.Select(option => option.Label)]);
        if (result.Winner is not { } winner)
        {
            return new Unanswered(votes[0].Outcome) { Reply = votes[0].Reply, Notes = notes };
        }

        if (result.Tied)
        {
            notes["tie"] = "yes";
        }

        return new ChoicePrediction
        {
            Labels = [winner],
            Reply = votes.First(vote => vote.Label == winner).Reply,
            Confidence = parts.Votes > 1 ? (double)result.Votes / votes.Count : null,
            Notes = notes,
        };
    }

    private SortedDictionary<string, string> Note(SampleInput input, IReadOnlyList<ShownExemplar> exemplars, IReadOnlyList<CastVote> votes, IModelAccess models)
    {
        var notes = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["rule"] = string.Join(',', votes.Select(vote => vote.Rule).Distinct(StringComparer.Ordinal)) };
        if (parts.Exemplars is not null)
        {
            notes["exemplars"] = string.Join(',', exemplars.Select(shown => shown.Exemplar.Input.Id));
            var excluded = models.Exemplars.FindDuplicates(input);
            if (excluded.Count > 0)
            {
                notes["excluded-duplicates"] = string.Join(',', excluded.Select(i => models.Exemplars.Exemplars[i].Input.Id));
            }
        }

        if (votes.Count > 1)
        {
            notes["votes"] = string.Join(',', votes.Select(vote => vote.Label ?? "-"));
        }

        var trials = votes.Sum(vote => vote.Trials);
        if (trials > votes.Count)
        {
            notes["trials"] = trials.ToString(CultureInfo.InvariantCulture);
        }

        return notes;
    }

    private static SortedDictionary<string, string> Describe(ChoicePrompting parts)
    {
        var parameters = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["protocol"] = $"{parts.Protocol.Id}@{parts.Protocol.Version}",
            ["reasoning"] = parts.Reasoning == ReasoningStyle.Direct ? "direct" : "chain-of-thought",
            ["shots"] = parts.Shots.ToString(CultureInfo.InvariantCulture),
            ["extractor"] = parts.Extractor.Id,
            ["max-trials"] = parts.MaxTrials.ToString(CultureInfo.InvariantCulture),
            ["votes"] = parts.Votes.ToString(CultureInfo.InvariantCulture),
            ["permute-options"] = parts.PermuteOptions ? "yes" : "no",
            ["tie-rule"] = parts.TieRule.ToString(),
            ["exemplar-order"] = parts.BestExemplarLast ? "best-last" : "best-first",
        };
        foreach (var (name, value) in parts.Sampling.Describe().Concat(parts.Exemplars?.Parameters.AsEnumerable() ?? []).Concat(parts.Rationales?.Parameters.AsEnumerable() ?? []))
        {
            parameters[name] = value;
        }

        return parameters;
    }
}
