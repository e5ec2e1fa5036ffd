#pragma warning disable
using Microsoft.Extensions.AI;
namespace MedBench;
public sealed record ResilienceOptions { }
internal sealed class ResilientModelClient(IModelClient inner, ResilienceOptions options, TimeProvider time, long seed) : IModelClient { public ModelInfo Info => inner.Info; public Task<ChatResponse> CompleteAsync(ModelRequest r, CancellationToken c = default) => inner.CompleteAsync(r, c); public T? GetCapability<T>() where T : class => inner.GetCapability<T>(); }
public static class TempAdapters { public static IModelClient AsModelClient(this IChatClient c, ModelInfo? i = null) => throw new NotImplementedException(); }
