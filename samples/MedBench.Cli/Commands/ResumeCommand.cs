using System.CommandLine;

namespace MedBench.Cli.Commands;

/// <summary><c>medbench resume</c>.</summary>
internal static class ResumeCommand
{
    public static Command Create(CancellationToken cancellationToken)
    {
        Argument<string> folder = new("folder") { Description = "The run folder." };
        Option<long?> calls = new("--max-calls") { Description = "Stop after this many model calls of this session; as the run was begun by default.", HelpName = "N" };
        Option<bool> json = new("--json") { Description = "Write the summary as JSON to standard output." };
        var command = new Command("resume", "Continues a run with the arguments it was begun with.") { folder, calls, json };
        Bounds.Set(calls, 1);
        command.SetAction((parsed, _) =>
        {
            var path = parsed.GetRequiredValue(folder);
            var begun = RunArguments.FromAbout(RunReader.ReadAbout(path), path);
            return RunExecution.RunAsync(begun with { MaxCalls = parsed.GetValue(calls) ?? begun.MaxCalls }, parsed.GetValue(json), cancellationToken);
        });
        return command;
    }
}
