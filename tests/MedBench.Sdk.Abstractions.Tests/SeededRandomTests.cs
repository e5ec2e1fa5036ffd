using CsCheck;

namespace MedBench.Tests;

public class SeededRandomTests
{
    // Computed by a second implementation, in another language, from the definition in the remarks of the class.
    [Test]
    public void Bits_follow_from_seed_and_purpose_for_ever()
    {
        var random = SeededRandom.Create(42, "medqa", "exemplars");

        Assert.That((ulong[])[random.NextUInt64(), random.NextUInt64(), random.NextUInt64(), random.NextUInt64()], Is.EqualTo((ulong[])
            [0x42940cf5f06de083, 0x44e17a7b85581894, 0x5cd8aa97614ee684, 0x9673942b75de65fc]));
        Assert.That(SeededRandom.Create(42).NextUInt64(), Is.EqualTo(0x26f4533c07d851b8));
        Assert.That(SeededRandom.Create(-1, "é").NextUInt64(), Is.EqualTo(0x7ae4c0a0bf7d4f70));
    }

    [Test]
    public void Derived_numbers_follow_from_seed_and_purpose_for_ever()
    {
        var bounded = SeededRandom.Create(42, "medqa");
        var letters = "ABCDEFGH".ToCharArray();
        SeededRandom.Create(42, "medqa").Shuffle(letters.AsSpan());

        Assert.That(Enumerable.Range(0, 10).Select(_ => bounded.Next(10)), Is.EqualTo((int[])[9, 5, 3, 0, 7, 2, 4, 3, 8, 3]));
        Assert.That(SeededRandom.Create(42, "medqa").NextDouble(), Is.EqualTo(0.9350187375505529));
        Assert.That(SeededRandom.Create(42, "medqa").NextSeed(), Is.EqualTo(2007937449));
        Assert.That(new string(letters), Is.EqualTo("BFEGACDH"));
        Assert.That(SeededRandom.Create(42, "medqa").Draw(6, 20), Is.EqualTo((int[])[18, 10, 9, 4, 16, 8]));
    }

    [Test]
    public void Purposes_that_join_to_the_same_text_are_different()
        => Assert.That(
            ((string[][])[["a", "bc"], ["ab", "c"], ["abc"], ["abc", ""], ["", "abc"], []]).Select(purpose => SeededRandom.Create(1, purpose).NextUInt64()),
            Is.Unique);

    [Test]
    public void Seeds_are_different_streams()
        => Assert.That(Enumerable.Range(-50, 100).Select(seed => SeededRandom.Create(seed, "p").NextUInt64()), Is.Unique);

    [Test]
    public void Numbers_stay_within_their_bounds()
        => Gen.Select(Gen.Long, Gen.Int[1, int.MaxValue]).Sample((seed, bound) =>
        {
            var random = SeededRandom.Create(seed, "bounds");
            return random.Next(bound) is var number && number >= 0 && number < bound
                && random.NextDouble() is >= 0 and < 1 && random.NextSeed() >= 0;
        });

    [TestCase(2)]
    [TestCase(7)]
    [TestCase(10)]
    public void Numbers_are_uniform(int bound)
    {
        const int Draws = 70_000;
        var random = SeededRandom.Create(7, "uniform");
        var expected = Draws / (double)bound;
        var counts = new int[bound];
        for (var i = 0; i < Draws; i++)
        {
            counts[random.Next(bound)]++;
        }

        var chiSquare = counts.Sum(count => (count - expected) * (count - expected) / expected);

        // The 99.9th percentile with nine degrees of freedom, which bounds those with fewer; the seed is fixed, so the test cannot flicker.
        Assert.That(chiSquare, Is.LessThan(27.88));
    }

    [Test]
    public void A_draw_has_no_repeats_and_as_many_numbers_as_there_are()
        => Gen.Select(Gen.Long, Gen.Int[0, 60], Gen.Int[0, 40]).Sample((seed, count, bound) =>
        {
            var drawn = SeededRandom.Create(seed, "draw").Draw(count, bound);
            return drawn.Count == Math.Min(count, bound) && drawn.Distinct().Count() == drawn.Count && drawn.All(number => number >= 0 && number < bound);
        });

    [Test]
    public void A_shorter_draw_is_the_start_of_a_longer_one()
        => Gen.Select(Gen.Long, Gen.Int[0, 20], Gen.Int[0, 20]).Sample((seed, some, more)
            => SeededRandom.Create(seed, "draw").Draw(some + more, 100).Take(some).SequenceEqual(SeededRandom.Create(seed, "draw").Draw(some, 100)));

    [Test]
    public void A_shuffle_is_a_permutation()
        => Gen.Select(Gen.Long, Gen.Int.Array[0, 50]).Sample((seed, items) =>
        {
            var shuffled = items.ToArray();
            SeededRandom.Create(seed, "shuffle").Shuffle(shuffled.AsSpan());
            return shuffled.Order().SequenceEqual(items.Order());
        });

    [Test]
    public void A_shuffle_reaches_every_order_equally_often()
    {
        var random = SeededRandom.Create(3, "orders");
        var orders = Enumerable.Range(0, 12_000).Select(_ =>
        {
            var items = "abc".ToCharArray();
            random.Shuffle(items.AsSpan());
            return new string(items);
        }).CountBy(order => order).Select(pair => pair.Value).ToList();

        Assert.That(orders, Has.Count.EqualTo(6).And.All.InRange(1850, 2150));
    }

    [Test]
    public void Bounds_and_counts_that_make_no_sense_are_refused()
    {
        var random = SeededRandom.Create(1);

        Assert.Throws<ArgumentOutOfRangeException>(() => random.Next(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.Draw(-1, 5));
    }
}
