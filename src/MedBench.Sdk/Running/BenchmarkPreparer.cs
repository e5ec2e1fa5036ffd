using System.Globalization;

namespace MedBench.Running;

/// <summary>Reads a benchmark's data from end to end before the first call, so that bad input stops a run before it costs anything.</summary>
internal static class BenchmarkPreparer
{
    public static async Task<PreparedBenchmark> PrepareAsync(EvaluationPlan plan, BenchmarkSelection selection, CancellationToken cancellationToken)
    {
        var card = selection.Benchmark.Card;
        var strategies = plan.StrategiesFor(selection);
        var usesExemplars = strategies.Any(strategy => strategy.Info.UsesExemplars);
        var source = new HashingDatasetSource(await DatasetSource.PrepareAsync(selection, usesExemplars, cancellationToken).ConfigureAwait(false));
        var ids = new HashSet<ulong>();
        using var hash = new SampleHash();
        var (count, number) = (0, 0);
        await foreach (var sample in selection.Benchmark.LoadAsync(selection.SplitName, source, cancellationToken).ConfigureAwait(false))
        {
            number++;
            if (!ids.Add(StableKey.Of(sample.Input.Id, 0)) && await FindAsync(selection, source, sample.Input.Id, cancellationToken).ConfigureAwait(false) is var first && first < number)
            {
                throw new DatasetException($"samples {first} and {number} of the split '{selection.SplitName}' have the same id '{sample.Input.Id}'", "Give every sample its own id", card.Id);
            }

            if (count >= plan.Limit)
            {
                continue; // A record beyond the limit is checked all the same.
            }

            count++;
            hash.Add(sample);
        }

        if (count == 0)
        {
            throw new DatasetException($"the split '{selection.SplitName}' holds no sample", "Check that the file is the right one and not empty", card.Id);
        }

        var (exemplars, poolHash) = usesExemplars
            ? await LoadExemplarsAsync(selection.Benchmark, source, strategies, cancellationToken).ConfigureAwait(false)
            : (null, null);
        if (selection.SplitName != card.EvaluationSplit.Name && exemplars?.FirstOrDefault(exemplar => ids.Contains(StableKey.Of(exemplar.Input.Id, 0))) is { } shared)
        {
            throw new DatasetException($"the pool holds the question '{shared.Input.Id}', which the split '{selection.SplitName}' evaluates", "Name a file of other questions as pool (--data pool=FILE), or choose a strategy without exemplars", card.Id);
        }

        var (documents, documentHash) = strategies.Any(strategy => strategy.Info.UsesDocuments)
            ? await CountDocumentsAsync(selection.Benchmark, source, cancellationToken).ConfigureAwait(false)
            : (0, null);
        var roles = await SuppliedRoles.CreateAsync(plan, selection, source, cancellationToken).ConfigureAwait(false);
        return new PreparedBenchmark
        {
            Roles = roles,
            Selection = selection,
            Source = source,
            Strategies = strategies,
            Models = selection.Models.Count > 0 ? selection.Models : plan.Models,
            Count = count,
            SampleHash = hash.Finish(),
            Files = source.Files,
            Exemplars = exemplars,
            PoolHash = poolHash,
            DocumentCount = documents,
            DocumentHash = documentHash,
        };
    }

    /// <summary>Finds the number of the first sample with an id, by reading the data again: eight bytes an id are all that is kept.</summary>
    private static async Task<int> FindAsync(BenchmarkSelection selection, IDatasetSource source, string id, CancellationToken cancellationToken)
    {
        var number = 1;
        await foreach (var sample in selection.Benchmark.LoadAsync(selection.SplitName, source, cancellationToken).ConfigureAwait(false))
        {
            if (sample.Input.Id == id)
            {
                break;
            }

            number++;
        }

        return number;
    }

    /// <summary>Reads the documents once from end to end; a corpus reads them again when it is first searched, so that no more of them are in memory than are searched.</summary>
    internal static async Task<(int Count, string Hash)> CountDocumentsAsync(IBenchmark benchmark, IDatasetSource source, CancellationToken cancellationToken)
    {
        var texts = new Dictionary<string, ulong>(StringComparer.Ordinal);
        using var hash = new SampleHash();
        await foreach (var document in benchmark.LoadDocumentsAsync(source, cancellationToken).ConfigureAwait(false))
        {
            var content = StableHash.Combine(StableHash.Of(document.Text), StableHash.Of(document.Title ?? "", 1));
            if (texts.TryAdd(document.Id, content))
            {
                hash.Add(document);
            }
            else if (texts[document.Id] != content)
            {
                throw new DatasetException($"two documents have the same id '{document.Id}' and differ", "Give every document its own id", benchmark.Card.Id);
            }
        }

        return texts.Count > 0
            ? (texts.Count, hash.Finish())
            : throw new DatasetException("the strategy searches documents and the benchmark has no collection of them here", "Put the benchmark's documents beside its questions, or choose a strategy that searches none", benchmark.Card.Id);
    }

    internal static async Task<(IReadOnlyList<Exemplar> Exemplars, string Hash)> LoadExemplarsAsync(IBenchmark benchmark, IDatasetSource source, IEnumerable<IPromptStrategy> strategies, CancellationToken cancellationToken)
    {
        var exemplars = new List<Exemplar>();
        using var hash = new SampleHash();
        await foreach (var exemplar in benchmark.LoadExemplarsAsync(source, cancellationToken).ConfigureAwait(false))
        {
            hash.Add(exemplar);
            exemplars.Add(exemplar);
        }

        if (exemplars.Count == 0)
        {
            throw new DatasetException("the strategy shows worked examples and the benchmark has no pool of them here", "Name a file of questions as pool (--data pool=FILE), or choose a strategy without exemplars", benchmark.Card.Id);
        }

        return strategies.FirstOrDefault(strategy => ShotsOf(strategy) > exemplars.Count) is { } strategy
            ? throw new DatasetException(FormattableString.Invariant($"the strategy '{strategy.Info.Id}' shows {ShotsOf(strategy)} worked examples and the pool has {exemplars.Count}"), FormattableString.Invariant($"Name a file of at least {ShotsOf(strategy)} questions as pool (--data pool=FILE), or ask for at most {exemplars.Count} (--shots {exemplars.Count})"), benchmark.Card.Id)
            : (exemplars, hash.Finish());
    }

    private static int ShotsOf(IPromptStrategy strategy)
        => strategy.Info.UsesExemplars && int.TryParse(strategy.Info.Parameters.GetValueOrDefault("shots"), NumberStyles.None, CultureInfo.InvariantCulture, out var shots) ? shots : 0;
}
