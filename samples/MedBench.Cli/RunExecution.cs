namespace MedBench.Cli;

/// <summary>Carries a run out and shows what it does.</summary>
internal static class RunExecution
{
    public static async Task<int> RunAsync(RunArguments arguments, bool json, CancellationToken cancellationToken)
    {
        var plan = RunPlan.Create(arguments);
        using var progress = ProgressDisplay.Create();
        using var notices = new EndpointNotices(progress);
        var options = new RunOptions
        {
            Folder = arguments.Out,
            Concurrency = arguments.Concurrency,
            Progress = progress,
            ExemplarBankPath = arguments.ExemplarBank,
            ReplyCachePath = arguments.ReplyCache,
            AllowRestrictedData = arguments.AllowRestrictedData,
            About = arguments.ToAbout(),
        };
        RunSummary summary;
        try
        {
            summary = await new EvaluationRunner(loggerFactory: notices).EvaluateAsync(plan, options, cancellationToken);
        }
        finally
        {
            progress.Dispose();
            foreach (var client in new object?[] { plan.Embeddings }.Concat(plan.Models).Concat(plan.Roles.Values).OfType<IDisposable>())
            {
                client.Dispose();
            }
        }

        if (json)
        {
            Console.Out.Write(await File.ReadAllTextAsync(Path.Combine(arguments.Out, "summary.json"), CancellationToken.None));
        }
        else
        {
            SummaryTable.Write(Console.Out, summary);
        }

        if (summary.IsComplete)
        {
            return ExitCode.Done;
        }

        Console.Error.WriteLine($"Incomplete: {summary.Finished} of {summary.Total} samples, {summary.Failed} failed. {summary.Stopped ?? FirstError(arguments.Out)} Continue with: medbench resume {arguments.Out}");
        return ExitCode.Incomplete;
    }

    private static string FirstError(string folder)
        => File.ReadLines(Path.Combine(folder, "results.jsonl")).Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement)
            .Where(result => result.TryGetProperty("error", out _))
            .Select(result => $"First error, sample {result.GetProperty("id").GetString()}: {result.GetProperty("error").GetString()}")
            .FirstOrDefault() ?? "";
}
