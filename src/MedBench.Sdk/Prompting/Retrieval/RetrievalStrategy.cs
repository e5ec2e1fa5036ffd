using System.Globalization;
using MedBench.Metrics;
using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>Ranks the benchmark's documents for a question; everything about it comes from its <see cref="RetrievalPrompting"/>.</summary>
/// <remarks>
/// Documents of equal score are ordered as pytrec_eval does, by id in descending order, with scores compared in 32 bits: <see cref="TrecOrder"/>. A model
/// that writes no text, or lists no number, leaves the sample without an answer. Without rewriting and reranking no model is asked at all.
/// </remarks>
public sealed class RetrievalStrategy : IPromptStrategy
{
    private const int Noted = 10;

    private readonly RetrievalPrompting parts;

    /// <summary>Composes a strategy.</summary>
    /// <param name="parts">The parts.</param>
    public RetrievalStrategy(RetrievalPrompting parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        this.parts = parts;
        Info = new StrategyInfo
        {
            Id = parts.Id,
            Version = parts.Version,
            Description = parts.Description,
            Parameters = Describe(parts),
            UsesDocuments = true,
            UsesExemplars = parts.Rewriting is { UsesExemplars: true },
            UsesEmbeddings = parts.Retriever.UsesEmbeddings || parts.Rewriting is { Passages: > 0, PassageRetriever.UsesEmbeddings: true },
        };
    }

    /// <inheritdoc />
    public StrategyInfo Info { get; }

    /// <inheritdoc />
    public async Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(models);
        var (query, reply) = (RetrievalQuery.Of(input.Stem), "");
        if (parts.Rewriting is { } rewriting)
        {
            var examples = rewriting.UsesExemplars ? Examples(input, models.Exemplars) : [];
            if (rewriting.UsesExemplars && examples.Count == 0)
            {
                return new Unanswered(Outcome.Unsupported) { Notes = new Dictionary<string, string>(StringComparer.Ordinal) { ["unsupported"] = "no worked example but the question itself" } };
            }

            var response = await WriteAsync(rewriting, input, examples, models, cancellationToken).ConfigureAwait(false);
            reply = response.Text;
            if (response.FinishReason == ChatFinishReason.ContentFilter || rewriting.Read(reply) is not { } written)
            {
                return FinishedReply.Conclude(new Unanswered(Outcome.Unparsed) { Reply = reply }, response);
            }

            query = rewriting.Combine(input.Stem, written);
        }

        var hits = await parts.Retriever.SearchAsync(input, query, models, parts.Depth, cancellationToken).ConfigureAwait(false);
        var ids = TrecOrder.Sort(hits, ScorePrecision.Bits32);
        if (parts.Reranking is { } reranking && ids.Count > 1)
        {
            (var order, var response) = await RerankAsync(reranking, input, [.. ids.Take(reranking.Documents)], models, cancellationToken).ConfigureAwait(false);
            if (order is null)
            {
                return FinishedReply.Conclude(new Unanswered(Outcome.Unparsed) { Reply = response.Text }, response);
            }

            (ids, reply) = ([.. order, .. ids.Skip(order.Count)], response.Text);
        }

