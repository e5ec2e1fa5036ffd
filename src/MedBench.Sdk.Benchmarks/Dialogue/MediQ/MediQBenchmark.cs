using System.Runtime.CompilerServices;

namespace MedBench.Benchmarks;

/// <summary>Base of the two sets of MediQ: reads a record, and gives of it what the split says.</summary>
public abstract class MediQBenchmark : IBenchmark
{
    internal const string Interactive = "interactive";

    private const string Full = "full";
    private const string Initial = "initial";
    private const string None = "none";

    private readonly MediQPatientOptions patient;

    private protected MediQBenchmark(MediQPatientOptions? patient)
    {
        this.patient = patient ?? new MediQPatientOptions();
        MediQCompat.Require(this.patient.Compat, MediQCompat.Patient, nameof(patient));
    }

    /// <inheritdoc />
    public abstract BenchmarkCard Card { get; }

    /// <inheritdoc />
    public IPromptStrategy DefaultStrategy { get; } = new MediQExpert();

    /// <inheritdoc />
    public IReadOnlyList<IScorer> Scorers { get; } = [new MediQScorer()];

    /// <inheritdoc />
    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var info = Card.Splits.FirstOrDefault(candidate => candidate.Name == split)
            ?? throw new DatasetException($"there is no split '{split}'", $"Choose one of {string.Join(", ", Card.Splits.Select(candidate => candidate.Name))}", Card.Id);
        var file = source.Find(split, info.Files)
            ?? throw new DatasetException($"no file of the split '{split}' was found in {source.Location}", $"Put {info.Files[0]} there, or name a file with {split}=FILE", Card.Id);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in DatasetReader.ReadAsync(file, new DatasetReadOptions { Benchmark = Card.Id }, cancellationToken).ConfigureAwait(false))
        {
            var sample = Map(row, split);
            yield return ids.Add(sample.Input.Id) ? sample : throw row.Error("id", $"the id '{sample.Input.Id}' occurs twice", "Download the file again");
        }
    }

    private protected static IReadOnlyList<SplitInfo> CreateSplits(int count, string file)
        => [.. new[] { Interactive, Full, Initial, None }.Select(name => new SplitInfo { Name = name, Count = count, Files = [file, $"data/{file}"] })];

    private protected IReadOnlyList<string> Roles => patient.System == MediQPatientSystem.Random ? [] : [ModelRole.Patient];

    private Sample Map(DatasetRow row, string split)
    {
        var options = row.GetOptions("options");
        var answer = row.GetString("answer_idx");
        if (options.FirstOrDefault(option => option.Label == answer) is not { } right)
        {
            throw row.Error("answer_idx", $"the answer '{answer}' is not among the options", "Download the file again");
        }

        var sentences = row.GetStrings("context");
        var record = new MediQCase
        {
            InitialInformation = row.TryGetString("initial_info", out var stated) ? stated : sentences is [var first, ..] ? first : "",
            Sentences = sentences,
            Facts = row.Has("facts") ? row.GetStrings("facts") : [],
        };
        var known = split switch { Full => sentences.Count == 0 ? "" : record.Paragraph, None => "", _ => record.InitialInformation };
        return new Sample
        {
            Input = new SampleInput
            {
                Id = row.TryGetId("id", out var id) ? id : throw row.Error("id", "the field is missing", "Download the file again"),
                Stem = row.GetString("question"),
                Context = known.Length == 0 ? [] : [new ContextSection(null, known)],
                Options = options,
                Environment = split == Interactive ? new MediQPatient(record, patient) : null,
            },
            Target = new ChoiceTarget(answer),
            Tags = CreateTags(row),
            Defects = row.GetString("answer").Trim() == right.Text.Trim() ? [] : ["answer-differs-from-option"],
        };
    }

    private static Dictionary<string, string> CreateTags(DatasetRow row)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        if (row.Has("patient") && row.GetRow("patient").TryGetString("gpt_specialty", out var specialty))
        {
            tags["specialty"] = specialty;
        }

        return tags;
    }
}
