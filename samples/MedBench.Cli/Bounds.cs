using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace MedBench.Cli;

/// <summary>Refuses numbers that no run can use before anything is read or sent.</summary>
internal static class Bounds
{
    public static void Set<T>(Option<T?> option, int least, int? most = null)
        where T : struct, INumber<T>
        => Check<T>(option, least, most);

    public static void Set<T>(Option<T> option, int least, int? most = null)
        where T : struct, INumber<T>
        => Check<T>(option, least, most);

    private static void Check<T>(Option option, int least, int? most)
        where T : struct, INumber<T>
        => option.Validators.Add(result =>
        {
            // What does not read as a number has its own message; NaN, neither below nor above anything, is refused here.
            if (result.Tokens is [var token] && T.TryParse(token.Value, CultureInfo.InvariantCulture, out var number)
                && !(number >= T.CreateChecked(least) && number <= (most is { } last ? T.CreateChecked(last) : number) && T.IsFinite(number)))
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} is {token.Value}. Give {(most is null ? $"at least {least}" : $"from {least} to {most}")}."));
            }
        });
}
