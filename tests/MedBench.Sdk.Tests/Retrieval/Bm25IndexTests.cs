using CsCheck;

namespace MedBench.Tests.Retrieval;

public sealed class Bm25IndexTests
{
    [Test]
    public void Scores_are_those_computed_by_hand()
    {
        var index = Bm25Index.Build(["heart failure heart", "kidney stone", "heart valve repair surgery"]);

        var hits = index.Search("heart", 10);

        // N = 3, n = 2: idf = ln(1 + 1.5 / 2.5); mean length 3; lengths 3 and 4, frequencies 2 and 1.
        var idf = Math.Log(1.6);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(hits.Select(hit => hit.Index), Is.EqualTo(new[] { 0, 2 }));
            Assert.That(hits[0].Score, Is.EqualTo(idf * 2 * 2.2 / (2 + 1.2)).Within(1e-6));
            Assert.That(hits[1].Score, Is.EqualTo(idf * 2.2 / (1 + (1.2 * (0.25 + (0.75 * 4 / 3))))).Within(1e-6));
        }
    }

    [Test]
    public void Equal_documents_tie_and_the_earlier_comes_first()
    {
        var index = Bm25Index.Build(["x", "aspirin dose", "aspirin dose", "aspirin dose"]);

        Assert.That(index.Search("dose of aspirin", 2).Select(hit => hit.Index), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public void Search_equals_scoring_every_document_by_the_formula()
    {
        var documents = Gen.Int[0, 11].Array[0, 12].Array[1, 40];
        Gen.Select(documents, Gen.Int[-1, 13].Array[0, 12], Gen.Int[0, 45]).Sample((texts, query, count) =>
        {
            var index = Bm25Index.FromTokens(texts.SelectMany(text => text).ToArray(), Array.ConvertAll(texts, text => text.Length), 12);
            var expected = texts.Select((text, i) => (Index: i, Score: BruteForce(texts, text, query))).Where(hit => hit.Score > 0).ToList();

            var hits = index.Search(query, count);

            Assert.That(hits, Has.Count.EqualTo(Math.Min(count, expected.Count)));
            for (var i = 0; i < hits.Count; i++)
            {
                Assert.That(hits[i].Score, Is.EqualTo(expected.Single(hit => hit.Index == hits[i].Index).Score).Within(1e-4));
                Assert.That(i == 0 || hits[i - 1].Score > hits[i].Score || (hits[i - 1].Score == hits[i].Score && hits[i - 1].Index < hits[i].Index));
            }

            var left = expected.Where(hit => hits.All(found => found.Index != hit.Index));
            Assert.That(left.All(hit => hits.Count == 0 || hit.Score <= hits[^1].Score + 1e-4));
        }, iter: 300);
    }

    [Test]
    public void Many_documents_are_indexed_in_ranges_as_if_in_one()
    {
        var random = SeededRandom.Create(3, "ranges");
        var lengths = Enumerable.Range(0, 9000).Select(_ => random.Next(40)).ToArray();
        var tokens = Enumerable.Range(0, lengths.Sum()).Select(_ => random.Next(500)).ToArray();
        var index = Bm25Index.FromTokens(tokens, lengths, 500);
        var texts = new int[lengths.Length][];
        for (int i = 0, start = 0; i < lengths.Length; start += lengths[i++])
        {
            texts[i] = tokens[start..(start + lengths[i])];
        }

        foreach (var hit in index.Search([3, 77, 499], 5))
        {
            Assert.That(hit.Score, Is.EqualTo(BruteForce(texts, texts[hit.Index], [3, 77, 499])).Within(1e-4));
        }
    }

    [Test]
    public void Wrong_lengths_and_unknown_ids_are_refused()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Bm25Index.FromTokens(new[] { 0, 1 }, [1], 2), Throws.ArgumentException);
            Assert.That(() => Bm25Index.FromTokens(new[] { 0, 2 }, [2], 2), Throws.ArgumentException);
            Assert.That(() => Bm25Index.FromTokens(new[] { 0 }, [1], 1).Search("heart", 1), Throws.InvalidOperationException);
        }
    }

    [Test]
    public void An_empty_index_finds_nothing()
        => Assert.That(Bm25Index.Build([]).Search("heart", 3), Is.Empty);

    private static double BruteForce(int[][] texts, int[] text, int[] query)
    {
        var mean = texts.Average(other => (double)other.Length);
        return query.Sum(token =>
        {
            var frequency = text.Count(word => word == token);
            var holders = texts.Count(other => other.Contains(token));
            return frequency == 0 ? 0 : Math.Log(1 + ((texts.Length - holders + 0.5) / (holders + 0.5))) * frequency * 2.2
                / (frequency + (1.2 * (0.25 + (0.75 * text.Length / mean))));
        });
    }
}
