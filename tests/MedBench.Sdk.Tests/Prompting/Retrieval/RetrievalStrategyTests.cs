using MedBench.Testing;
using Microsoft.Extensions.AI;

namespace MedBench.Tests.Prompting.Retrieval;

public sealed class RetrievalStrategyTests
{
    private static readonly Document[] Texts = [.. Enumerable.Range(1, 5).Select(i => new Document { Id = $"d{i}", Text = $"blood test number{i}" })];

    [Test]
    public async Task Equal_scores_are_ordered_as_pytrec_eval_orders_them()
        => Assert.That(await RankAsync(new Bm25Retriever(), "blood", new SilentModelClient()), Is.EqualTo(["d5", "d4", "d3", "d2", "d1"]));

    [Test]
    public async Task What_the_model_writes_is_searched_for_without_its_thinking()
    {
        var model = new ScriptedModelClient(_ => "<think>number1 number2</think>\n number4 ");
        var prediction = (RankingPrediction)await RetrievalRunTests.Rewritten(0).PredictAsync(Input("blood"), Access(model));
        Assert.That(prediction.Ids, Is.EqualTo(["d4"]));
        Assert.That((prediction.Notes["documents"], prediction.Reply), Is.EqualTo(("d4", "<think>number1 number2</think>\n number4 ")));
    }

    [TestCase("<think>number1 and then nothing", Outcome.Unparsed)]
    [TestCase("<think>x</think>  ", Outcome.Unparsed)]
    public async Task A_reply_without_a_text_is_no_answer(string reply, Outcome outcome)
        => Assert.That(await RetrievalRunTests.Rewritten(0).PredictAsync(Input("blood"), Access(new ScriptedModelClient(_ => reply))), Is.InstanceOf<Unanswered>().With.Property("Outcome").EqualTo(outcome));

    [TestCase("[2] > [1]", "d4 d5 d3 d2 d1")]
    [TestCase("I think [3], [3] then [99] and [0] or [x] [", "d3 d5 d4 d2 d1")]
    public async Task The_model_lists_numbers_and_what_it_leaves_out_keeps_its_place(string reply, string expected)
        => Assert.That(await RankAsync(new Bm25Retriever(), "blood", new ScriptedModelClient(_ => reply), new ListwiseReranking { Documents = 4 }), Is.EqualTo(expected.Split(' ')));

    [Test]
    public async Task A_list_without_numbers_is_no_answer()
        => Assert.That(await Strategy(new Bm25Retriever(), new ListwiseReranking()).PredictAsync(Input("blood"), Access(new ScriptedModelClient(_ => "none"))), Is.InstanceOf<Unanswered>());

    [Test]
    public async Task Windows_go_from_the_end_and_carry_the_best_on()
    {
        // d5 d4 d3 d2 d1 in windows of two that overlap by one: each turns its pair round, so the last comes first.
        var model = new ScriptedModelClient(_ => "[2] > [1]");
        Assert.That(await RankAsync(new Bm25Retriever(), "blood", model, new ListwiseReranking { Documents = 5, Window = 2 }), Is.EqualTo(["d1", "d5", "d4", "d3", "d2"]));
        Assert.That(model.Requests.Select(request => request.Purpose), Is.EqualTo(["rerank/3", "rerank/2", "rerank/1", "rerank/0"]));
    }

    [Test]
    public async Task A_further_text_is_averaged_in_as_a_unit_vector()
    {
        // Documents (0,1), (1,0), (1,1); query (10,0) and further text (0,1): only with lengths of 1 is the diagonal nearest.
        var access = new TestModelAccess { Embeddings = new Plane(), Collection = [.. new[] { "0 1", "1 0", "1 1" }.Select(text => new Document { Id = text, Text = text })] };
        var hits = await new DenseRetriever().SearchAsync(Input("x"), new RetrievalQuery { Words = "", Meaning = "10 0", Further = "0 1" }, access, 3);
        Assert.That(hits[0], Is.EqualTo(new ScoredDocument("1 1", hits[0].Score)));
        Assert.That(hits[0].Score, Is.EqualTo(1).Within(1e-6));
    }

    [Test]
    public async Task An_instruction_stands_before_the_query_and_another_before_each_document()
    {
        var plane = new Plane();
        var access = new TestModelAccess { Embeddings = plane, Collection = [new Document { Id = "a", Text = "0 1" }] };
        await new DenseRetriever(input => $"{input.Subject} ", "1 ", "test").SearchAsync(Input("x") with { Subject = "3" }, RetrievalQuery.Of("4"), access, 1);
        Assert.That(plane.Asked, Is.EqualTo(["3 4", "1 0 1"]));
    }

    [Test]
    public void Everything_that_changes_the_order_is_a_parameter()
        => Assert.That(Strategy(new Bm25Retriever(Bm25Options.Lucene with { WeighsQuery = true }), new ListwiseReranking()).Info.Parameters, Is.SupersetOf(new Dictionary<string, string>
        {
            ["retriever"] = "bm25", ["bm25-words"] = "lucene-english", ["bm25-k1"] = "0.9", ["bm25-b"] = "0.4", ["bm25-query"] = "weighed", ["depth"] = "100", ["rewriting"] = "none", ["reranking"] = "listwise",
        }));

    private static async Task<IReadOnlyList<string>> RankAsync(IDocumentRetriever retriever, string query, IModelClient model, ListwiseReranking? reranking = null)
        => ((RankingPrediction)await Strategy(retriever, reranking).PredictAsync(Input(query), Access(model))).Ids;

    private static RetrievalStrategy Strategy(IDocumentRetriever retriever, ListwiseReranking? reranking)
        => new(new RetrievalPrompting { Id = "test", Version = "1", Description = "Test.", Retriever = retriever, Reranking = reranking });

    private static SampleInput Input(string stem) => new() { Id = "q", Stem = stem };

    private static TestModelAccess Access(IModelClient model) => new(model) { Collection = Texts };

    /// <summary>Reads the first two numbers of a text as its vector.</summary>
    private sealed class Plane : IEmbeddingGenerator<string, Embedding<float>>
    {
        public List<string> Asked { get; } = [];

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            Asked.AddRange(values);
            return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(value => new Embedding<float>(value.Split(' ').Take(2).Select(number => float.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ToArray()))));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
