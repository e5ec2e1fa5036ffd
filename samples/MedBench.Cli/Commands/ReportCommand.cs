using System.CommandLine;

namespace MedBench.Cli.Commands;

/// <summary><c>medbench report</c>.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        Argument<string> folder = new("folder") { Description = "The run folder, of a finished or an interrupted run." };
        var command = new Command("report", "Prints a run's table and writes its reports again, as Markdown and as HTML.") { folder };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(folder);
            var summary = RunReader.ReadSummary(path);
            SummaryTable.Write(Console.Out, summary);
            Console.WriteLine($"report: {RunReader.WriteReport(path)}");
            Console.WriteLine($"report: {HtmlReport.Write(path)}");
            return summary.IsComplete ? ExitCode.Done : ExitCode.Incomplete;
        });
        return command;
    }
}
