namespace MedBench.Tests.Retrieval;

public sealed class LuceneBm25Tests
{
    private static readonly string[] Texts =
    [
        "Aspirin inhibits platelets and prevents clots in arteries of the heart.",
        "Heparin prevents clots; heparin is given into a vein.",
        "The heart pumps blood into arteries.",
        "Vitamin K is needed for clotting factors, and warfarin inhibits its recycling.",
        "Insulin lowers glucose in blood, blood and blood again.",
    ];

    // Computed in Python by the formulas of gensim's LuceneBM25Model (piskvorky/gensim, bm25model.py: k1 = 0.9, b = 0.4) over the words of Lucene.Net
    // 4.8.0-beta00017, times k1 + 1, which Lucene leaves out and which changes no order.
    [TestCase(false, "Which drugs inhibit platelets and prevent a clot in the heart?", "0 1 3 2", 4.500022178089327, 1.439256254917705)]
    [TestCase(true, "Which drugs inhibit platelets and prevent a clot in the heart?", "0 1 3 2", 2.460626844051153, 0.593298233161064)]
    [TestCase(false, "blood blood in arteries and unknownword veins", "2 4 1 0", 2.838256971669572, 2.5448256760356753)]
    [TestCase(true, "blood blood in arteries and unknownword veins", "1 2 4 0", 1.1122258271729941, 1.0716838713328452)]
    [TestCase(false, "heparin heparin clots", "1 0 3", 4.222958546268552, 0.5328773351614547)]
    [TestCase(true, "heparin heparin clots", "1 0 3", 2.0576307235889253, 0.16859174005814387)]
    public void Scores_are_those_of_the_published_code_whether_a_query_is_counted_or_weighed(bool weighsQuery, string query, string order, double first, double second)
    {
        var hits = Bm25Index.Build(Texts, Bm25Options.Lucene with { WeighsQuery = weighsQuery }).Search(query, 10);
        Assert.That(hits.Select(hit => hit.Index), Is.EqualTo(order.Split(' ').Select(int.Parse)));
        Assert.That((hits[0].Score, hits[1].Score), Is.EqualTo(((float)first, (float)second)).Using<(float, float)>((a, b) => Math.Abs(a.Item1 - b.Item1) < 1e-6 && Math.Abs(a.Item2 - b.Item2) < 1e-6));
    }

    [Test]
    public void Options_out_of_range_are_refused()
    {
        Assert.That(() => new Bm25Options { K1 = -1 }, Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new Bm25Options { B = 1.1 }, Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Bm25Index.Build([], new Bm25Options { Words = (WordAnalysis)7 }), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
