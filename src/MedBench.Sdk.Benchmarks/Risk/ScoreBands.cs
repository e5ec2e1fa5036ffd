namespace MedBench.Benchmarks;

/// <summary>Points by bands of a measurement.</summary>
internal static class ScoreBands
{
    /// <summary>Returns the points of the band that a value lies in; each band reaches up to where the next begins, so that no value falls between two.</summary>
    public static int Points(double value, params ReadOnlySpan<(double From, int Points)> bands)
    {
        var points = bands[0].Points;
        foreach (var band in bands[1..])
        {
            points = value >= band.From ? band.Points : points;
        }

        return points;
    }

    /// <summary>Returns the points of the band that a value lies in, ends included; 0 for a value between two bands.</summary>
    public static int PointsBetween(double value, params ReadOnlySpan<(double From, double To, int Points)> bands)
    {
        foreach (var band in bands)
        {
            if (value >= band.From && value <= band.To)
            {
                return band.Points;
            }
        }

        return 0;
    }
}
