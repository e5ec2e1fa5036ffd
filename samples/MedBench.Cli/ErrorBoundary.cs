namespace MedBench.Cli;

/// <summary>Turns the errors a user can cause or mend into one line and an exit code.</summary>
internal static class ErrorBoundary
{
    public static async Task<int> RunAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (OperationCanceledException)
        {
            return Say("Cancelled. Every finished sample is safe; run the same command again to continue.", ExitCode.Cancelled);
        }
        catch (RunStoppedException exception)
        {
            return Say(exception.Message, ExitCode.Incomplete);
        }
        catch (Exception exception) when (exception is PlanException or DatasetException or RunConflictException or InvalidDataException or ArgumentException or InvalidOperationException or IOException or UnauthorizedAccessException or ModelException or KeyNotFoundException)
        {
            return Say(exception.Message, ExitCode.BadInput);
        }
    }

    private static int Say(string message, int code)
    {
        Console.Error.WriteLine(Terminal.Strip(message));
        return code;
    }
}
