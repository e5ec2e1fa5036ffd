using System.CommandLine;
using MedBench.Cli;
using MedBench.Cli.Commands;

Terminal.Protect();
using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The first Ctrl+C gives up the calls in flight and closes the journal; the second one is the system's.
    pressed.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
};

var root = new RootCommand("Evaluates language models on medical benchmarks.")
{
    ListCommand.Create(),
    DataCommand.Create(cancellation.Token),
    CardCommand.Create(),
    PromptCommand.Create(),
    RunCommand.Create(cancellation.Token),
    ResumeCommand.Create(cancellation.Token),
    ScoreCommand.Create(cancellation.Token),
    ReportCommand.Create(),
    CompareCommand.Create(),
    GateCommand.Create(),
    SubsetCommand.Create(),
    ReferencesCommand.Create(),
    BundleCommand.Create(),
    VerifyCommand.Create(),
    ReplayCommand.Create(cancellation.Token),
    TableCommand.Create(cancellation.Token),
    ImportCommand.Create(cancellation.Token),
    ExportCommand.Create(),
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

// The library's own handling of Ctrl+C would hold ours up and end the process after two seconds without a word.
var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
return await ErrorBoundary.RunAsync(() => parsed.InvokeAsync(configuration));
