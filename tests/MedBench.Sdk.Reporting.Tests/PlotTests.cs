using AngleSharp.Html.Parser;
using MedBench.Statistics;

namespace MedBench.Reporting.Tests;

public sealed class PlotTests
{
    [Test]
    public void A_scale_spans_0_to_1_and_widens_for_grades_beyond()
    {
        Assert.Multiple(() =>
        {
            Assert.That(PlotScale.Of([Row(0.2), Row(0.9)]), Is.EqualTo(new PlotScale(0, 1)));
            Assert.That(PlotScale.Of([Row(-0.3), Row(2.1)]), Is.EqualTo(new PlotScale(-0.5, 2.25)));
            Assert.That(PlotScale.Of([]), Is.EqualTo(new PlotScale(0, 1)));
        });
    }

    [Test]
    public void An_interval_without_ends_reaches_from_edge_to_edge_and_is_called_unbounded()
    {
        var svg = Draw(new IntervalRow("one cluster", new Interval(0.5, double.NegativeInfinity, double.PositiveInfinity, 0.95, "clustered t")));
        Assert.That(svg.QuerySelector(".interval")!.GetAttribute("d"), Is.EqualTo("M8 38L592 38"));
        Assert.That(svg.QuerySelector(".value")!.TextContent, Is.EqualTo("50.0 % (unbounded)"));
    }

    [Test]
    public void A_long_label_is_cut_and_a_heading_has_no_marks()
    {
        var svg = Draw(new IntervalRow(new string('m', 90)), Row(0.5) with { Label = new string('s', 60) });
        Assert.Multiple(() =>
        {
            Assert.That(svg.QuerySelector(".heading")!.TextContent, Is.EqualTo(new string('m', 39) + "…"));
            Assert.That(svg.QuerySelector(".label")!.TextContent, Is.EqualTo(new string('s', 27) + "…"));
            Assert.That(svg.QuerySelectorAll(".estimate"), Has.Length.EqualTo(1));
        });
    }

    [TestCase("short", 5, "short")]
    [TestCase("longer", 5, "long…")]
    [TestCase("心臓病学", 7, "心臓…")]
    [TestCase("a😀b😀c", 4, "a😀…")]
    public void Text_is_cut_between_characters(string text, int columns, string expected)
        => Assert.That(ReportText.Cut(text, columns), Is.EqualTo(expected));

    private static IntervalRow Row(double estimate) => new("row", new Interval(estimate, estimate - 0.1, estimate + 0.1, 0.95, "Wilson"));

    private static AngleSharp.Dom.IDocument Draw(params IntervalRow[] rows)
    {
        using var text = new StringWriter();
        IntervalPlot.Write(new HtmlWriter(text), "title", "description", rows);
        return new HtmlParser().ParseDocument(text.ToString());
    }
}
