#pragma warning disable
using Microsoft.Extensions.AI;
namespace MedBench;
public sealed record ResilienceOptions { }
internal sealed class ResilientModelClient(IModelClient inner, ResilienceOptions options, TimeProvider time, long seed) : IModelClient { public ModelInfo Info => inner.Info; public Task<ChatResponse> CompleteAsync(ModelRequest r, CancellationToken c = default) => inner.CompleteAsync(r, c); public T? GetCapability<T>() where T : class => inner.GetCapability<T>(); }
public sealed class HashedTfIdfEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>> { public static HashedTfIdfEmbeddingGenerator Default { get; } = new(); public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> v, EmbeddingGenerationOptions? o = null, CancellationToken c = default) => throw new NotImplementedException(); public object? GetService(Type t, object? k = null) => null; public void Dispose() { } }
public sealed class ExemplarPool(IReadOnlyList<Exemplar> e, IEmbeddingGenerator<string, Embedding<float>> g) : IExemplarPool { public IReadOnlyList<Exemplar> Exemplars => e; public IReadOnlyList<int> FindDuplicates(SampleInput i) => []; public Task<IReadOnlyList<int>> FindNearestAsync(SampleInput i, int c, CancellationToken t = default) => Task.FromResult<IReadOnlyList<int>>([]); }
public static class DatasetSource { public static IDatasetSource None { get; } = new N(); private sealed class N : IDatasetSource { public string Location => "nowhere"; public DatasetFile? Find(string s, IReadOnlyList<string> p) => null; } }
internal sealed class HashingDatasetSource(IDatasetSource inner) : IDatasetSource { public string Location => inner.Location; public DatasetFile? Find(string s, IReadOnlyList<string> p) => inner.Find(s, p); public IReadOnlyList<MedBench.Running.DatasetFileHash> Files => []; }
[AttributeUsage(AttributeTargets.All)] public sealed class DiscoverableAttribute : Attribute;
