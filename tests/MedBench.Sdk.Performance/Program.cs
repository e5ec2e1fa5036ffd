// Measures the engine against a raw HttpClient loop, each in a process of its own, in turn, on the same loopback server.
// dotnet run -c Release --project tests/MedBench.Sdk.Performance [-- ROUNDS]
using MedBench.Performance;

return args switch
{
    ["serve", var port] => await Server.RunAsync(int.Parse(port, null)),
    ["raw", var workload, var url, var concurrency, var output] => await RawLoop.RunAsync(workload, url, int.Parse(concurrency, null), output),
    ["sdk", var workload, var url, var concurrency, var output] => await SdkLoop.RunAsync(workload, url, int.Parse(concurrency, null), output),
    ["kernels"] => Kernels.Run(),
    [] => await Suite.RunAsync(rounds: 5),
    [var rounds] => await Suite.RunAsync(int.Parse(rounds, null)),
    _ => throw new ArgumentException("Call without arguments, or with the number of rounds."),
};
