using System.CommandLine;
using MedBench.Cli;
using MedBench.Cli.Commands;

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The first Ctrl+C lets calls in flight end and closes the journal; the second one is the system's.
    pressed.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
};

var root = new RootCommand("Evaluates language models on medical benchmarks.")
{
    ListCommand.Create(),
    RunCommand.Create(cancellation.Token),
    ResumeCommand.Create(cancellation.Token),
    ScoreCommand.Create(),
    ReportCommand.Create(),
    CompareCommand.Create(),
};
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
    {
        Console.Error.WriteLine(error.Message);
    }

    Console.Error.WriteLine("See 'medbench --help', or 'medbench COMMAND --help'.");
    return ExitCode.BadInput;
}

return await ErrorBoundary.RunAsync(() => parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
