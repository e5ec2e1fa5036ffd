namespace MedBench.Reporting;

/// <summary>Writes a table with a caption, in a frame that scrolls where the page is narrow.</summary>
internal static class HtmlTable
{
    /// <summary>Writes a table whose first columns, as many as <paramref name="headings"/>, say what a row is about.</summary>
    public static void Write(HtmlWriter html, string caption, IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<string>> rows, int headings = 1)
    {
        using var frame = html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", caption));
        using var table = html.Open("table");
        html.Element("caption", caption);
        using (html.Open("thead"))
        using (html.Open("tr"))
        {
            foreach (var column in columns)
            {
                html.Element("th", column.Head, [("scope", "col"), .. ClassOf(column)]);
            }
        }

        using (html.Open("tbody"))
        {
            foreach (var row in rows)
            {
                WriteRow(html, columns, row, headings);
            }
        }
    }

    private static void WriteRow(HtmlWriter html, IReadOnlyList<Column> columns, IReadOnlyList<string> row, int headings)
    {
        using var line = html.Open("tr");
        for (var i = 0; i < row.Count; i++)
        {
            if (i < headings)
            {
                html.Element("th", row[i], ("scope", "row"));
            }
            else
            {
                html.Element("td", row[i], ClassOf(columns[i]));
            }
        }
    }

    private static (string, string)[] ClassOf(Column column) => column.IsNumeric ? [("class", "n")] : [];
}
