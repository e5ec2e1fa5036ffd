using System.Globalization;
using System.Runtime.CompilerServices;

namespace MedBench.Benchmarks;

/// <summary>Base of the AgentClinic sets: a derived class says where its cases are and how one is read.</summary>
public abstract class AgentClinicBenchmark : IBenchmark
{
    private const string Repository = "SamuelSchmidgall/AgentClinic";
    private const string Revision = "b6570edefb940857a7c334350656b29f9d984f24";

    private readonly AgentClinicOptions options;
    private readonly bool hasImages;

    private protected AgentClinicBenchmark(AgentClinicOptions? options, bool hasImages)
    {
        this.options = (options ?? new AgentClinicOptions()).Checked();
        this.hasImages = hasImages;
        DefaultStrategy = new AgentClinicDoctor(this.options, hasImages);
        Scorers = [new AgentClinicModerator(this.options)];
    }

    /// <inheritdoc />
    public abstract BenchmarkCard Card { get; }

    /// <inheritdoc />
    public IPromptStrategy DefaultStrategy { get; }

    /// <inheritdoc />
    public IReadOnlyList<IScorer> Scorers { get; }

    /// <inheritdoc />
    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var info = Card.EvaluationSplit;
        var file = split != info.Name ? throw new DatasetException($"there is no split '{split}'", $"Choose {info.Name}", Card.Id)
            : source.Find(split, info.Files) ?? throw new DatasetException($"no file of the split '{split}' was found in {source.Location}", $"Put {info.Files[0]} there, or name a file with {split}=FILE", Card.Id);
        await foreach (var row in DatasetReader.ReadAsync(file, new DatasetReadOptions { Benchmark = Card.Id }, cancellationToken).ConfigureAwait(false))
        {
            var record = hasImages ? AgentClinicCase.ReadChallenge(row) : AgentClinicCase.ReadStation(row);
            var isShown = record.Image is not null && options.Images == AgentClinicImages.FromTheStart && !options.Compat.Contains(AgentClinicCompat.ImageDiscarded);
            yield return new Sample
            {
                Input = new SampleInput
                {
                    Id = (row.Number - 1).ToString(CultureInfo.InvariantCulture),
                    Stem = record.Objective,
                    Media = isShown ? [record.Image!] : [],
                    Environment = new AgentClinicEnvironment(record, options, options.Images == AgentClinicImages.OnRequest),
                },
                Target = new TextTarget([record.Diagnosis]),
                Tags = record.Tags,
            };
        }
    }

    private protected BenchmarkCard CreateCard(string id, string title, int count, string file, string hash) => new()
    {
        Id = id,
        Version = options.PatientBias == AgentClinicBias.None ? "1" : $"1-patient-{options.PatientBias.ToString().ToLowerInvariant()}",
        Title = title,
        Citation = "Schmidgall S, Ziaei R, Harris C, Reis E, Jopling J, Moor M. AgentClinic: a multimodal agent benchmark to evaluate AI in simulated clinical environments. 2024. arXiv:2405.07960",
        Kind = BenchmarkKind.Dialogue,
        Status = BenchmarkStatus.Loaded,
        License = "MIT",
        Modality = hasImages ? "text, image" : "text",
        Splits = [new SplitInfo { Name = "test", Count = count, Files = [file] }],
        Downloads = [DataDownload.GitHub(Repository, file, Revision) with { Sha256 = hash }],
        PrimaryMetric = "diagnostic accuracy",
        PromptFields = hasImages ? ["image_url"] : ["Objective_for_Doctor"],
        RequiredRoles = [ModelRole.Patient, ModelRole.Examiner],
        Remarks =
        [
            "Ids are the places in the file, from 0, as in the published script. The number depends on who plays patient, examiner and moderator: GPT-4 by the script's default.",
            "Replies are cut at 200 tokens and their white space is collapsed, as the published script does for chat models; its other endpoints have other limits.",
            "A moderator's reply that says neither yes nor no is asked for once more; then the sample has no verdict: it fails, counts neither as right nor as wrong, and running the plan again asks for the verdict alone. The published script counts it as wrong (compat agentclinic-strict-yes).",
            .. hasImages ?
            [
                "Images lie at the journal's addresses and are its own; a model is sent the address, when the doctor asks for the image. Without images: AgentClinicImages.None, which is another benchmark in fact.",
                "In the published script no image reaches an answer (compat agentclinic-image-discarded), so that its numbers are of text alone.",
                "The five options of each challenge are not shown.",
            ]
            : new[] { "Of some cases the test results name the diagnosis, so that requesting the right test gives it away (14 of 107 cases, 27 of the 214 of the extended set)." },
        ],
    };
}
