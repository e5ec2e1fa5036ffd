using System.CommandLine;

namespace MedBench.Cli.Commands;

/// <summary><c>medbench resume</c>.</summary>
internal static class ResumeCommand
{
    public static Command Create(CancellationToken cancellationToken)
    {
        Argument<string> folder = new("folder") { Description = "The run folder." };
        Option<bool> json = new("--json") { Description = "Write the summary as JSON to standard output." };
        var command = new Command("resume", "Continues a run with the arguments it was begun with.") { folder, json };
        command.SetAction((parsed, _) =>
        {
            var path = parsed.GetRequiredValue(folder);
            return RunExecution.RunAsync(RunArguments.FromAbout(RunReader.ReadAbout(path), path), parsed.GetValue(json), cancellationToken);
        });
        return command;
    }
}
