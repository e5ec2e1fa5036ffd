namespace MedBench.Benchmarks;

/// <summary>The searches of R2MED's paper, for any of its eight sets: two retrievers, each alone, behind three ways of writing the query, and before a model that puts ten documents in order.</summary>
/// <remarks>
/// Source: R2MED/R2MED at 62b7074, <c>src/eval_BM25.py</c>, <c>eval_retrieval.py</c>, <c>generate_hypothetical_doc.py</c>, <c>instrcution.py</c>. Searched by words, HyDE's text stands for the
/// query, Query2doc's follows it said twice, LameR's follows it. Searched by embeddings, the vectors of query and text are averaged, and Query2doc's text is joined on with <c>[SEP]</c>.
/// The published rerankers are cross-encoders; the one here is the model under evaluation, with a prompt of ours. An embedder is whatever the plan has in <see cref="EvaluationPlan.Embeddings"/>.
/// </remarks>
public static class R2MedStrategies
{
    private const int Shown = 10;

    /// <summary>Creates BM25 with Lucene's English words, k1 = 0.9, b = 0.4. No model is asked.</summary>
    /// <param name="options">How it is run.</param>
    [Discoverable]
    public static IPromptStrategy Bm25(R2MedOptions? options = null) => Compose("bm25", Words(options), null, options);

    /// <summary>Creates BM25 as the published code has it, with queries weighed as documents are, to compare with the published numbers.</summary>
    [Discoverable]
    public static IPromptStrategy Bm25AsPublished() => Bm25(new R2MedOptions { Compat = [R2MedOptions.WeighedQuery] });

    /// <summary>Creates a search by embeddings, with the set's instruction before each query. No model is asked.</summary>
    /// <param name="instructs">Whether the instruction of instruction-tuned embedders (E5, SFR, NV-Embed) stands before each query; others want none.</param>
    [Discoverable]
    public static IPromptStrategy Dense(bool instructs = true) => Compose(instructs ? "dense" : "dense-plain", Meaning(instructs), null, null);

    /// <summary>Creates HyDE over BM25: the model writes a passage, which is searched for.</summary>
    /// <param name="options">How it is run.</param>
    [Discoverable]
    public static IPromptStrategy HydeBm25(R2MedOptions? options = null) => Compose("hyde-bm25", Words(options), Hyde(options), options);

    /// <summary>Creates HyDE over embeddings.</summary>
    /// <param name="options">How it is run.</param>
    /// <param name="instructs">Whether the set's instruction stands before each query.</param>
    [Discoverable]
    public static IPromptStrategy HydeDense(R2MedOptions? options = null, bool instructs = true) => Compose(instructs ? "hyde-dense" : "hyde-dense-plain", Meaning(instructs), Hyde(options), options);

    /// <summary>Creates Query2doc over BM25: the model writes a passage after worked examples, which follows the query said twice.</summary>
    /// <remarks>The examples, two a set and one for IIYi-Clinical, are published queries with a document each, and no part of this package: the authors keep them in <c>src/example.py</c>, which the set reads as its <c>pool</c> (<see cref="R2MedSet.LoadExemplarsAsync"/>).</remarks>
    /// <param name="options">How it is run.</param>
    [Discoverable]
    public static IPromptStrategy Query2docBm25(R2MedOptions? options = null) => Compose("query2doc-bm25", Words(options), Query2doc(options), options);

    /// <summary>Creates Query2doc over embeddings, with the examples of <see cref="Query2docBm25"/>.</summary>
    /// <param name="options">How it is run.</param>
    /// <param name="instructs">Whether the set's instruction stands before each query.</param>
    [Discoverable]
    public static IPromptStrategy Query2docDense(R2MedOptions? options = null, bool instructs = true) => Compose(instructs ? "query2doc-dense" : "query2doc-dense-plain", Meaning(instructs), Query2doc(options), options);

    /// <summary>Creates LameR over BM25: the model sees the ten passages that BM25 finds and writes a right one, which follows the query.</summary>
    /// <param name="options">How it is run.</param>
    [Discoverable]
    public static IPromptStrategy LamerBm25(R2MedOptions? options = null) => Compose("lamer-bm25", Words(options), Lamer(options), options);

    /// <summary>Creates LameR over embeddings; the passages that the model sees are BM25's all the same.</summary>
    /// <param name="options">How it is run.</param>
    /// <param name="instructs">Whether the set's instruction stands before each query.</param>
    [Discoverable]
    public static IPromptStrategy LamerDense(R2MedOptions? options = null, bool instructs = true) => Compose(instructs ? "lamer-dense" : "lamer-dense-plain", Meaning(instructs), Lamer(options), options);

