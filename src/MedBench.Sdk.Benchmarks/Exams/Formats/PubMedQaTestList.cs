namespace MedBench.Benchmarks;

/// <summary>Which questions of PubMedQA are evaluated, and in which order.</summary>
internal sealed class PubMedQaTestList
{
    private readonly Dictionary<string, int>? pmids;

    private PubMedQaTestList(Dictionary<string, int>? pmids) => this.pmids = pmids;

    private int Count => pmids?.Count ?? OfficialPubMedQaTest.Count;

    /// <summary>Reads the authors' list, or takes the table where the file is not there.</summary>
    public static async ValueTask<PubMedQaTestList> FindAsync(IDatasetSource source, string benchmark, CancellationToken cancellationToken)
    {
        if (PubMedQaFiles.FindTestList(source) is not { } file)
        {
            return new PubMedQaTestList(null);
        }

        var pmids = new Dictionary<string, int>(StringComparer.Ordinal);
        var options = new DatasetReadOptions { Format = DatasetFormat.Json, Benchmark = benchmark };
        await foreach (var row in DatasetReader.ReadAsync(file, options, cancellationToken).ConfigureAwait(false))
        {
            pmids.TryAdd(row.Key ?? throw row.Error(null, "the record has no key", "Name the authors' test_ground_truth.json, an object of labels by PMID"), pmids.Count);
        }

        return new PubMedQaTestList(pmids);
    }

    /// <summary>Returns whether a row belongs to a split: the list's questions to the evaluated one, all others to the worked examples, and either to the labelled ones.</summary>
    public bool Selects(DatasetRow row, string split) => split == PubMedQaFiles.Labelled || Contains(row) == (split != PubMedQaFiles.Pool);

    /// <summary>Gives the list's questions in its order, whatever the order of the file, so that an item's number means the same everywhere.</summary>
    public IAsyncEnumerable<Sample> Order(IAsyncEnumerable<Sample> samples) => samples.OrderBy(sample => Find(sample.Input.Id));

    /// <summary>Refuses a file that holds only some questions of a split, or one of them twice; worked examples may be any.</summary>
    public ValueTask RequireAsync(DatasetFile file, string split, DatasetReadOptions options, CancellationToken cancellationToken) => split switch
    {
        PubMedQaFiles.Pool => ValueTask.CompletedTask,
        PubMedQaFiles.Labelled => PubMedQaFiles.RequireLabelledAsync(file, options, cancellationToken),
        _ => RequireAllAsync(file, options, cancellationToken),
    };

    private async ValueTask RequireAllAsync(DatasetFile file, DatasetReadOptions options, CancellationToken cancellationToken)
    {
        var found = await DatasetReader.ReadAsync(file, options, cancellationToken).CountAsync(row => Find(PubMedQaFormat.PmidOf(row)) is not null, cancellationToken).ConfigureAwait(false);
        if (found != Count)
        {
            throw new DatasetException(
                FormattableString.Invariant($"the file holds {found} of the {Count} questions of the test list"),
                "Name the authors' ori_pqal.json or test_set.json, or pqa_labeled from Hugging Face",
                options.Benchmark,
                file.Name);
        }
    }

    private bool Contains(DatasetRow row) => PubMedQaFormat.IsPubMedQa(row) && Find(PubMedQaFormat.PmidOf(row)) is not null;

    private int? Find(string pmid) => pmids is null ? OfficialPubMedQaTest.Find(pmid) : pmids.TryGetValue(pmid, out var position) ? position : null;
}
