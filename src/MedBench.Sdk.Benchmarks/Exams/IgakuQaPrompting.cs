using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks;

/// <summary>IgakuQA's way of asking: one chat turn a question, in Japanese, answered by letters that are separated by commas.</summary>
/// <remarks>
/// From jungokasai/IgakuQA, scripts/generation/chatgpt.py: a system message, three solved examples as earlier turns, the question, its options,
/// how many to choose, and the endpoint's own temperature. The examples are the first three of the benchmark's pool, unless others or none are
/// given. How many there are to choose is read off the question, which says so wherever it is more than one; a question without options is asked as it stands.
/// </remarks>
public sealed class IgakuQaPrompting : IPromptStrategy
{
    /// <summary>The id of the published way of reading replies, as reports name it: <see cref="IgakuQaReading.Published"/>.</summary>
    public const string PublishedReading = "igakuqa-reading";

    private const int Shots = 3;

    private readonly IReadOnlyList<Exemplar>? examples;

    /// <summary>Initializes the strategy as published: the first three worked examples of the benchmark are shown.</summary>
    public IgakuQaPrompting()
    {
    }

    /// <summary>Initializes the strategy with solved examples of one's own choice, or without any.</summary>
    /// <param name="examples">The examples in the order in which they are shown; <see cref="ReadExamplesAsync"/> reads a file of them. Empty for none.</param>
    public IgakuQaPrompting(IReadOnlyList<Exemplar> examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        this.examples = examples;
    }

    /// <summary>Gets the strategy without examples, <c>igakuqa-zero-shot</c>, which is not the paper's setting.</summary>
    [Discoverable]
    public static IgakuQaPrompting ZeroShot { get; } = new([]);

    /// <summary>Gets how replies are read; <see cref="IgakuQaReading.Published"/> is a defect that reports name.</summary>
    public IgakuQaReading Reading { get; init; } = IgakuQaReading.Tolerant;

    /// <inheritdoc />
    public StrategyInfo Info => Create(examples ?? []).Info with { UsesExemplars = examples is null };

    /// <summary>Reads solved examples from a file in the layout of the questions, such as the authors' <c>scripts/prompts/prompt.jsonl</c>.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DatasetException">A record is damaged.</exception>
    public static async Task<IReadOnlyList<Exemplar>> ReadExamplesAsync(DatasetFile file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        return await IgakuQaQuestion.ReadExemplarsAsync(file, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        return Create(examples ?? [.. models.Exemplars.Exemplars.Take(Shots)]).PredictAsync(input, models, cancellationToken);
    }

    private TextStrategy Create(IReadOnlyList<Exemplar> shown) => new(new TextPrompting
    {
        Id = examples is { Count: 0 } ? "igakuqa-zero-shot" : "igakuqa",
        Version = "1",
        Description = examples is { Count: 0 } ? "One chat turn in Japanese without examples, answered by letters." : "One chat turn in Japanese after solved examples, answered by letters (IgakuQA).",
        Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["examples"] = (examples?.Count ?? Shots).ToString(CultureInfo.InvariantCulture),
            ["examples-sha256"] = examples is null ? "pool" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', examples.Select(example => $"{Ask(example.Input)}\n{example.Answer}"))))),
        },
        Compose = input =>
        [
            new(ChatRole.System, "医師国家試験を解きます。"),
            .. shown.SelectMany(example => new ChatMessage[] { new(ChatRole.User, Ask(example.Input)), new(ChatRole.Assistant, example.Answer) }),
            .. TextPrompting.Ask(input, Ask(input)),
        ],
        Read = (input, reply) => IgakuQaReplies.Read(input, reply, Reading),
        Compat = Reading == IgakuQaReading.Published ? [PublishedReading] : [],
    });

    private static string Ask(SampleInput input)
    {
        var text = new StringBuilder("問題: ").AppendJoin('\n', input.Context.Select(section => section.Text).Append(input.Stem));
        foreach (var option in input.Options)
        {
            text.Append('\n').Append(option.Label).Append(": ").Append(option.Text);
        }

        return input.Options.Count == 0 ? text.ToString()
            : text.Append(CultureInfo.InvariantCulture, $"\n必ず{string.Join(',', input.Options.Select(option => option.Label))}の中からちょうど{IgakuQaReplies.CountWanted(input.Stem)}個選んでください。\n答え:").ToString();
    }
}
