using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace MedBench.Running;

/// <summary>Collects the fingerprint of a plan and its data.</summary>
internal static class FingerprintBuilder
{
    public static RunFingerprint Build(EvaluationPlan plan, IReadOnlyList<PreparedBenchmark> benchmarks, string bank)
    {
        var print = new RunFingerprint();
        print.Add("sdk", typeof(FingerprintBuilder).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]);
        print.Add("seed", plan.Seed.ToString(CultureInfo.InvariantCulture));
        print.Add("epochs", plan.Epochs.ToString(CultureInfo.InvariantCulture));
        print.Add("limit", plan.Limit?.ToString(CultureInfo.InvariantCulture) ?? "all");
        print.Add("failure-budget", plan.FailureBudget.ToString(CultureInfo.InvariantCulture));
        print.Add("judge-card", plan.JudgeCard?.ToJson());
        print.Add("samples", benchmarks.Sum(benchmark => (long)benchmark.Count * benchmark.Strategies.Count * benchmark.Models.Count * plan.Epochs).ToString(CultureInfo.InvariantCulture));
        foreach (var selections in benchmarks.GroupBy(benchmark => benchmark.Selection.Benchmark.Card.Id, StringComparer.Ordinal).Select(group => group.ToList()))
        {
            selections.ForEach(selection => AddBenchmark(print, selection));
            AddRows(print, selections);
        }

        foreach (var model in plan.Models)
        {
            AddModel(print, $"models/{model.Info.Id}", model.Info);
        }

        foreach (var (role, model) in plan.Roles)
        {
            AddModel(print, $"roles/{role}", model.Info);
        }

        if (plan.Embeddings is not null || benchmarks.Any(benchmark => benchmark.Strategies.Any(strategy => strategy.Info.UsesEmbeddings)))
        {
            print.Add("embeddings", plan.Embeddings is null ? "built-in" : EmbeddingName.Of(plan.Embeddings));
        }

        if (benchmarks.Any(benchmark => benchmark.Exemplars is not null))
        {
            print.Add("exemplar-bank", bank);
        }

        return print;
    }

    /// <summary>Collects the prices of a plan's models; no part of the fingerprint, for they change no answer.</summary>
    public static IReadOnlyDictionary<string, ModelPrice> PricesOf(EvaluationPlan plan)
        => plan.Models.Select(model => KeyValuePair.Create($"models/{model.Info.Id}", model.Info.Price))
            .Concat(plan.Roles.Select(role => KeyValuePair.Create($"roles/{role.Key}", role.Value.Info.Price)))
            .Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal);

    /// <summary>Collects the ranges of scores by <c>BENCHMARK</c> for the headline and <c>BENCHMARK/SCORER</c>, of scorers that state one and are averaged; no part of the fingerprint, for they change no score.</summary>
    public static IReadOnlyDictionary<string, ScoreRange> RangesOf(IReadOnlyList<PreparedBenchmark> benchmarks)
        => benchmarks.DistinctBy(prepared => prepared.Selection.Benchmark.Card.Id).SelectMany(prepared => prepared.Selection.Scorers.Select((scorer, i) =>
                KeyValuePair.Create(RunManifest.RangePath(prepared.Selection.Benchmark.Card.Id, i == 0 ? null : scorer.Info.Id), scorer.Info.Aggregation == Aggregation.Mean ? scorer.Info.Range : null)))
            .Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!.Value, StringComparer.Ordinal);

    private static void AddBenchmark(RunFingerprint print, PreparedBenchmark prepared)
    {
        var card = prepared.Selection.Benchmark.Card;
        var path = $"benchmarks/{card.Id}";
        print.Add($"{path}/version", card.Version);
        print.Add($"{path}/split", prepared.Selection.SplitName);
        print.Add($"{path}/samples", prepared.SampleHash);
        print.Add($"{path}/count", prepared.Count.ToString(CultureInfo.InvariantCulture));
        print.Add($"{path}/pool", prepared.PoolHash);
        print.Add($"{path}/documents", prepared.DocumentHash);
        foreach (var file in prepared.Files)
        {
            print.Add($"{path}/files/{file.Split}/{file.Name}", file.Sha256);
        }

        print.Add($"{path}/metric", prepared.Selection.Benchmark.Scorers[0].Info.Metric);
        print.Add($"{path}/denominator", prepared.Selection.Benchmark.Scorers[0].Info.DenominatorPolicy);
        print.Add($"{path}/aggregation", prepared.Selection.Benchmark.Scorers[0].Info.Aggregation.ToString());
        foreach (var scorer in prepared.Selection.Scorers)
        {
            print.Add($"{path}/scorers/{scorer.Info.Id}/version", scorer.Info.Version);
            print.Add($"{path}/scorers/{scorer.Info.Id}/metric", scorer.Info.Metric);
            print.Add($"{path}/scorers/{scorer.Info.Id}/aggregation", scorer.Info.Aggregation.ToString());
            print.Add($"{path}/scorers/{scorer.Info.Id}", scorer.Info.Parameters);
        }

        foreach (var (role, client) in prepared.Roles)
        {
            AddModel(print, $"{path}/roles/{role}", client.Info);
        }

        foreach (var strategy in prepared.Strategies)
        {
            print.Add($"{path}/strategies/{strategy.Info.Id}/version", strategy.Info.Version);
            print.Add($"{path}/strategies/{strategy.Info.Id}", strategy.Info.Parameters);
        }
    }

    /// <summary>Adds what differs from row to row where a benchmark was selected several times or for some models only.</summary>
    private static void AddRows(RunFingerprint print, List<PreparedBenchmark> selections)
    {
        if (selections.TrueForAll(prepared => prepared.Selection.Models.Count == 0))
        {
            return;
        }

        var path = $"benchmarks/{selections[0].Selection.Benchmark.Card.Id}";
        if (selections.Count > 1)
        {
            print.Add($"{path}/samples", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(selections.Select(selection => selection.SampleHash))))));
        }

        foreach (var prepared in selections)
        {
            foreach (var (model, strategy) in prepared.Models.SelectMany(model => prepared.Strategies.Select(strategy => (model.Info.Id, strategy.Info.Id))))
            {
                print.Add(RunManifest.RowPath(prepared.Selection.Benchmark.Card.Id, model, strategy), prepared.Count.ToString(CultureInfo.InvariantCulture));
                print.Add($"{RunManifest.RowPath(prepared.Selection.Benchmark.Card.Id, model, strategy)}/samples", prepared.SampleHash);
            }
        }
    }

    private static void AddModel(RunFingerprint print, string path, ModelInfo info)
    {
        print.Add($"{path}/id", info.Id);
        print.Add($"{path}/provider", info.Provider);
        print.Add($"{path}/endpoint", info.Endpoint?.AbsoluteUri);
        print.Add($"{path}/revision", info.Revision);
        print.Add($"{path}/capabilities", info.Capabilities == ModelCapabilities.None ? null : info.Capabilities.ToString());
        print.Add($"{path}/context-tokens", info.ContextTokens?.ToString(CultureInfo.InvariantCulture));
        print.Add(path, info.Parameters);
    }
}
