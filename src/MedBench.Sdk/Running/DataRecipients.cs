using Microsoft.Extensions.AI;

namespace MedBench.Running;

/// <summary>Knows who receives the records of a run.</summary>
internal static class DataRecipients
{
    /// <summary>Finds a recipient beyond this machine, in words for an error; null where there is none. Whoever does not say where it runs counts as remote.</summary>
    public static string? FindRemote(EvaluationPlan plan)
        => FindRemote(plan.Models.Concat(plan.Roles.Values)) is { } remote ? remote
            : FindRemote(plan.Embeddings);

    /// <summary>Says in words for an error where an embedding generator is that is beyond this machine; null where it is on it, or built in.</summary>
    public static string? FindRemote(IEmbeddingGenerator? generator)
        => generator is not (null or HashedTfIdfEmbeddingGenerator) && AddressOf(generator) is not { IsLoopback: true } ? $"the embedding generator {generator.GetType().Name} {Place(AddressOf(generator))}" : null;

    /// <summary>Finds the first of some clients that is beyond this machine, in words for an error; null where there is none.</summary>
    public static string? FindRemote(IEnumerable<IModelClient> models)
        => models.FirstOrDefault(model => !model.Info.IsLocal) is { } remote ? $"the model '{remote.Info.Id}' {Place(remote.Info.Endpoint)}" : null;

    private static Uri? AddressOf(IEmbeddingGenerator generator) => (generator.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata)?.ProviderUri;

    private static string Place(Uri? address)
        => address is null ? "(which does not say that it runs on this machine)" : $"at {(address.IsAbsoluteUri ? $"{address.Scheme}://{address.Authority}{address.AbsolutePath}" : address)}";
}
