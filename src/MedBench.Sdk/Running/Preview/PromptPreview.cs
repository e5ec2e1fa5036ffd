using System.Text;
using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>The first request that a run would send for one item: look before you spend.</summary>
public sealed record PromptPreview
{
    /// <summary>Gets the conversation; one message of the user where <see cref="IsCompletion"/>.</summary>
    public required IReadOnlyList<ChatMessage> Messages { get; init; }

    /// <summary>Gets whether the text goes out raw, without a chat template.</summary>
    public required bool IsCompletion { get; init; }

    /// <summary>Gets the continuations whose likelihoods would be compared; empty where the model writes.</summary>
    public IReadOnlyList<string> Continuations { get; init; } = [];

    /// <summary>Gets the decoding options; null where likelihoods are compared.</summary>
    public ChatOptions? Options { get; init; }

    /// <summary>Composes the first request for one item, exactly as a run with the same seed would, and sends nothing but texts to <paramref name="embeddings"/>.</summary>
    /// <param name="selection">The benchmark and its data.</param>
    /// <param name="strategy">How it is asked.</param>
    /// <param name="item">Position of the item in the split, from 0.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="embeddings">The generator for strategies that search by embeddings; null means the embedded lexical one. Failed calls are repeated; the caller disposes of it.</param>
    /// <param name="allowRestrictedData">Whether <paramref name="embeddings"/> may receive the records of a restricted benchmark beyond this machine.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DatasetException">The data cannot be read, or has fewer items.</exception>
    /// <exception cref="PlanException">Restricted records would leave this machine.</exception>
    /// <exception cref="InvalidOperationException">The strategy asks nothing about the item; says why where it does.</exception>
    public static async Task<PromptPreview> CreateAsync(BenchmarkSelection selection, IPromptStrategy strategy, int item, long seed = 42, IEmbeddingGenerator<string, Embedding<float>>? embeddings = null, bool allowRestrictedData = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(strategy);
        ArgumentOutOfRangeException.ThrowIfNegative(item);
        var card = selection.Benchmark.Card;
        Running.PlanValidator.RequirePermission(card, Running.DataRecipients.FindRemote(embeddings), allowRestrictedData);
        var source = await DatasetSource.PrepareAsync(selection, strategy.Info.UsesExemplars, cancellationToken).ConfigureAwait(false);
        var count = 0;
        Sample? asked = null;
        await foreach (var sample in selection.Benchmark.LoadAsync(selection.SplitName, source, cancellationToken).ConfigureAwait(false))
        {
            if (count++ == item)
            {
                asked = sample;
                break;
            }
        }

        if (asked is null)
        {
            throw new DatasetException(FormattableString.Invariant($"there is no item {item}: the split '{selection.SplitName}' has {count}, counted from 0"), "Choose a smaller number", card.Id);
        }

        embeddings = embeddings is null ? null : new ResilientEmbeddings(embeddings);
        var exemplars = strategy.Info.UsesExemplars ? (await Running.BenchmarkPreparer.LoadExemplarsAsync(selection.Benchmark, source, [strategy], cancellationToken).ConfigureAwait(false)).Exemplars : null;
        using var lexical = new HashedTfIdfEmbeddingGenerator();
        var documents = strategy.Info.UsesDocuments ? new Corpus(
            () => selection.Benchmark.LoadDocumentsAsync(source, cancellationToken),
            (await Running.BenchmarkPreparer.CountDocumentsAsync(selection.Benchmark, source, cancellationToken).ConfigureAwait(false)).Count,
            embeddings ?? lexical) : null;
        var access = new Running.PreviewAccess(card.Id, asked.Input.Id, seed, exemplars is null ? null : ExemplarPool.Create(exemplars, embeddings), documents, embeddings ?? lexical);
        Prediction? prediction = null;
        try
        {
            prediction = await strategy.PredictAsync(asked.Input, access, cancellationToken).ConfigureAwait(false);
        }
        catch (Running.PreviewedException)
        {
            // The first call ends the attempt: what it would have sent is all that is wanted.
        }

        return access.Captured ?? throw new InvalidOperationException(
            $"The strategy '{strategy.Info.Id}' asks nothing about item '{asked.Input.Id}' of '{card.Id}': {prediction?.Notes.GetValueOrDefault("unsupported") ?? "it answers without a model"}.");
    }

    /// <summary>Writes what would be sent: the raw text, or the chat as the canonical JSON <c>[{"role":…,"content":…},…]</c> without blanks and with all letters as they are.</summary>
    /// <exception cref="InvalidOperationException">A message holds more than text, or whole texts are compared and there is no prompt of its own: read <see cref="Continuations"/>.</exception>
    public string ToText()
    {
        if (Continuations.Count > 0 && Messages.All(message => message.Text.Length == 0))
        {
            throw new InvalidOperationException("Whole texts are compared, one an option, and there is no prompt before them. Read Continuations (--continuation 0 for the first).");
        }

        if (IsCompletion)
        {
            return Messages.Count == 0 ? "" : Messages[^1].Text;
        }

        var json = new StringBuilder("[");
        foreach (var message in Messages)
        {
            if (message.Contents.Any(content => content is not TextContent))
            {
                throw new InvalidOperationException("The prompt holds media, which this text has no place for. Read Messages instead.");
            }

            json.Append(json.Length == 1 ? "" : ",").Append("{\"role\":");
            AppendQuoted(json, message.Role.Value);
            json.Append(",\"content\":");
            AppendQuoted(json, message.Text);
            json.Append('}');
        }

        return json.Append(']').ToString();
    }

    private static void AppendQuoted(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                '\b' => json.Append("\\b"),
                '\f' => json.Append("\\f"),
                < ' ' => json.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => json.Append(c),
            };
        }

        json.Append('"');
    }
}
