using System.Runtime.CompilerServices;
using System.Text.Json;
using MedBench.Fhir;

namespace MedBench.Benchmarks;

/// <summary>MedAgentBench (Jiang et al. 2025): 300 tasks of ten kinds in an electronic health record with a FHIR interface; look up, calculate, order.</summary>
/// <remarks>
/// The agent writes GET, POST or FINISH, one a turn, in at most eight rounds. Nothing is ever written: orders are graded from the dialogue.
/// The records come from whoever plays the role <see cref="ModelRole.Records"/>: a server that the plan or <see cref="MedAgentBenchOptions"/> names
/// (the authors' image holds all 785,207 records), else one within this process over the files beside the tasks (<c>records.ndjson</c> or
/// <c>records.json</c>; FHIR bulk files by type, such as <c>Patient.ndjson</c> and <c>Observation.ndjson</c>; recorded searches). Where these
/// hold no observations, only the splits of tasks that need patients alone can be run.
/// </remarks>
public sealed class MedAgentBench : IBenchmark
{
    private const string Fork = "rushilcs/MedAgentBench";
    private const string Commit = "e9793e8b878ced68ab43b67a48a743eb6a2bb478";
    private const string PatientsOnly = "-patients";

    private readonly MedAgentBenchOptions options;

    /// <summary>Initializes the benchmark: an embedded record server, the correct rules.</summary>
    public MedAgentBench()
        : this(new MedAgentBenchOptions())
    {
    }

    /// <summary>Initializes the benchmark.</summary>
    /// <param name="options">Where the records are and by whose rules is graded.</param>
    public MedAgentBench(MedAgentBenchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        Scorers = [new MedAgentBenchScorer(options)];
    }

    /// <inheritdoc />
    public BenchmarkCard Card { get; } = new()
    {
        Id = "medagentbench",
        Version = "1",
        Title = "MedAgentBench: A Realistic Virtual EHR Environment to Benchmark Medical LLM Agents",
        Citation = "Jiang Y, Black KC, Geng G, Park D, Zou J, Ng AY, Chen JH. MedAgentBench: A Realistic Virtual EHR Environment to Benchmark Medical LLM Agents. 2025. arXiv:2501.14654",
        Kind = BenchmarkKind.Agent,
        Status = BenchmarkStatus.Loaded,
        License = "MIT",
        Modality = "text, FHIR R4 server",
        Splits =
        [
            new SplitInfo { Name = "v2", Count = 300, Files = ["test_data_v2.json", "data/medagentbench/test_data_v2.json"] },
            new SplitInfo { Name = "v1", Count = 100, Files = ["test_data_v1.json", "data/medagentbench/test_data_v1.json"] },
            new SplitInfo { Name = "v2-patients", Count = 120, Files = ["test_data_v2.json", "data/medagentbench/test_data_v2.json"] },
            new SplitInfo { Name = "v1-patients", Count = 40, Files = ["test_data_v1.json", "data/medagentbench/test_data_v1.json"] },
        ],
        Downloads =
        [
            DataDownload.GitHub(Fork, "data/medagentbench/test_data_v2.json", Commit) with { Sha256 = "b6e89b2ef82f1bef27c5778a644a8a66c7b25738bbd6a48d03ab3e5182df6ca8", Splits = ["v2", "v2-patients"], FileName = "test_data_v2.json" },
            DataDownload.GitHub(Fork, "data/medagentbench/test_data_v1.json", Commit) with { Sha256 = "b539a3dece8cf2fe0518bbfe76e47dec53e3676755c9bb6d87ff261b2aad856a", Splits = ["v1", "v1-patients"], FileName = "test_data_v1.json" },
            DataDownload.GitHub(Fork, "data/medagentbench/funcs_v1.json", Commit) with { Sha256 = "c977266db5eca75182c0d12cac1962b33ae6b5a54b9029ceb104e1a93b4c38c1", FileName = "funcs_v1.json" },
            DataDownload.GitHub(Fork, "rl_training/outputs/fhir_snapshot.jsonl", Commit) with { Sha256 = "f64bac7b3b52c5529753235e27fc5eafe058d73b9046ef34d674c917ea702d24", Splits = ["v2-patients", "v1-patients"], FileName = "fhir_snapshot.jsonl" },
        ],
        PrimaryMetric = "success rate",
        PromptFields = ["instruction", "context", "name", "description", "parameters"],
        RequiredRoles = [ModelRole.Records],
        SuppliedRoles = [ModelRole.Records],
        Remarks =
        [
            "The full records are in the authors' container image jyxsu6/medagentbench, not in a repository. Run it and name its address (MedAgentBenchOptions.ServerAddress, or a FhirServerClient in the role 'records'); without it the splits v2-patients and v1-patients run the tasks 1, 2, 3 and 8, whose grading needs patients alone. Their success rates are not comparable with published ones.",
            "Published: overall success rate of 300 tasks at one try each; query success rate of tasks 1, 2, 4, 6 and 7, action success rate of tasks 3, 5, 8, 9 and 10 (tag 'kind'). The grouping is inferred from the graders.",
            "The authors' graders are given apart from their repository; the rules here are those read in a public fork. Six defects are corrected and can be asked for (MedAgentBenchDefects).",
            "A measurement without a time or a number is passed over, where the published graders fail the task.",
            "A prompt that no longer fits the model's context window leaves the denominator (Unsupported); published, it counts as not done.",
            "How the published environment words an HTTP error depends on its server's reason phrases, which no recording shows.",
        ],
    };

