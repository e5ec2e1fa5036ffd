using System.Globalization;

namespace MedBench;

/// <summary>Reads how long an endpoint asks to wait.</summary>
internal static class RetryAfterHeader
{
    /// <summary>The three date forms of RFC 9110, section 5.6.7.</summary>
    private static readonly string[] DateForms = ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    /// <summary>Reads the wait from the headers.</summary>
    /// <param name="milliseconds">The value of <c>retry-after-ms</c>, which is finer and therefore wins.</param>
    /// <param name="value">The value of <c>Retry-After</c>: seconds or a date.</param>
    /// <param name="now">The present, from which a date is counted.</param>
    /// <returns>Zero for a date in the past; null for none, a negative number or what cannot be read.</returns>
    public static TimeSpan? Parse(string? milliseconds, string? value, DateTimeOffset now)
    {
        if (Number(milliseconds, TimeSpan.TicksPerMillisecond) is { } fine)
        {
            return fine;
        }

        if (Number(value, TimeSpan.TicksPerSecond) is { } coarse)
        {
            return coarse;
        }

        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;
        if (!DateTimeOffset.TryParseExact(value, DateForms, CultureInfo.InvariantCulture, Styles, out var date))
        {
            return null;
        }

        return date > now ? date - now : TimeSpan.Zero;
    }

    private static TimeSpan? Number(string? text, long unit)
    {
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            || !double.IsFinite(number))
        {
            return null;
        }

        var ticks = number * unit;
        return ticks >= long.MaxValue ? TimeSpan.MaxValue : new TimeSpan((long)ticks);
    }
}
