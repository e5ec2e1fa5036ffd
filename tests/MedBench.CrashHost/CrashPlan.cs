using Microsoft.Extensions.AI;

namespace MedBench.Chaos;

/// <summary>The plans that the proofs run, interrupted and not.</summary>
internal static class CrashPlan
{
    /// <summary>Samples in work at once; each has up to five calls under way.</summary>
    public const int Concurrency = 4;

    public static EvaluationPlan Create(IModelClient model, int samples = 8) => new()
    {
        Benchmarks = [new BenchmarkSelection(new NumberedQuestions(samples))],
        Models = [model],
        Strategies = [OpenMedLm.ZeroShot(), OpenMedLm.Ensemble()],
    };

    public static RunOptions Options(string folder, int concurrency = Concurrency) => new() { Folder = folder, Concurrency = concurrency };

    /// <summary>Many samples of about a kilobyte, answered at once.</summary>
    public static EvaluationPlan Synthetic(int samples) => new()
    {
        Benchmarks = [new BenchmarkSelection(new NumberedQuestions(samples, new string('x', 700)))],
        Models = [new InstantModel()],
        Strategies = [OpenMedLm.ZeroShot()],
    };

    private sealed class InstantModel : IModelClient
    {
        public ModelInfo Info { get; } = new() { Id = "instant" };

        public Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default)
            => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "The answer is B")) { FinishReason = ChatFinishReason.Stop });
    }
}