    /// <summary>Creates BM25 whose first documents the model puts in order.</summary>
    /// <param name="options">How it is run.</param>
    /// <param name="reranking">How many documents, shown how; null for ten.</param>
    [Discoverable]
    public static IPromptStrategy Bm25Reranked(R2MedOptions? options = null, ListwiseReranking? reranking = null) => Compose("bm25-reranked", Words(options), null, options, reranking ?? new ListwiseReranking());

    /// <summary>Creates a search by embeddings whose first documents the model puts in order.</summary>
    /// <param name="reranking">How many documents, shown how; null for ten.</param>
    [Discoverable]
    public static IPromptStrategy DenseReranked(ListwiseReranking? reranking = null) => Compose("dense-reranked", Meaning(instructs: true), null, null, reranking ?? new ListwiseReranking());

    private static RetrievalStrategy Compose(string id, IDocumentRetriever retriever, QueryRewriting? rewriting, R2MedOptions? options, ListwiseReranking? reranking = null)
    {
        IReadOnlyList<string> compat = options?.Compat ?? [];
        return new RetrievalStrategy(new RetrievalPrompting
        {
            Id = $"r2med-{id}{(compat.Count > 0 ? "-published" : "")}",
            Version = "1",
            Description = Describe(retriever, rewriting, reranking, isPublished: compat.Count > 0),
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["protocol"] = "r2med@1" },
            Retriever = retriever,
            Rewriting = rewriting,
            Reranking = reranking,
            Compat = compat,
        });
    }

    private static string Describe(IDocumentRetriever retriever, QueryRewriting? rewriting, ListwiseReranking? reranking, bool isPublished)
    {
        var query = rewriting?.Id switch
        {
            "hyde" => " for a passage that the model writes (HyDE)",
            "query2doc" => " for the question and a passage that the model writes after examples (Query2doc)",
            "lamer" => " for a passage that the model writes on seeing ten that BM25 finds (LameR)",
            _ => "",
        };
        var order = reranking is null ? "" : FormattableString.Invariant($", the first {reranking.Documents} put in order by the model");
        return $"Ranks documents by {(retriever.UsesEmbeddings ? "embeddings" : "BM25")}{query}{order}{(isPublished ? ", as the published code does" : "")} (R2MED).";
    }

    private static Bm25Retriever Words(R2MedOptions? options) => new(Bm25Options.Lucene with { WeighsQuery = options?.Compat.Contains(R2MedOptions.WeighedQuery) ?? false });

    private static DenseRetriever Meaning(bool instructs) => instructs ? new DenseRetriever(input => R2MedTask.Of(input).Instruction, instructionId: "r2med") : new DenseRetriever();

    private static QueryRewriting Hyde(R2MedOptions? options) => Base("hyde", options) with
    {
        Compose = static (input, _, _) => R2MedTask.Of(input).Hyde(input),
        Combine = static (query, text) => new RetrievalQuery { Words = text, Meaning = query, Further = text },
    };

    private static QueryRewriting Query2doc(R2MedOptions? options) => Base("query2doc", options) with
    {
        UsesExemplars = true,
        Compose = static (input, _, examples) => R2MedTask.Of(input).Query2doc(input, examples),
        Combine = static (query, text) => new RetrievalQuery { Words = $"{query}{query} {text}", Meaning = $"{query}[SEP]{text}" },
    };

    private static QueryRewriting Lamer(R2MedOptions? options) => Base("lamer", options) with
    {
        Passages = Shown,
        PassageRetriever = Words(options),
        Compose = static (input, documents, _) => R2MedTask.Of(input).Lamer(input, documents),
        Combine = static (query, text) => new RetrievalQuery { Words = $"{query} {text}", Meaning = query, Further = text },
    };

    private static QueryRewriting Base(string id, R2MedOptions? options)
    {
        options ??= new R2MedOptions();
        return new QueryRewriting
        {
            Id = id,
            Compose = static (_, _, _) => [],
            Combine = static (query, _) => RetrievalQuery.Of(query),
            Sampling = options.Sampling,
            Read = options.Compat.Contains(R2MedOptions.KeptThinking) ? R2MedReply.ReadAsPublished : R2MedReply.Read,
        };
    }
}
