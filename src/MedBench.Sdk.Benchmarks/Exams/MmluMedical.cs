using System.Runtime.CompilerServices;

namespace MedBench.Benchmarks;

/// <summary>The six medical subjects of MMLU (Hendrycks et al. 2021) as one benchmark, as OpenMedLM and MultiMedQA report them.</summary>
public sealed class MmluMedical : IBenchmark
{
    private readonly IReadOnlyList<MmluSubject> subjects;

    /// <summary>Initializes the group.</summary>
    public MmluMedical()
        : this(rationales: null)
    {
    }

    internal MmluMedical(IReadOnlyDictionary<(string File, long Row), string>? rationales) => subjects =
    [
        new MmluAnatomy { RequiresSubject = true, Rationales = rationales },
        new MmluClinicalKnowledge { RequiresSubject = true, Rationales = rationales },
        new MmluCollegeBiology { RequiresSubject = true, Rationales = rationales },
        new MmluCollegeMedicine { RequiresSubject = true, Rationales = rationales },
        new MmluMedicalGenetics { RequiresSubject = true, Rationales = rationales },
        new MmluProfessionalMedicine { RequiresSubject = true, Rationales = rationales },
    ];

    /// <inheritdoc />
    public BenchmarkCard Card { get; } = new()
    {
        Id = "mmlu-medical",
        Version = "1",
        Title = "MMLU, six medical subjects",
        Citation = MmluSubject.Paper,
        Status = BenchmarkStatus.Loaded,
        License = "MIT",
        Splits = [new SplitInfo { Name = "test", Count = 1_089, Files = ["anatomy_test.csv", "anatomy/test*.parquet", "all/test*.parquet"] }],
        Downloads = [.. MmluFiles.Subjects.SelectMany(MmluFiles.Downloads)],
        PrimaryMetric = "accuracy",
        PromptFields = MmluSubject.Fields,
        MajorityBaseline = 352 / 1089.0,
        Remarks = ["The accuracy is over all 1,089 questions, so that large subjects weigh more; reports by subject are under the tag 'subject'."],
    };

    /// <inheritdoc />
    public IPromptStrategy DefaultStrategy => OpenMedLm.ZeroShot();

    /// <inheritdoc />
    public IReadOnlyList<IScorer> Scorers { get; } = [new ChoiceScorer()];

    /// <inheritdoc />
    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var subject in subjects)
        {
            await foreach (var sample in subject.LoadAsync(split, source, cancellationToken).ConfigureAwait(false))
            {
                yield return sample;
            }
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<Exemplar> LoadExemplarsAsync(IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);

        // A pool that the user named serves all subjects alike and is read once.
        foreach (var subject in subjects.Take(source.Find("pool", []) is null ? subjects.Count : 1))
        {
            await foreach (var exemplar in subject.LoadExemplarsAsync(source, cancellationToken).ConfigureAwait(false))
            {
                yield return exemplar;
            }
        }
    }
}
