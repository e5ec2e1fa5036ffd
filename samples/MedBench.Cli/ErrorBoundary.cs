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
        catch (Exception exception) when (exception is PlanException or DatasetException or RunConflictException or InvalidDataException or ArgumentException or InvalidOperationException or IOException or UnauthorizedAccessException or ModelException or KeyNotFoundException or PlatformNotSupportedException)
        {
            return Say(Describe(exception), ExitCode.BadInput);
        }
    }

    /// <summary>Leaves out the name of a C# parameter, which says nothing to who calls a command.</summary>
    private static string Describe(Exception exception) => exception is ArgumentException { ParamName: { } name }
        ? exception.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
        : exception.Message;

    private static int Say(string message, int code)
    {
        Console.Error.WriteLine(message);
        return code;
    }
}
