using MedBench.Statistics;

namespace MedBench.Tests.Statistics;

public sealed class ProportionIntervalTests
{
    // Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3 (score without continuity correction).
    [TestCase(81, 263, 0.2553, 0.3662)]
    [TestCase(15, 148, 0.0624, 0.1605)]
    [TestCase(0, 20, 0.0000, 0.1611)]
    [TestCase(1, 29, 0.0061, 0.1718)]
    public void Wilson_gives_the_published_values(int successes, int total, double lower, double upper)
    {
        var interval = ProportionInterval.Wilson(successes, total);
        Assert.That((interval.Lower, interval.Upper), Is.EqualTo((lower, upper)).Within(0.00005));
    }

    [Test]
    public void Another_level_uses_another_quantile()
        => Assert.That(ProportionInterval.Wilson(81, 263, 0.99).Lower, Is.LessThan(ProportionInterval.Wilson(81, 263).Lower));

    [Test]
    public void The_ends_are_exact_where_nothing_or_everything_succeeds()
    {
        Assert.That(ProportionInterval.Wilson(0, 17).Lower, Is.Zero);
        Assert.That(ProportionInterval.Wilson(17, 17).Upper, Is.EqualTo(1));
    }

    [Test]
    public void Counts_outside_the_range_are_refused()
    {
        Assert.That(() => ProportionInterval.Wilson(0, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => ProportionInterval.Wilson(5, 4), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
