namespace MedBench;

/// <summary>Logarithm and exponential from IEEE additions, multiplications and divisions alone.</summary>
/// <remarks>
/// Platforms' own libraries differ in the last bit, which is enough to swap two neighbours; these are the same on every
/// machine, to within about two units in the last place of the true value.
/// </remarks>
internal static class PortableMath
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    /// <summary>Returns the natural logarithm of a positive normal number.</summary>
    internal static double Log(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (mantissa > 1.4142135623730951)
        {
            mantissa *= 0.5;
            exponent++;
        }

        var s = (mantissa - 1) / (mantissa + 1);
        var square = s * s;
        var series = 0.0;
        for (var power = 23; power >= 3; power -= 2)
        {
            series = (series + (1.0 / power)) * square;
        }

        return (exponent * Ln2High) + ((exponent * Ln2Low) + (2 * s) + (2 * s * series));
    }

    /// <summary>Returns e to a power from -700 to 700; below that 0.</summary>
    internal static double Exp(double value)
    {
        if (value < -700)
        {
            return 0;
        }

        var exponent = Math.Round(value * 1.4426950408889634);
        var rest = value - (exponent * Ln2High) - (exponent * Ln2Low);
        var series = 1.0;
        for (var term = 14; term >= 1; term--)
        {
            series = 1 + (series * rest / term);
        }

        return Math.ScaleB(series, (int)exponent);
    }
}
