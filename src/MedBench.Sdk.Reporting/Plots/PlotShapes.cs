using System.Globalization;
using System.Xml.Linq;
using ScottPlot;

namespace MedBench.Reporting;

/// <summary>Draws the marks of a plot with ScottPlot, and takes from its SVG the geometry alone.</summary>
/// <remarks>
/// ScottPlot's own labels are left out: where they stand depends on the fonts of the machine, characters that those lack are lost, and its
/// ids differ from plot to plot. A role travels through it as a colour; the page's style sheet decides how each role looks.
/// </remarks>
internal static class PlotShapes
{
    private const double CapHeight = 4;
    private const double BarHeight = 13;

    /// <summary>Returns <c>path</c> and <c>rect</c> elements with their geometry and their role.</summary>
    public static IEnumerable<(PlotRole Role, XElement Shape)> Draw(IReadOnlyList<IntervalRow> rows, PlotLayout layout, PlotScale scale, bool bars)
    {
        using var plot = new Plot();
        plot.HideGrid();
        plot.Layout.Frameless();
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
        foreach (var tick in scale.Ticks)
        {
            Line(plot, PlotRole.Grid, tick, 0, tick, layout.Bottom);
        }

        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Score is { } score)
            {
                var (y, lower, upper) = (layout.MarkLine(i), scale.Clip(score.Lower), scale.Clip(score.Upper));
                if (bars)
                {
                    plot.Add.Bar(new Bar { Position = y, Size = BarHeight, Value = scale.Clip(score.Estimate), Orientation = Orientation.Horizontal, FillColor = ColorOf(PlotRole.Bar), LineWidth = 0 });
                }

                if (rows[i].Baseline is { } baseline)
                {
                    Line(plot, PlotRole.Baseline, baseline, layout.Tops[i], baseline, layout.End(i));
                }

                Line(plot, PlotRole.Interval, lower, y, upper, y);
                Line(plot, PlotRole.Interval, lower, y - CapHeight, lower, y + CapHeight);
                Line(plot, PlotRole.Interval, upper, y - CapHeight, upper, y + CapHeight);
                plot.Add.Marker(scale.Clip(score.Estimate), y, MarkerShape.FilledSquare, 9, ColorOf(PlotRole.Estimate));
            }
        }

        var unit = (scale.Upper - scale.Lower) / (PlotLayout.Width - (2 * PlotLayout.Margin));
        plot.Axes.SetLimits(scale.Lower - (PlotLayout.Margin * unit), scale.Upper + (PlotLayout.Margin * unit), layout.Height, 0);
        return Read(plot.GetSvgXml(PlotLayout.Width, layout.Height));
    }

    private static void Line(Plot plot, PlotRole role, double x1, double y1, double x2, double y2)
    {
        var line = plot.Add.Line(x1, y1, x2, y2);
        (line.Color, line.LineWidth) = (ColorOf(role), 1);
    }

    private static Color ColorOf(PlotRole role) => new(red: 1, green: 2, blue: (byte)(0xA0 + (int)role));

    private static IEnumerable<(PlotRole, XElement)> Read(string svg)
    {
        var roles = Enum.GetValues<PlotRole>().ToDictionary(role => string.Create(CultureInfo.InvariantCulture, $"#0102{0xA0 + (int)role:X2}"), StringComparer.OrdinalIgnoreCase);
        foreach (var shape in XDocument.Parse(svg).Descendants().Where(element => element.Name.LocalName is "path" or "rect"))
        {
            var color = (string?)shape.Attribute("stroke") ?? (string?)shape.Attribute("fill");
            if (color is not null && roles.TryGetValue(color, out var role))
            {
                yield return (role, shape);
            }
        }
    }
}
