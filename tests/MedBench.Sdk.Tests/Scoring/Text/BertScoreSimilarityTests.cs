using System.Globalization;
using MedBench.Metrics;

namespace MedBench.Tests.Scoring.Text;

public sealed class BertScoreSimilarityTests
{
    private const string Prediction = "fever no cough";
    private const string Reference = "fever rash";

    // greedy_cos_idf of bert_score/utils.py, restated in numpy 1.24.2, as in BertScoreTests.
    private const double F1 = 0.6868987056629119;

    [Test]
    public async Task The_measure_is_f1_of_the_matched_tokens()
    {
        var embedder = new TableEmbedder();
        var measure = new BertScoreSimilarity(embedder);
        Assert.That(await measure.CompareAsync(Prediction, Reference), Is.EqualTo(F1).Within(1e-6));
        Assert.That(await measure.CompareAsync(Reference, Reference), Is.EqualTo(1).Within(1e-6));
        Assert.That(embedder.Batches, Is.EqualTo(new string[][] { [Prediction, Reference], [Reference, Reference] }), "Prediction and reference go in one call, in this order.");
        Assert.That((measure.Name, measure.Description), Is.EqualTo(("bert-score", "table")));
    }

    [Test]
    public async Task A_baseline_rescales_f1_by_its_own_and_is_named()
    {
        var measure = new BertScoreSimilarity(new TableEmbedder(), new OverlapScore(0.1, 0.2, 0.45));
        Assert.That(await measure.CompareAsync(Prediction, Reference), Is.EqualTo((F1 - 0.45) / 0.55).Within(1e-6));
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.That(measure.Description, Is.EqualTo("table, rescaled from 0.45"));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Test]
    public void A_measure_needs_an_embedder() => Assert.That(() => new BertScoreSimilarity(null!), Throws.ArgumentNullException);

    private sealed class TableEmbedder : ITokenEmbedder
    {
        public List<IReadOnlyList<string>> Batches { get; } = [];

        public string Name => "table";

        // The same word has another vector in another text, as contextual ones do.
        public ValueTask<IReadOnlyList<TokenEmbeddings>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
        {
            Batches.Add(texts);
            return ValueTask.FromResult<IReadOnlyList<TokenEmbeddings>>([.. texts.Select(text => new TokenEmbeddings { Tokens = text.Split(' '), Vectors = Vectors(text) })]);
        }

        private static IReadOnlyList<ReadOnlyMemory<float>> Vectors(string text) => text == Prediction
            ? [new float[] { 1, 2, 3, 4 }, new float[] { 0.5f, -1, 0, 2 }, new float[] { 3, 0, 1, 1 }]
            : [new float[] { 1, 2, 2, 4 }, new float[] { -1, 0.5f, 1, 0 }];
    }
}
