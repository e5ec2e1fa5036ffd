using MedBench.Running;

namespace MedBench.Tests.Reporting;

public sealed class FurtherMetricsTests
{
    [Test]
    public void Of_a_mean_that_is_cut_the_scores_of_tags_are_cut_and_counts_are_not()
    {
        var metrics = new FurtherMetrics(Aggregation.ClippedMean);
        for (var i = 0; i < 2; i++)
        {
            var score = Score.Graded(-0.5) with { Parts = new Dictionary<string, double> { ["criteria"] = 3 + i, ["tag:axis:accuracy"] = -0.25 } };
            metrics.Add(new SampleResult { Benchmark = "b", Strategy = "s", Model = "m", Id = $"{i}", Scores = [new NamedScore("rubric", score)] }, score);
        }

        var summaries = new Dictionary<string, MetricSummary>();
        metrics.Summarize("rubric", summaries);
        Assert.That(summaries.ToDictionary(pair => pair.Key, pair => pair.Value.Score.Estimate), Is.EquivalentTo(new Dictionary<string, double> { ["rubric/criteria"] = 3.5, ["rubric/tag:axis:accuracy"] = 0 }));
    }
}
