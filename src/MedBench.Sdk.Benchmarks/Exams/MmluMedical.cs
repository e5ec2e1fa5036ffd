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
    public BenchmarkCard Card { get; } = MmluCard.OfGroup();

    /// <inheritdoc />
    public IPromptStrategy DefaultStrategy => OpenMedLm.ZeroShot();

    /// <inheritdoc />
    public IReadOnlyList<IScorer> Scorers { get; } = [new ChoiceScorer()];

    /// <inheritdoc />
    public IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default)
        => subjects.ToAsyncEnumerable().SelectMany(subject => subject.LoadAsync(split, source, cancellationToken));

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