        return new RankingPrediction(ids)
        {
            Reply = reply,
            Notes = new Dictionary<string, string>(StringComparer.Ordinal) { ["documents"] = string.Join(", ", ids.Take(Noted)) },
        };
    }

    private static IReadOnlyList<Exemplar> Examples(SampleInput input, IExemplarPool pool)
    {
        var same = pool.FindDuplicates(input);
        return [.. pool.Exemplars.Where((_, position) => !same.Contains(position))];
    }

    private static async Task<ChatResponse> WriteAsync(QueryRewriting rewriting, SampleInput input, IReadOnlyList<Exemplar> examples, IModelAccess models, CancellationToken cancellationToken)
    {
        const string Purpose = "rewrite";
        var found = rewriting.Passages == 0 ? []
            : TrecOrder.Sort(await rewriting.PassageRetriever.SearchAsync(input, RetrievalQuery.Of(input.Stem), models, rewriting.Passages, cancellationToken).ConfigureAwait(false), ScorePrecision.Bits32);
        var shown = await ReadAsync(found, models, cancellationToken).ConfigureAwait(false);
        var request = new ModelRequest { Messages = rewriting.Compose(input, shown, examples), Options = rewriting.Sampling.ToChatOptions(models.CreateRandom(Purpose).NextSeed()), Purpose = Purpose };
        return await models.Subject.CompleteAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Goes through the documents in windows that overlap by half, from the end.</summary>
    private static async Task<(IReadOnlyList<string>? Order, ChatResponse Response)> RerankAsync(ListwiseReranking reranking, SampleInput input, string[] ids, IModelAccess models, CancellationToken cancellationToken)
    {
        var end = ids.Length;
        while (true)
        {
            var start = Math.Max(0, end - reranking.Window);
            var purpose = string.Create(CultureInfo.InvariantCulture, $"rerank/{start}");
            var shown = await ReadAsync(ids[start..end], models, cancellationToken).ConfigureAwait(false);
            var request = new ModelRequest { Messages = ListwiseReranking.Compose(input, shown, reranking.Words), Options = reranking.Sampling.ToChatOptions(models.CreateRandom(purpose).NextSeed()), Purpose = purpose };
            var response = await models.Subject.CompleteAsync(request, cancellationToken).ConfigureAwait(false);
            if (ListwiseReranking.Read(response.Text, end - start) is not { } order)
            {
                return (null, response);
            }

            string[] window = [.. order.Select(position => ids[start + position])];
            window.CopyTo(ids, start);
            if (start == 0)
            {
                return (ids, response);
            }

            end = start + (reranking.Window / 2);
        }
    }

    private static async Task<IReadOnlyList<Document>> ReadAsync(IReadOnlyList<string> ids, IModelAccess models, CancellationToken cancellationToken)
    {
        var documents = new List<Document>(ids.Count);
        foreach (var id in ids)
        {
            documents.Add(await models.Documents.FindAsync(id, cancellationToken).ConfigureAwait(false) ?? throw new InvalidOperationException($"The retriever found a document '{id}', which is not in the collection."));
        }

        return documents;
    }

    private static Dictionary<string, string> Describe(RetrievalPrompting parts)
    {
        var parameters = new Dictionary<string, string>(parts.Parameters, StringComparer.Ordinal);
        void Add(IEnumerable<KeyValuePair<string, string>> pairs, string prefix = "")
        {
            foreach (var (name, value) in pairs)
            {
                parameters[prefix + name] = value;
            }
        }

        Add(parts.Retriever.Parameters);
        parameters["depth"] = parts.Depth.ToString(CultureInfo.InvariantCulture);
        parameters["rewriting"] = parts.Rewriting?.Id ?? "none";
        parameters["reranking"] = parts.Reranking is null ? "none" : "listwise";
        if (parts.Rewriting is { } rewriting)
        {
            Add(rewriting.Sampling.Describe());
            if (rewriting.UsesExemplars)
            {
                parameters["exemplars"] = "all";
            }

            if (rewriting.Passages > 0)
            {
                parameters["passages"] = rewriting.Passages.ToString(CultureInfo.InvariantCulture);
                Add(rewriting.PassageRetriever.Parameters, "passages-");
            }
        }

        if (parts.Reranking is { } reranking)
        {
            Add(reranking.Sampling.Describe(), "reranking-");
            Add(new Dictionary<string, string>
            {
                ["documents"] = reranking.Documents.ToString(CultureInfo.InvariantCulture),
                ["window"] = reranking.Window.ToString(CultureInfo.InvariantCulture),
                ["words"] = reranking.Words.ToString(CultureInfo.InvariantCulture),
            }, "reranking-");
        }

        if (parts.Compat.Count > 0)
        {
            parameters["compat"] = string.Join(", ", parts.Compat);
        }

        return parameters;
    }
}
