using CsCheck;
using MedBench.Statistics;

namespace MedBench.Tests.Statistics;

public sealed class PairedProportionsTests
{
    // Binomial tails by hand: 2·(C(10,0) + C(10,1)) / 2^10 = 22/1024, and 2·(1 + 6 + 15) / 2^6 > 1/2.
    [TestCase(1, 9, 22.0 / 1024)]
    [TestCase(9, 1, 22.0 / 1024)]
    [TestCase(2, 4, 44.0 / 64)]
    [TestCase(0, 0, 1.0)]
    [TestCase(3, 3, 1.0)]
    public void McNemar_is_the_binomial_tail(int onlyFirst, int onlySecond, double p)
        => Assert.That(PairedProportions.McNemarExact(onlyFirst, onlySecond), Is.EqualTo(p).Within(1e-12));

    [Test]
    public void The_interval_follows_the_formula()
    {
        // n = 100, gained 12, lost 5: p12 = 13/102, p21 = 6/102.
        var interval = PairedProportions.Difference(5, 12, 100);
        var half = 1.9599639845400545 * Math.Sqrt(((19 / 102.0) - (7 / 102.0 * (7 / 102.0))) / 102);
        Assert.That(interval.Estimate, Is.EqualTo(0.07).Within(1e-15));
        Assert.That((interval.Lower, interval.Upper), Is.EqualTo(((7 / 102.0) - half, (7 / 102.0) + half)).Within(1e-12));
    }

    [Test]
    public void Swapping_the_systems_mirrors_the_interval()
        => Gen.Int[0, 50].SelectMany(lost => Gen.Int[0, 50].Select(gained => (lost, gained))).Sample(pair =>
        {
            var forth = PairedProportions.Difference(pair.lost, pair.gained, 120);
            var back = PairedProportions.Difference(pair.gained, pair.lost, 120);
            return Math.Abs(forth.Lower + back.Upper) < 1e-12 && Math.Abs(forth.Estimate + back.Estimate) < 1e-12;
        });
}