    /// <inheritdoc />
    public IPromptStrategy DefaultStrategy => MedAgentPrompt.Strategy;

    /// <inheritdoc />
    public IReadOnlyList<IScorer> Scorers { get; }

    /// <inheritdoc />
    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var info = Card.Splits.FirstOrDefault(one => one.Name == split) ?? throw new DatasetException($"there is no split '{split}'", $"Choose one of {string.Join(", ", Card.Splits.Select(one => one.Name))}", Card.Id);
        var file = source.Find(split, info.Files) ?? throw Missing(source, info.Files[0]);
        var functions = await LoadFunctionsAsync(source, cancellationToken).ConfigureAwait(false);
        var environment = new MedAgentEnvironment(options.ApiBase, options.Defects);
        await foreach (var row in DatasetReader.ReadAsync(file, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            var task = ReadTask(row);
            if (split.EndsWith(PatientsOnly, StringComparison.Ordinal) && !task.NeedsPatientsOnly)
            {
                continue;
            }

            yield return new Sample
            {
                Input = new SampleInput
                {
                    Id = row.GetString("id"),
                    Stem = row.GetString("instruction"),
                    Context = [new(MedAgentPrompt.ApiBase, options.ApiBase.AbsoluteUri), new(MedAgentPrompt.Functions, functions), new(MedAgentPrompt.Context, row.GetString("context"))],
                    Environment = environment,
                },
                Target = task.ToTarget(),
                Tags = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["task"] = FormattableString.Invariant($"task{task.Number}"),
                    ["kind"] = task.IsQuery ? "query" : "action",
                },
            };
        }
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyDictionary<string, IModelClient>> CreateRolesAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(split);
        ArgumentNullException.ThrowIfNull(source);
        return new Dictionary<string, IModelClient>(StringComparer.Ordinal)
        {
            [ModelRole.Records] = options.ServerAddress is { } address
                ? new FhirServerClient(address, new FhirServerClientOptions { Id = "medagentbench-records", PresentedAddress = address == options.ApiBase ? null : options.ApiBase })
                : new EmbeddedFhirClient(await LoadRecordsAsync(split, source, cancellationToken).ConfigureAwait(false), new EmbeddedFhirOptions { PresentedAddress = options.ApiBase }),
        };
    }

    private async Task<FhirStore> LoadRecordsAsync(string split, IDatasetSource source, CancellationToken cancellationToken)
    {
        var files = MedAgentFiles.FindRecords(source);
        if (files.Count == 0)
        {
            throw Missing(source, "records.ndjson");
        }

        FhirStore store;
        try
        {
            store = await FhirStore.LoadAsync(files, cancellationToken).ConfigureAwait(false);
        }
        catch (DatasetException exception)
        {
            throw exception.For(Card.Id);
        }

        return split.EndsWith(PatientsOnly, StringComparison.Ordinal) || store.CountOf("Observation") > 0 ? store
            : throw new DatasetException($"the records hold no Observation, without which the tasks 4, 5, 6, 7, 9 and 10 of the split '{split}' would be graded against empty charts", $"Run the authors' image and name its address (MedAgentBenchOptions.ServerAddress), or choose the split '{split}{PatientsOnly}'", Card.Id, files[0].Name);
    }

    private async Task<string> LoadFunctionsAsync(IDatasetSource source, CancellationToken cancellationToken)
    {
        var file = source.Find("functions", MedAgentFiles.Functions) ?? throw Missing(source, MedAgentFiles.Functions[0]);
        try
        {
            var stream = file.OpenRead();
            await using var _ = stream.ConfigureAwait(false);
            using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken).ConfigureAwait(false);
            return PythonJson.Write(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new DatasetException("the JSON is damaged", "Give the published list of functions", Card.Id, file.Name, exception.LineNumber + 1, innerException: exception);
        }
    }

    private static MedAgentTask ReadTask(DatasetRow row)
    {
        var number = MedAgentTask.ReadNumber(row.GetString("id")) ?? throw row.Error("id", "the id names none of the ten tasks", "Ids are task1_1 to task10_30");
        var isPatientKnown = row.TryGetString("eval_MRN", out var patient);
        string[] solution = number != 8 ? [] : [MedAgentTask.ReadQuoted(row.GetString("instruction")) ?? throw row.Error("instruction", "the task quotes no text for the referral", "Give the published tasks as they are")];
        return number == 1 ? new MedAgentTask(number, patient ?? "", row.GetStrings("sol"))
            : new MedAgentTask(number, isPatientKnown ? patient! : row.GetString("eval_MRN"), solution);
    }

    private DatasetException Missing(IDatasetSource source, string file)
        => new($"no file '{file}' was found in {source.Location}", "Name the folder that holds the benchmark's files", Card.Id);
}
