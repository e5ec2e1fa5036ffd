using MedBench.Benchmarks;

namespace MedBench.Performance;

/// <summary>The engine with everything on: journal, fingerprint, resilience, scoring, progress.</summary>
internal static class SdkLoop
{
    public static async Task<int> RunAsync(string workload, string url, int concurrency, string output)
    {
        using var client = new OpenAICompatibleClient(new OpenAICompatibleOptions { Endpoint = new Uri(url), Model = "stub", MaxConnections = concurrency });
        var plan = new EvaluationPlan
        {
            Benchmarks = [new BenchmarkSelection(new JsonlMcq(), DatasetSource.Files([new("test", workload)]))],
            Strategies = [OpenMedLm.ZeroShot()],
            Models = [client],
        };
        var summary = await new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = output, Concurrency = concurrency, Progress = new Silent() });
        return Measurement.Print(summary.Cells[0].Samples);
    }

    private sealed class Silent : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
        }
    }
}
