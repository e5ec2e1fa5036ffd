using System.Text;

namespace MedBench;

/// <summary>Reads one cell of a CSV record.</summary>
internal static class CsvCell
{
    /// <summary>Reads the first cell.</summary>
    /// <param name="record">What is left of the record.</param>
    /// <param name="separator">What stands between cells.</param>
    /// <param name="taken">Length of the cell with its quotes, without the separator.</param>
    /// <param name="problem">What is wrong; null where nothing is.</param>
    public static string Take(ReadOnlySpan<byte> record, byte separator, out int taken, out string? problem)
    {
        problem = null;
        if (record.Length == 0 || record[0] != '"')
        {
            var end = record.IndexOf(separator);
            taken = end < 0 ? record.Length : end;
            return Encoding.UTF8.GetString(record[..taken]);
        }

        var doubled = false;
        for (taken = 1; ; taken++)
        {
            var quote = record[taken..].IndexOf((byte)'"');
            if (quote < 0)
            {
                problem = "a quote is opened and never closed";
                return "";
            }

            taken += quote + 1;
            if (taken == record.Length || record[taken] != '"')
            {
                break;
            }

            doubled = true;
        }

        if (taken < record.Length && record[taken] != separator)
        {
            problem = "text follows a closing quote";
        }

        var text = Encoding.UTF8.GetString(record[1..(taken - 1)]);
        return doubled ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }
}
