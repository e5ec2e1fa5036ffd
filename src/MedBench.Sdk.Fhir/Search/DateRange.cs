using System.Globalization;

namespace MedBench.Fhir;

/// <summary>The time that a FHIR date, dateTime or instant covers: a year, a month, a day, a second, in ticks of UTC; the end is exclusive.</summary>
/// <remarks>A time without a zone counts as UTC.</remarks>
internal readonly record struct DateRange(long From, long To)
{
    public static DateRange? Parse(string text)
    {
        // An unescaped plus sign of a zone arrives as a blank.
        var value = text.Length > 19 && text.Contains('T', StringComparison.Ordinal) ? text.Replace(' ', '+') : text;
        return value.Length switch
        {
            4 => At(value + "-01-01", static day => day.AddYears(1)),
            7 => At(value + "-01", static day => day.AddMonths(1)),
            10 => At(value, static day => day.AddDays(1)),
            _ => Moment(value),
        };
    }

    private static DateRange? At(string text, Func<DateTime, DateTime> next)
        => DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start) && start.Year < 9999 ? new DateRange(start.Ticks, next(start).Ticks) : null;

    private static DateRange? Moment(string text)
    {
        if (text.Length < 16 || text[10] != 'T' || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return null;
        }

        var time = text.AsSpan(11);
        var zone = time.IndexOfAny("Z+-");
        var digits = zone < 0 ? time : time[..zone];
        var length = digits.Length <= 5 ? TimeSpan.TicksPerMinute : digits.Contains('.') ? TimeSpan.TicksPerMillisecond : TimeSpan.TicksPerSecond;
        return new DateRange(moment.UtcTicks, moment.UtcTicks + length);
    }
}
