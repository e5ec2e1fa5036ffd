using System.Globalization;
using System.Text;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks;

/// <summary>XMedBench's way of asking: in the question's own language, after three solved questions of the same source.</summary>
/// <remarks>
/// From FreedomIntelligence/Apollo at 505c48e8, src/process/prepare/data_process_test_*.py and src/evaluate/eval_*.py: greedy decoding, at most 128 new
/// tokens. The words of the language are chosen by <see cref="SampleInput.Language"/>, the examples by <see cref="SampleInput.Subject"/>, which holds the source.
/// </remarks>
public sealed class XMedBenchPrompting : IPromptStrategy
{
    private readonly XMedBenchPromptingOptions options;

    /// <summary>Initializes the strategy with the published settings.</summary>
    public XMedBenchPrompting()
        : this(new XMedBenchPromptingOptions())
    {
    }

    /// <summary>Initializes the strategy.</summary>
    /// <param name="options">The settings.</param>
    /// <exception cref="ArgumentException">There is no such compat rule.</exception>
    public XMedBenchPrompting(XMedBenchPromptingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Shots);
        if (options.Compat.Except(CompatRules.Keys, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw new ArgumentException($"There is no compat rule '{unknown}'. Choose from {string.Join(", ", CompatRules.Keys)}.", nameof(options));
        }

        this.options = options;
        Info = Create([]).Info with { UsesExemplars = options.Shots > 0 };
    }

    /// <summary>Gets the defects of the published code that can be reproduced, each with what it does.</summary>
    public static IReadOnlyDictionary<string, string> CompatRules { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["arabic-answer-first"] = "The Arabic examples write the answer before the words that introduce it.",
        ["english-question-in-chinese"] = "Chinese questions are asked in English, after examples in Chinese.",
        ["leaves-out-long-questions"] = "A question whose prompt is longer than the limit is left out of the denominator.",
        ["letters-as-published"] = "The instruction names A to D (French A to E, Arabic أ to د) whatever letters the question has.",
        ["reads-any-capital"] = "Where no letter stands in brackets, any capital A to F of the first line is a vote, inside words too.",
    };

    /// <inheritdoc />
    public StrategyInfo Info { get; }

    /// <inheritdoc />
    public async Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(models);
        if (input.Options.Count == 0 || (Has("leaves-out-long-questions") && LengthOf(Ask(input)) > options.MaxCharacters))
        {
            return new Unanswered(Outcome.Unsupported) { Notes = new Dictionary<string, string>(StringComparer.Ordinal) { ["unsupported"] = input.Options.Count == 0 ? "the question has no options" : "the question is longer than the prompt may be" } };
        }

        var shown = options.Shots == 0 ? [] : Draw(input, models);
        var prediction = await Create(shown).PredictAsync(input, models, cancellationToken).ConfigureAwait(false);
        return shown.Count == 0 ? prediction
            : prediction with { Notes = new Dictionary<string, string>(prediction.Notes, StringComparer.Ordinal) { ["exemplars"] = string.Join(',', shown.Select(exemplar => exemplar.Input.Id)) } };
    }

    private TextStrategy Create(IReadOnlyList<Exemplar> shown) => new(new TextPrompting
    {
        Id = options.IsCompletion ? "xmedbench-completion" : "xmedbench",
        Version = "1",
        Description = "The question's own language, after solved questions of the same source (XMedBench).",
        Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["shots"] = options.Shots.ToString(CultureInfo.InvariantCulture),
            ["max-characters"] = options.MaxCharacters.ToString(CultureInfo.InvariantCulture),
            ["end-of-text"] = options.EndOfText,
        },
        IsCompletion = options.IsCompletion,
        Compose = input => options.IsCompletion
            ? [new ChatMessage(ChatRole.User, string.Concat(shown.Select(Show)) + Ask(input))]
            : [.. shown.SelectMany(exemplar => new ChatMessage[] { new(ChatRole.User, AskTurn(exemplar.Input, isExample: true)), new(ChatRole.Assistant, Tell(exemplar)) }), .. TextPrompting.Ask(input, AskTurn(input, isExample: false))],
        Read = Has("reads-any-capital") ? XMedBenchReply.ReadAsPublished : XMedBenchReply.Read,
        Sampling = SamplingOptions.Unset with { Temperature = 0, MaxOutputTokens = 128 },
        Compat = options.Compat,
    });

    /// <summary>Draws examples of the same source and passes over those with which the text would be too long.</summary>
    private List<Exemplar> Draw(SampleInput input, IModelAccess models)
    {
        var (pool, duplicates) = (models.Exemplars.Exemplars, models.Exemplars.FindDuplicates(input));
        int[] candidates = [.. Enumerable.Range(0, pool.Count).Where(i => pool[i].Input.Subject == input.Subject && !duplicates.Contains(i))];
        var shown = new List<Exemplar>(options.Shots);
        var length = LengthOf(Ask(input));
        foreach (var drawn in models.CreateRandom("exemplars").Draw(options.Shots, candidates.Length))
        {
            var exemplar = pool[candidates[drawn]];
            if (length + LengthOf(Show(exemplar)) is var total && total < options.MaxCharacters)
            {
                shown.Add(exemplar);
                length = total;
            }
        }

        return shown;
    }

    private string Ask(SampleInput input) => $"User:{Words(input, isExample: false).Ask(input, Has("letters-as-published"))}Assistant:";

    private string Show(Exemplar exemplar) => $"User:{Words(exemplar.Input, isExample: true).Ask(exemplar.Input, Has("letters-as-published"))}Assistant:{Tell(exemplar)}{options.EndOfText}\n";

    private string AskTurn(SampleInput input, bool isExample) => Words(input, isExample).Ask(input, Has("letters-as-published")).TrimEnd('\n');

    private string Tell(Exemplar exemplar) => Words(exemplar.Input, isExample: true).Tell(exemplar.Answer, Has("arabic-answer-first"));

    private XMedBenchText Words(SampleInput input, bool isExample) => XMedBenchText.Of(!isExample && input.Language == "zh" && Has("english-question-in-chinese") ? "en" : input.Language);

    private bool Has(string rule) => options.Compat.Contains(rule);

    /// <summary>Counts as Python's <c>len</c> does.</summary>
    private static int LengthOf(string text) => text.EnumerateRunes().Count();
}
