using System.Globalization;

namespace MedBench.Benchmarks;

/// <summary>Evaluates an arithmetic expression in the syntax of Python, as some models leave one in place of a number.</summary>
/// <remarks>Knows <c>+ - * / // % **</c>, brackets and the functions that evaluation/run.py of MedCalc-Bench allows. Its depth and length are bounded: expressions come from models.</remarks>
internal ref struct Arithmetic
{
    private const int Longest = 2_000;
    private const int Deepest = 64;

    private readonly ReadOnlySpan<char> text;
    private int position;
    private int depth;
    private bool failed;

    private Arithmetic(ReadOnlySpan<char> text) => this.text = text;

    /// <summary>Evaluates an expression; false where it is none, divides by zero or has no finite value.</summary>
    public static bool TryEvaluate(string expression, out double value)
    {
        var parser = new Arithmetic(expression.AsSpan()[..Math.Min(expression.Length, Longest)]) { failed = expression.Length > Longest };
        value = parser.Sum();
        parser.SkipBlanks();
        return !parser.failed && parser.position == parser.text.Length && double.IsFinite(value);
    }

    private double Sum()
    {
        var value = Product();
        while (!failed)
        {
            if (Take("+"))
            {
                value += Product();
            }
            else if (Take("-"))
            {
                value -= Product();
            }
            else
            {
                break;
            }
        }

        return value;
    }

    private double Product()
    {
        var value = Signed();
        while (!failed)
        {
            if (Take("//"))
            {
                value = Math.Floor(Divide(value, Signed()));
            }
            else if (Take("/"))
            {
                value = Divide(value, Signed());
            }
            else if (Take("%"))
            {
                var divisor = Signed();
                value -= divisor * Math.Floor(Divide(value, divisor));
            }
            else if (!LooksAt("**") && Take("*"))
            {
                value *= Signed();
            }
            else
            {
                break;
            }
        }

        return value;
    }

    private double Signed()
    {
        if (++depth > Deepest)
        {
            failed = true;
        }

        var value = failed ? 0 : Take("-") ? -Signed() : Take("+") ? Signed() : Power();
        depth--;
        return value;
    }

    private double Power()
    {
        var value = Atom();
        return Take("**") ? Math.Pow(value, Signed()) : value;
    }

    private double Atom()
    {
        if (Take("("))
        {
            var value = Sum();
            failed |= !Take(")");
            return value;
        }

        SkipBlanks();
        var start = position;
        while (position < text.Length && (char.IsAsciiLetterOrDigit(text[position]) || text[position] is '.' or '_'))
        {
            position++;
        }

        var word = text[start..position];
        if (word.Length > 0 && (char.IsAsciiDigit(word[0]) || word[0] == '.'))
        {
            failed |= !double.TryParse(word, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number);
            return number;
        }

        return Take("(") ? Call(word.ToString()) : Fail();
    }

    private double Call(string function)
    {
        var arguments = new List<double> { Sum() };
        while (!failed && Take(","))
        {
            arguments.Add(Sum());
        }

        failed |= !Take(")");
        return failed ? 0 : (function.StartsWith("math.", StringComparison.Ordinal) ? function[5..] : function, arguments) switch
        {
            ("min", _) => arguments.Min(),
            ("max", _) => arguments.Max(),
            ("pow", [var value, var exponent]) => Math.Pow(value, exponent),
            ("round", [var value]) => Math.Round(value, MidpointRounding.ToEven),
            ("round", [var value, >= 0 and <= 15 and var digits]) => Math.Round(value, (int)digits, MidpointRounding.ToEven),
            ("abs", [var value]) => Math.Abs(value),
            ("int", [var value]) => Math.Truncate(value),
            ("float", [var value]) => value,
            ("sqrt", [>= 0 and var value]) => Math.Sqrt(value),
            ("exp", [var value]) => Math.Exp(value),
            ("log", [> 0 and var value]) => Math.Log(value),
            ("log10", [> 0 and var value]) => Math.Log10(value),
            ("floor", [var value]) => Math.Floor(value),
            ("ceil", [var value]) => Math.Ceiling(value),
            _ => Fail(),
        };
    }

    private double Divide(double value, double divisor) => divisor == 0 ? Fail() : value / divisor;

    private double Fail()
    {
        failed = true;
        return 0;
    }

    private bool LooksAt(string sign)
    {
        SkipBlanks();
        return text[position..].StartsWith(sign, StringComparison.Ordinal);
    }

    private bool Take(string sign)
    {
        var found = LooksAt(sign);
        position += found ? sign.Length : 0;
        return found;
    }

    private void SkipBlanks()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }
    }
}
