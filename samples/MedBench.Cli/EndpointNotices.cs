using System.Globalization;
using Microsoft.Extensions.Logging;

namespace MedBench.Cli;

/// <summary>Says on standard error that an endpoint does not answer, while nothing else moves: a run that waits is not to look like one that hangs.</summary>
/// <param name="display">The progress that shows otherwise how the run fares.</param>
internal sealed class EndpointNotices(ProgressDisplay display) : ILoggerFactory, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("These notices have one reader, the person who waits.");

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (state is not IReadOnlyList<KeyValuePair<string, object?>> values)
        {
            return;
        }

        if (Find(values, "Attempt") is int attempt && Find(values, "Delay") is TimeSpan delay)
        {
            var status = Find(values, "Status") is int number ? string.Create(CultureInfo.InvariantCulture, $" {number}") : "";
            display.Notice(string.Create(CultureInfo.InvariantCulture, $"{Find(values, "Model")} does not answer ({Find(values, "Reason")}{status}, attempt {attempt}); asked again in {delay.TotalSeconds:F1} s. Ctrl+C stops; the run can be continued."));
        }
    }

    public void Dispose()
    {
    }

    private static object? Find(IReadOnlyList<KeyValuePair<string, object?>> values, string name)
        => values.FirstOrDefault(value => value.Key == name).Value;
}
