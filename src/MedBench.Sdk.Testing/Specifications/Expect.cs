using System.Globalization;
using NUnit.Framework;

namespace MedBench.Testing;

/// <summary>What several specifications demand alike.</summary>
internal static class Expect
{
    /// <summary>Demands an id in kebab case: lower-case letters and digits in groups joined by single hyphens.</summary>
    public static void KebabCase(string id, string what) => Assert.That(
        id.Length > 0 && id.Split('-').All(part => part.Length > 0 && part.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character))),
        $"The {what} '{id}' is not kebab-case: use lower-case letters and digits joined by single hyphens.");

    /// <summary>Demands a text that says something.</summary>
    public static void Text(string? text, string what) => Assert.That(!string.IsNullOrWhiteSpace(text), $"The {what} is blank.");

    /// <summary>Demands parameters with names and values.</summary>
    public static void Parameters(IReadOnlyDictionary<string, string> parameters, string what)
        => Assert.That(parameters.All(parameter => !string.IsNullOrWhiteSpace(parameter.Key) && parameter.Value is not null), $"A parameter of the {what} has no name or value.");

    /// <summary>Runs code as a user whose language writes numbers otherwise.</summary>
    public static async Task<T> InForeignCulture<T>(Func<Task<T>> run)
    {
        var before = CultureInfo.CurrentCulture;
        var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        foreign.NumberFormat.NumberDecimalSeparator = ",";
        foreign.NumberFormat.NegativeSign = "\u2212";
        foreign.NumberFormat.PercentDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = foreign;
            return await run().ConfigureAwait(false);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>Demands that cancelled work ends with the caller's cancellation and nothing else.</summary>
    public static async Task Cancelled(Func<CancellationToken, Task> run, string what)
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync().ConfigureAwait(false);
        Exception? error = null;
        try
        {
            await run(source.Token).ConfigureAwait(false);
        }
        catch (Exception thrown)
        {
            error = thrown;
        }

        Assert.That(error, Is.InstanceOf<OperationCanceledException>(), $"{what} does not end with OperationCanceledException when the caller has cancelled.");
    }
}
