namespace MedBench.Reporting;

/// <summary>Where the rows of a plot stand, in units of its own: text above, marks below.</summary>
internal sealed class PlotLayout
{
    public const int Width = 600;
    public const int Margin = 8;
    private const int Top = 4;
    private const int RowHeight = 48;
    private const int HeadingHeight = 34;
    private const int AxisHeight = 30;

    public PlotLayout(IReadOnlyList<IntervalRow> rows)
    {
        var top = Top;
        var tops = new List<int>();
        foreach (var row in rows)
        {
            tops.Add(top);
            top += row.Score is null ? HeadingHeight : RowHeight;
        }

        (Tops, Bottom, Height) = (tops, top, top + AxisHeight);
    }

    /// <summary>Gets where each row begins.</summary>
    public IReadOnlyList<int> Tops { get; }

    /// <summary>Gets where the last row ends.</summary>
    public int Bottom { get; }

    public int Height { get; }

    public int TextLine(int row) => Tops[row] + 20;

    public int MarkLine(int row) => Tops[row] + 34;

    public int End(int row) => row + 1 < Tops.Count ? Tops[row + 1] : Bottom;
}
