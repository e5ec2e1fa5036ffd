using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks;

/// <summary>IgakuQA's way of asking: one chat turn a question, in Japanese, answered by letters that are separated by commas.</summary>
/// <remarks>
/// From jungokasai/IgakuQA, scripts/generation/chatgpt.py: a system message, solved examples as earlier turns (the authors' are three), the
/// question, its options, how many to choose, and the endpoint's own temperature. How many there are to choose is read off the question, which
/// says so wherever it is more than one; a question without options is asked as it stands. Replies are read as <see cref="IgakuQaReading.Tolerant"/> says.
/// </remarks>
public sealed class IgakuQaPrompting : IPromptStrategy
{
    private readonly TextStrategy strategy;

    /// <summary>Initializes the strategy without examples.</summary>
    public IgakuQaPrompting()
        : this([])
    {
    }

    /// <summary>Initializes the strategy with solved examples.</summary>
    /// <param name="examples">The examples in the order in which they are shown; <see cref="ReadExamplesAsync"/> reads the authors' file.</param>
    public IgakuQaPrompting(IReadOnlyList<Exemplar> examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        var shown = string.Join('\n', examples.Select(example => $"{Ask(example.Input)}\n{example.Answer}"));
        strategy = new TextStrategy(new TextPrompting
        {
            Id = "igakuqa",
            Version = "1",
            Description = "One chat turn in Japanese, answered by letters (IgakuQA).",
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["examples"] = examples.Count.ToString(CultureInfo.InvariantCulture),
                ["examples-sha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown))),
            },
            Compose = input =>
            [
                new(ChatRole.System, "医師国家試験を解きます。"),
                .. examples.SelectMany(example => new ChatMessage[] { new(ChatRole.User, Ask(example.Input)), new(ChatRole.Assistant, example.Answer) }),
                .. TextPrompting.Ask(input, Ask(input)),
            ],
            Read = static (input, reply) => IgakuQaReplies.Read(input, reply, IgakuQaReading.Tolerant),
        });
    }

    /// <inheritdoc />
    public StrategyInfo Info => strategy.Info;

    /// <summary>Reads solved examples from a file in the layout of the questions, such as the authors' <c>scripts/prompts/prompt.jsonl</c>.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DatasetException">A record is damaged.</exception>
    public static async Task<IReadOnlyList<Exemplar>> ReadExamplesAsync(DatasetFile file, CancellationToken cancellationToken = default)
    {
        var examples = new List<Exemplar>();
        await foreach (var row in DatasetReader.ReadAsync(file, IgakuQaFiles.Options, cancellationToken).ConfigureAwait(false))
        {
            examples.Add(new Exemplar { Input = IgakuQaQuestion.MapInput(row), Answer = string.Join(',', row.GetStrings("answer")) });
        }

        return examples;
    }

    /// <inheritdoc />
    public Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
        => strategy.PredictAsync(input, models, cancellationToken);

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
