using System.Text;

namespace MedBench.Benchmarks;

/// <summary>Reads one Python dictionary of plain string literals, <c>Name = {"key": '''text'''}</c>, without executing anything.</summary>
/// <remarks>Prefixes, joined literals and escapes other than of a backslash, a quote, a line's end, a tab or a return are refused, not guessed.</remarks>
internal ref struct PythonTexts
{
    private readonly ReadOnlySpan<char> source;
    private int position;

    private PythonTexts(ReadOnlySpan<char> source) => this.source = source;

    /// <summary>Reads the texts by key.</summary>
    /// <param name="source">The file, its lines ended by <c>\n</c>.</param>
    /// <param name="line">The line up to which it could be read, from 1.</param>
    /// <returns>The texts; null where the source is anything else.</returns>
    public static Dictionary<string, string>? Read(ReadOnlySpan<char> source, out int line)
    {
        var reader = new PythonTexts(source);
        var texts = reader.ReadDictionary();
        line = source[..reader.position].Count('\n') + 1;
        return texts;
    }

    private Dictionary<string, string>? ReadDictionary()
    {
        SkipBlank();
        while (position < source.Length && (char.IsAsciiLetterOrDigit(source[position]) || source[position] == '_'))
        {
            position++;
        }

        if (!Take("=") || !Take("{"))
        {
            return null;
        }

        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        while (!Take("}"))
        {
            if (ReadText() is not { } key || !Take(":") || ReadText() is not { } text)
            {
                return null;
            }

            texts[key] = text;
            if (!Take(","))
            {
                return Take("}") && IsAtEnd() ? texts : null;
            }
        }

        return IsAtEnd() ? texts : null;
    }

    private string? ReadText()
    {
        var quote = Take("'''") ? "'''" : Take("\"\"\"") ? "\"\"\"" : Take("'") ? "'" : Take("\"") ? "\"" : null;
        var text = new StringBuilder();
        while (quote is not null && position < source.Length)
        {
            if (source[position..].StartsWith(quote))
            {
                position += quote.Length;
                return text.ToString();
            }

            if (source[position] == '\n' && quote.Length == 1)
            {
                return null;
            }

            if (source[position] != '\\')
            {
                text.Append(source[position++]);
            }
            else if (!ReadEscape(text))
            {
                return null;
            }
        }

        return null;
    }

    private bool ReadEscape(StringBuilder text)
    {
        if (position + 1 >= source.Length)
        {
            return false;
        }

        char? value = source[position + 1] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', '\\' or '\'' or '"' => source[position + 1], _ => null };
        if (value is null && source[position + 1] != '\n')
        {
            return false;
        }

        text.Append(value);
        position += 2;
        return true;
    }

    /// <summary>Passes over a mark, and over blanks and comments before it.</summary>
    private bool Take(string mark)
    {
        SkipBlank();
        if (!source[position..].StartsWith(mark))
        {
            return false;
        }

        position += mark.Length;
        return true;
    }

    private bool IsAtEnd()
    {
        SkipBlank();
        return position == source.Length;
    }

    private void SkipBlank()
    {
        while (position < source.Length && (source[position] is ' ' or '\n' or '\t' or '#'))
        {
            var end = source[position] == '#' ? source[position..].IndexOf('\n') : 1;
            position = end < 0 ? source.Length : position + end;
        }
    }
}
