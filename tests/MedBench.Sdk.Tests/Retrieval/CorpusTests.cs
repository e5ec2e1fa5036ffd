using Microsoft.Extensions.AI;

namespace MedBench.Tests.Retrieval;

public sealed class CorpusTests
{
    private static readonly HashedTfIdfEmbeddingGenerator Embeddings = new();

    private static readonly Document[] Texts =
    [
        new() { Id = "b", Text = "Aspirin inhibits platelets." },
        new() { Id = "a", Title = "Heparin", Text = "An anticoagulant, given into a vein. \u00e9\ud83d\ude00" },
        new() { Id = "c", Text = "" },
    ];

    [Test]
    public async Task Documents_come_back_as_they_were()
    {
        var corpus = new Corpus(Texts, Embeddings);
        Assert.That(corpus.Count, Is.EqualTo(3));
        foreach (var document in Texts)
        {
            Assert.That(await corpus.FindAsync(document.Id), Is.EqualTo(document));
        }

        Assert.That(await corpus.FindAsync("d"), Is.Null);
    }

    [Test]
    public async Task Titles_are_searched_too_and_nothing_is_found_without_a_common_word()
    {
        var corpus = new Corpus(Texts, Embeddings);
        Assert.That((await corpus.SearchAsync("heparins", 5, Bm25Options.Lucene)).Select(hit => hit.Id), Is.EqualTo(["a"]));
        Assert.That(await corpus.SearchAsync("insulin", 5), Is.Empty);
        var vector = (await Embeddings.GenerateAsync(["Which anticoagulant is given into a vein?"]))[0].Vector;
        Assert.That((await corpus.FindNearestAsync(vector, 2)).Select(hit => hit.Id), Is.EqualTo(["a", "b"]));
    }

    [Test]
    public async Task A_search_by_vectors_finds_what_comparing_every_document_finds()
    {
        Document[] many = [.. Enumerable.Range(0, 700).Select(i => new Document { Id = $"d{i}", Text = $"word{i % 37} word{i % 11} word{i}" })];
        var query = (await Embeddings.GenerateAsync(["word5 word6 word412"]))[0].Vector;
        var vectors = await Embeddings.GenerateAsync(many.Select(document => document.Text));
        var expected = VectorIndex.Build([.. vectors.Select(vector => vector.Vector)]).Search(query.Span, 20).Select(hit => new ScoredDocument(many[hit.Index].Id, hit.Score));
        Assert.That(await new Corpus(many, Embeddings).FindNearestAsync(query, 20), Is.EqualTo(expected));
    }

    [Test]
    public async Task Documents_are_embedded_once_for_each_instruction_whoever_asks()
    {
        var counting = new Counting();
        var corpus = new Corpus(Texts, counting);
        ReadOnlyMemory<float> query = new float[] { 1, 2 };
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => corpus.FindNearestAsync(query, 1)));
        await corpus.FindNearestAsync(query, 1, "passage: ");
        Assert.That(counting.Asked, Is.EqualTo(["Aspirin inhibits platelets.", "Heparin\nAn anticoagulant, given into a vein. \u00e9\ud83d\ude00", "", "passage: Aspirin inhibits platelets.", "passage: Heparin\nAn anticoagulant, given into a vein. \u00e9\ud83d\ude00", "passage: "]));
    }

    [Test]
    public async Task A_repeated_document_is_passed_over_and_one_that_differs_is_refused()
    {
        Assert.That((await DocumentStore.ReadAsync(Texts.Append(Texts[1]).ToAsyncEnumerable())).Count, Is.EqualTo(3));
        var error = await Assert.ThrowsAsync<DatasetException>(async () => await new Corpus([.. Texts, Texts[1] with { Title = null }], Embeddings).FindAsync("a"));
        Assert.That(error!.Message, Does.Contain("two documents have the same id 'a' and differ"));
    }

    [Test]
    public async Task Many_documents_take_a_fraction_of_their_length()
    {
        var store = await DocumentStore.ReadAsync(Enumerable.Range(0, 20_000).Select(i => new Document { Id = $"d{i}", Text = $"The patient {i} was admitted with chest pain and shortness of breath on day {i * 31 % 365}. {new string((char)('a' + (i % 26)), 500)}" }).ToAsyncEnumerable());
        Assert.That(store.Find("d19999")!.Text, Does.StartWith("The patient 19999 was admitted"));
        Assert.That(store.ReadSearched().Count(), Is.EqualTo(20_000));
        Assert.That(store.CompressedBytes, Is.LessThan(20_000 * 600 / 4));
    }

    [Test]
    public async Task No_more_than_two_corpora_are_in_memory_at_once()
    {
        var (loads, shelf) = (new int[3], new CorpusShelf());
        Corpus Create(int number) => new(() => { loads[number]++; return Texts.ToAsyncEnumerable(); }, 3, Embeddings, shelf);
        Corpus[] corpora = [Create(0), Create(1), Create(2)];
        foreach (var number in new[] { 0, 1, 0, 1, 2, 2, 1, 0 })
        {
            Assert.That((await corpora[number].SearchAsync("aspirin", 1)).Single().Id, Is.EqualTo("b"));
        }

        Assert.That(loads, Is.EqualTo([2, 1, 1]));
    }

    private sealed class Counting : IEmbeddingGenerator<string, Embedding<float>>
    {
        public List<string> Asked { get; } = [];

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            Asked.AddRange(values);
            return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(value => new Embedding<float>(new float[] { value.Length, 1 }))));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
