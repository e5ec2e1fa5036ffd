using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using MedBench.Statistics;

namespace MedBench.Reporting.Tests;

public sealed class CurvePlotTests
{
    private const double Phone = 10.5;

    [TestCase(0.0, 1)]
    [TestCase(1.0, 1)]
    [TestCase(1.01, 2)]
    [TestCase(2.5, 4)]
    [TestCase(4.1, 10)]
    [TestCase(99.0, 100)]
    [TestCase(0.00021, 0.0004)]
    [TestCase(3_665.0, 4_000)]
    public void An_axis_ends_at_the_next_round_number(double largest, double expected)
        => Assert.That(PlotAxis.UpTo("cost", [0, largest], value => $"{value}").Upper, Is.EqualTo(expected).Within(1e-12));

    [Test]
    public void An_axis_has_five_ticks_and_keeps_values_within()
    {
        var axis = PlotAxis.Share("share");
        Assert.That(axis.Ticks.Select(axis.Format), Is.EqualTo(new[] { "0 %", "25 %", "50 %", "75 %", "100 %" }));
        Assert.That(new[] { axis.Clip(-1), axis.Clip(0.3), axis.Clip(2), axis.Clip(double.NaN) }, Is.EqualTo(new[] { 0, 0.3, 1, 0 }));
    }

    [Test]
    public void Names_of_near_points_cover_neither_each_other_nor_a_mark_nor_leave_the_plot([Range(1, 40)] int seed)
    {
        var random = SeededRandom.Create(seed, "labels");
        var frame = new PlotBox(92, 0, 600, 314);
        var points = Enumerable.Range(0, 2 + random.Next(6)).Select(i => (X: 100.0 + random.Next(40) + (seed % 2 * 420), Y: 100.0 + random.Next(60), Top: 90.0, Bottom: 180.0, Text: new string('m', 4 + random.Next(12)))).ToList();
        var boxes = points.Zip(LabelPlacement.Place(points, frame)).Select(pair => Box(pair.Second)).ToList();
        Assert.Multiple(() =>
        {
            foreach (var (i, box) in boxes.Index())
            {
                Assert.That(frame.Holds(box), $"{box}");
                Assert.That(boxes.Skip(i + 1).Where(box.Meets), Is.Empty, "names");
                Assert.That(points.Where(point => box.Meets(new PlotBox(point.X - 4, point.Y - 4, point.X + 4, point.Y + 4))), Is.Empty, "marks");
            }
        });
    }

    [Test]
    public void A_name_away_from_its_point_has_a_line_to_it()
    {
        var report = DrawCost([Cell("one", 100, 0.50), Cell("two", 102, 0.51), Cell("three", 104, 0.50), Cell("four", 900, 0.8)]);
        Assert.That(report.QuerySelectorAll(".label").Select(label => label.TextContent), Is.EqualTo(new[] { "one", "two", "three", "four" }));
        Assert.That(report.QuerySelectorAll(".leader"), Is.Not.Empty);
    }

    [Test]
    public void The_frontier_steps_from_each_best_score_to_the_next_dearer_one()
    {
        var report = DrawCost([Cell("dear", 400, 0.7), Cell("cheap", 100, 0.4), Cell("beaten", 300, 0.35), Cell("middle", 200, 0.6)]);
        var numbers = report.QuerySelector(".ideal")!.GetAttribute("d")!.Split('M', 'L', ' ').Where(part => part.Length > 0).Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToList();
        var corners = numbers.Chunk(2).Select(pair => (X: Math.Round((pair[0] - 92) / 488 * 400), Y: Math.Round((314 - pair[1]) / 300, 2))).ToList();
        Assert.That(corners, Is.EqualTo(new (double, double)[] { (100, 0.4), (200, 0.4), (200, 0.6), (400, 0.6), (400, 0.7), (400, 0.7) }));
    }

    [Test]
    public void Cost_is_money_where_all_prices_are_known_else_tokens_else_calls()
    {
        var priced = Cell("a", 100, 0.5) with { Cost = 2m };
        var free = Cell("b", 100, 0.5);
        var unknown = Cell("c", 100, 0.5) with { InputTokens = null };
        Assert.Multiple(() =>
        {
            Assert.That(Unit(priced, priced), Is.EqualTo(("US dollars", 0.2)));
            Assert.That(Unit(priced, free), Is.EqualTo(("tokens", 100.0)));
            Assert.That(Unit(priced, unknown), Is.EqualTo(("model calls", 3.0)));
        });
    }

    [Test]
    public void The_table_behind_the_cost_plot_has_its_numbers()
    {
        var report = DrawCost([Cell("cheap", 100, 0.4) with { Cost = 0.5m }, Cell("dear", 400, 0.7) with { InputTokens = null }]);
        Assert.That(report.QuerySelectorAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent)), Is.EqualTo(new[]
        {
            new[] { "cheap", "model", "40.0 %", "3", "100", "0.05", "1.25" },
            ["dear", "model", "70.0 %", "3", "–", "–", "1.25"],
        }));
    }

    [Test]
    public void One_row_alone_has_no_cost_plot() => Assert.That(DrawCost([Cell("alone", 1, 0.5)]).QuerySelector("svg"), Is.Null);

    private static (string, double) Unit(params CellSummary[] cells) => (CostUnit.Of(cells).Name, CostUnit.Of(cells).PerSample(cells[0]));

    private static PlotBox Box(PlotLabel label)
    {
        var width = Phone * label.Text.Length;
        return new PlotBox(label.EndsHere ? label.X - width : label.X, label.Y - 16, label.EndsHere ? label.X : label.X + width, label.Y + 5);
    }

    private static CellSummary Cell(string strategy, int tokens, double score) => new()
    {
        Benchmark = "bench", Model = "model", Strategy = strategy, Metric = "accuracy", DenominatorPolicy = "all", Samples = 10, Denominator = 10, Outcomes = new Dictionary<Outcome, int>(),
        Score = new Interval(score, score - 0.1, score + 0.1, 0.95, "Wilson"), Calls = 30, InputTokens = (10 * tokens) - 10, OutputTokens = 10,
    };

    private static IDocument DrawCost(IReadOnlyList<CellSummary> cells)
    {
        using var text = new StringWriter();
        CostSection.Write(new HtmlWriter(text), cells, hasShared: false, cells.ToDictionary(cell => cell, _ => 12.5));
        return new HtmlParser().ParseDocument(text.ToString());
    }
}
