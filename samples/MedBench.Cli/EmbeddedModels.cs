using MedBench.Benchmarks;

namespace MedBench.Cli;

/// <summary>Who answers within the process, without any model: the embedded reader, and clinical scores where a record has what they need.</summary>
internal static class EmbeddedModels
{
    /// <summary>Finds one by its id; the embedded reader where none is named.</summary>
    public static IModelClient Find(string? id) => All().FirstOrDefault(client => id is null || client.Info.Id == id)
        ?? throw new ArgumentException($"The model '{id}' needs an endpoint. Add --endpoint URL, or name one that needs none: {string.Join(", ", All().Select(client => client.Info.Id))}.");

    private static IEnumerable<IModelClient> All() =>
    [
        new LexicalReader(),
        .. TriageScoreClient.All,
        .. Enum.GetValues<TriageScore>().Select(score => new TriageScoreClient(score, asPublished: true)),
    ];
}
