using System.Globalization;
using System.Runtime.CompilerServices;

namespace MedBench.Benchmarks;

/// <summary>Turns questions with a vignette and lettered options into dialogues: the doctor is told how the case begins, and has to ask a simulated patient for the rest.</summary>
/// <remarks>
/// <para>The conversion of MediQ (Li et al. 2024) for any set: <c>new InteractiveBenchmark(new MedQa())</c> is <c>interactive-medqa</c>. The sentences of the stem are the case, its last question is
/// the question; the first sentence is told, all of them are the patient's facts. Ids, targets, clusters and tags stay, so that a run compares sample by sample with one of the set itself.</para>
/// <para>Left out, and so missing in the count, are questions of which nothing could be asked: without options or with another target, with a context, media or a conversation of their own, and (unless
/// <see cref="InteractiveOptions.KeepsPlainQuestions"/>) with less than one sentence beyond those that are told.</para>
/// </remarks>
[NotDiscoverable]
public sealed class InteractiveBenchmark : IBenchmark
{
    private readonly IBenchmark questions;
    private readonly InteractiveOptions options;

    /// <summary>Initializes the benchmark.</summary>
    /// <param name="questions">The set whose questions become dialogues.</param>
    /// <param name="options">What is told, what the patient knows and how it answers; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">Nothing is told.</exception>
    public InteractiveBenchmark(IBenchmark questions, InteractiveOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(questions);
        this.options = options ?? new InteractiveOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(this.options.InitialSentences, 1, nameof(options));
        MediQCompat.Require(this.options.Patient.Compat, MediQCompat.Patient, nameof(options));
        this.questions = questions;
        Card = CreateCard(questions.Card, this.options);
    }

    /// <inheritdoc />
    public BenchmarkCard Card { get; }

    /// <inheritdoc />
    public IPromptStrategy DefaultStrategy { get; } = new MediQExpert();

    /// <inheritdoc />
    public IReadOnlyList<IScorer> Scorers { get; } = [new MediQScorer()];

    /// <inheritdoc />
    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (read, kept) = (0, 0);
        await foreach (var sample in questions.LoadAsync(split, source, cancellationToken).ConfigureAwait(false))
        {
            read++;
            if (Convert(sample) is { } dialogue)
            {
                kept++;
                yield return dialogue;
            }
        }

        if (kept == 0)
        {
            throw new DatasetException(string.Create(CultureInfo.InvariantCulture, $"none of the {read} samples of '{questions.Card.Id}' is a question with options after a vignette"), "Choose a set of case vignettes, or set KeepsPlainQuestions", Card.Id);
        }
    }

    private Sample? Convert(Sample sample)
    {
        var input = sample.Input;
        if (sample.Target is not ChoiceTarget || input.Options.Count == 0 || input.Context.Count + input.Conversation.Count + input.Media.Count > 0 || input.Environment is not null)
        {
            return null;
        }

        var vignette = VignetteText.Read(input.Stem);
        if (vignette.Sentences.Count <= options.InitialSentences && !options.KeepsPlainQuestions)
        {
            return null;
        }

        var told = string.Join(' ', vignette.Sentences.Take(options.InitialSentences));
        var record = new MediQCase
        {
            InitialInformation = told,
            Sentences = vignette.Sentences,
            Facts = options.BreaksUpFacts ? [] : [.. vignette.Sentences.Select((sentence, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {sentence}"))],
        };
        return sample with
        {
            Input = input with
            {
                Stem = vignette.Question,
                Context = told.Length == 0 ? [] : [new ContextSection(null, told)],
                Environment = new MediQPatient(record, options.Patient),
            },
        };
    }

    private static BenchmarkCard CreateCard(BenchmarkCard card, InteractiveOptions options) => card with
    {
        Id = $"interactive-{card.Id}",
        Version = string.Create(CultureInfo.InvariantCulture, $"1-{options.Patient.System}-{options.InitialSentences}{(options.BreaksUpFacts ? "-atomic" : "")}{(options.KeepsPlainQuestions ? "-all" : "")} of {card.Version}"),
        Title = $"{card.Title}, as dialogues",
        Citation = $"{card.Citation}; conversion after {MediQIMedQa.Paper}",
        Kind = BenchmarkKind.Dialogue,
        Status = BenchmarkStatus.Schema,
        Splits = [.. card.Splits.Select(split => split with { Count = null })],
        PrimaryMetric = "accuracy",
        MajorityBaseline = null,
        RequiredRoles = [.. card.RequiredRoles.Union(options.Patient.System == MediQPatientSystem.Random ? [] : [ModelRole.Patient], StringComparer.Ordinal)],
        Remarks = [.. card.Remarks, "Converted, not published: its numbers compare with runs of the same conversion, and sample by sample with the set itself."],
    };
}
