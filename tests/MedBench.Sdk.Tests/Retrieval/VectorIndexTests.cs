using CsCheck;

namespace MedBench.Tests.Retrieval;

public sealed class VectorIndexTests
{
    [Test]
    public void One_by_one_and_all_at_once_find_the_same_to_the_bit()
    {
        var sizes = Gen.Select(Gen.Int[1, 70], Gen.Int[1, 15], Gen.Int[1, 80], Gen.Int[0, 12]);
        Gen.Select(sizes, Gen.Long).Sample((size, seed) =>
        {
            var (rows, queries, dimensions, count) = size;
            var random = SeededRandom.Create(seed, "vectors");
            var index = VectorIndex.Build(Draw(random, rows, dimensions));
            var asked = Draw(random, queries, dimensions);

            var many = index.SearchMany(asked, count);

            for (var i = 0; i < queries; i++)
            {
                Assert.That(many[i], Is.EqualTo(index.Search(asked[i].Span, count)));
            }
        }, iter: 200);
    }

    [Test]
    public void Neighbours_are_those_of_a_brute_force_search()
    {
        var random = SeededRandom.Create(5, "vectors");
        var rows = Enumerable.Range(0, 5000).Select(_ => (ReadOnlyMemory<float>)Enumerable.Range(0, 33).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray()).ToList();
        var query = rows[4321];
        var index = VectorIndex.Build(rows);

        var hits = index.Search(query.Span, 7);

        var expected = rows.Select((row, i) => (Index: i, Cosine: Cosine(row.Span, query.Span))).OrderByDescending(pair => pair.Cosine).Take(7).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(hits.Select(hit => hit.Index), Is.EqualTo(expected.Select(pair => pair.Index)));
            Assert.That(hits.Select(hit => (double)hit.Score), Is.EqualTo(expected.Select(pair => pair.Cosine)).Within(1e-5));
            Assert.That(index.SearchMany([query], 7)[0], Is.EqualTo(hits));
        }
    }

    [Test]
    public void Ties_go_to_the_earlier_vector()
    {
        ReadOnlyMemory<float>[] rows = [new float[] { 0, 1 }, new float[] { 2, 2 }, new float[] { 5, 5 }, new float[] { 1, 1 }, new float[] { 0, 0 }];
        var index = VectorIndex.Build(rows);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(index.Search([3f, 3f], 3).Select(hit => hit.Index), Is.EqualTo(new[] { 1, 2, 3 }));
            Assert.That(index.SearchMany([new float[] { 3, 3 }], 5)[0].Select(hit => hit.Index), Is.EqualTo(new[] { 1, 2, 3, 0, 4 }));
        }
    }

    [Test]
    public void Vectors_of_another_length_and_not_finite_numbers_are_refused()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => VectorIndex.Build([new float[] { 1 }, new float[] { 1, 2 }]), Throws.ArgumentException.With.Message.Contain("2 dimensions where 1 are expected"));
            Assert.That(() => VectorIndex.Build([new float[] { float.NaN }]), Throws.ArgumentException.With.Message.Contain("not finite"));
            Assert.That(() => VectorIndex.Build([new float[] { 1, 2 }]).Search([1f], 1), Throws.ArgumentException);
        }
    }

    [Test]
    public void An_empty_index_finds_nothing()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(VectorIndex.Build([]).Search([], 3), Is.Empty);
            Assert.That(VectorIndex.Build([]).SearchMany([new float[] { 1 }], 3)[0], Is.Empty);
        }
    }

    // Few distinct values make exact and near ties frequent.
    private static List<ReadOnlyMemory<float>> Draw(SeededRandom random, int count, int dimensions)
        => [.. Enumerable.Range(0, count).Select(_ => (ReadOnlyMemory<float>)Enumerable.Range(0, dimensions).Select(_ => (float)(random.Next(3) - 1)).ToArray())];

    private static double Cosine(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        double dot = 0, left = 0, right = 0;
        for (var i = 0; i < a.Length; i++)
        {
            dot += (double)a[i] * b[i];
            left += (double)a[i] * a[i];
            right += (double)b[i] * b[i];
        }

        return dot / Math.Sqrt(left * right);
    }
}
