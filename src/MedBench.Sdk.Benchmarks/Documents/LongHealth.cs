using System.Runtime.CompilerServices;

namespace MedBench.Benchmarks;

/// <summary>LongHealth (Adams et al. 2024): 400 questions on the discharge letters of 20 invented patients, with documents enough to fill 16,000 tokens.</summary>
/// <remarks>
/// Three tasks, one split each: the patient's own documents (<c>task-1</c>); those with the answer among ten of other patients (<c>task-2</c>); other patients' documents alone, where
/// only the sixth option is right, that the question cannot be answered (<c>task-3</c>). Each question is asked with several draws and orders of documents, which share the patient's cluster.
/// </remarks>
public sealed class LongHealth : IBenchmark
{
    private const int Distractors = 10;
    private const string Own = "task-1";
    private const string Mixed = "task-2";
    private const string Missing = "task-3";

    private static readonly string[] Names = ["benchmark_v5.json", "data/benchmark_v5.json"];

    private readonly LongHealthOptions options;

    /// <summary>Initializes the benchmark as the paper has it: 16,000 tokens, five orders.</summary>
    public LongHealth()
        : this(new LongHealthOptions())
    {
    }

    /// <summary>Initializes the benchmark.</summary>
    /// <param name="options">Budget, number of orders, and seed.</param>
    public LongHealth(LongHealthOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Orders, 1, nameof(options));
        this.options = options;
        Card = new BenchmarkCard
        {
            Id = "longhealth",
            Version = "1",
            Title = "LongHealth",
            Citation = "Adams L, Busch F, Han T, et al. LongHealth: A Question Answering Benchmark with Long Clinical Documents. 2024. arXiv:2401.14490",
            Kind = BenchmarkKind.LongDocument,
            Status = BenchmarkStatus.Schema,
            License = "not seen: second-hand accounts say CC BY 4.0 for the data and Apache-2.0 for the code",
            Splits = [.. new[] { Own, Mixed, Missing }.Select(task => new SplitInfo { Name = task, Count = 400 * options.Orders, Files = Names })],
            Downloads = [DataDownload.GitHub("kbressem/LongHealth", "data/benchmark_v5.json")],
            PrimaryMetric = "accuracy",
            PromptFields = ["texts", "question", "answer_a", "answer_b", "answer_c", "answer_d", "answer_e"],
            Remarks =
            [
                "Report the three tasks apart. In task-3 every answer but the sixth option is a hallucination, and random choice has 1/6.",
                "The published code counts by each model's own tokenizer, so that models are shown different texts; here o200k_base counts for all. It draws and orders documents without a seed; here they follow from LongHealthOptions.Seed.",
                "Prompt and packing were read in copies of the authors' code (TIO-IKIM/CLUE @ 2de4314, MedARC-AI/med-lm-envs @ 6568528), for the authors' repository was not at hand; nor was its scoring, so that the letter is read by the general extractor.",
                "The sixth option is left out of the prompt's example letters, as published. Where nothing fits any more, the published code adds an empty document; here none is added.",
                "The authors ask that examples are not posted and put a canary string into the file.",
            ],
        };
    }

    /// <inheritdoc />
    public BenchmarkCard Card { get; }

    /// <inheritdoc />
    public IPromptStrategy DefaultStrategy => LongHealthPrompting.Strategy;

    /// <inheritdoc />
    public IReadOnlyList<IScorer> Scorers { get; } = [new ChoiceScorer()];

    /// <inheritdoc />
    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var patients = new List<LongHealthPatient>();
        await foreach (var row in SplitFile.ReadAsync(Card, split, source, cancellationToken).ConfigureAwait(false))
        {
            if (LongHealthPatient.Read(row) is { } patient)
            {
                patients.Add(patient);
            }
        }

        foreach (var patient in patients)
        {
            LongHealthDocument[] foreign = split == Own ? [] : [.. patients.Where(other => other.Id != patient.Id).SelectMany(other => other.Documents)];
            foreach (var question in patient.Questions)
            {
                for (var order = 1; order <= options.Orders; order++)
                {
                    yield return Create(split, patient, question, foreign, order);
                }
            }
        }
    }

    private Sample Create(string split, LongHealthPatient patient, LongHealthQuestion question, LongHealthDocument[] foreign, int order)
    {
        var id = FormattableString.Invariant($"{patient.Id}/{question.Number}/{order}");
        var random = SeededRandom.Create(options.Seed, "longhealth", split, id);
        var answer = split == Missing ? [] : patient.Documents.Where(document => question.Locations.Contains(document.Key, StringComparer.Ordinal)).ToList();
        IReadOnlyList<LongHealthDocument> others = split == Own
            ? [.. patient.Documents.Except(answer)]
            : [.. random.Draw(Math.Min(Distractors, foreign.Length), foreign.Length).Select(position => foreign[position])];
        IReadOnlyList<ChoiceOption> shown = split == Own ? question.Options : [.. question.Options, new ChoiceOption("F", LongHealthPrompting.CannotBeAnswered)];
        var documents = LongHealthPrompting.Pack(answer, others, question.Text, shown, options.TokenBudget).ToArray();
        random.Shuffle(documents.AsSpan());
        return new Sample
        {
            Input = new SampleInput { Id = id, Stem = question.Text, Options = shown, Context = [.. documents.Select(document => new ContextSection(null, document))] },
            Target = new ChoiceTarget(split == Missing ? "F" : question.Answer),
            ClusterId = patient.Id,
            Tags = new Dictionary<string, string>(StringComparer.Ordinal) { ["patient"] = patient.Id, ["order"] = FormattableString.Invariant($"{order}") },
            Defects = question.Defects,
        };
    }
}
