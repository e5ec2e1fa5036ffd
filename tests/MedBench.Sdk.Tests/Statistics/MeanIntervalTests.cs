using MedBench.Statistics;

namespace MedBench.Tests.Statistics;

public sealed class MeanIntervalTests
{
    [Test]
    public void Independent_values_give_Students_interval()
    {
        // Mean 3, s² = 2.5, n = 5, t(4, 0.975) = 2.776445105.
        var interval = MeanInterval.Clustered([1, 2, 3, 4, 5], ["a", "b", "c", "d", "e"]);
        var half = 2.7764451051977987 * Math.Sqrt(2.5 / 5);
        Assert.That((interval.Lower, interval.Estimate, interval.Upper), Is.EqualTo((3 - half, 3.0, 3 + half)).Within(1e-9));
    }

    [Test]
    public void Repeated_values_of_one_cluster_add_no_certainty()
    {
        var single = MeanInterval.Clustered([0, 1, 1], ["a", "b", "c"]);
        var repeated = MeanInterval.Clustered([0, 0, 1, 1, 1, 1], ["a", "a", "b", "b", "c", "c"]);
        Assert.That((repeated.Lower, repeated.Upper), Is.EqualTo((single.Lower, single.Upper)).Within(1e-12));
    }

    [Test]
    public void One_cluster_says_nothing_about_the_spread()
        => Assert.That(MeanInterval.Clustered([1, 2], ["a", "a"]).Upper, Is.EqualTo(double.PositiveInfinity));
}
