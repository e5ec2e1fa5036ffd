using System.Globalization;

namespace MedBench.Benchmarks;

/// <summary>Which questions of PubMedQA are evaluated.</summary>
internal sealed class PubMedQaTestList
{
    private readonly HashSet<string>? pmids;

    private PubMedQaTestList(HashSet<string>? pmids) => this.pmids = pmids;

    private int Count => pmids?.Count ?? OfficialPubMedQaTest.Count;

    /// <summary>Reads the authors' list, or takes the table where the file is not there.</summary>
    public static async ValueTask<PubMedQaTestList> FindAsync(DatasetFile? groundTruth, string benchmark, CancellationToken cancellationToken)
    {
        if (groundTruth is null)
        {
            return new PubMedQaTestList(null);
        }

        var pmids = new HashSet<string>(StringComparer.Ordinal);
        var options = new DatasetReadOptions { Format = DatasetFormat.Json, Benchmark = benchmark };
        await foreach (var row in DatasetReader.ReadAsync(groundTruth, options, cancellationToken).ConfigureAwait(false))
        {
            pmids.Add(row.Key ?? throw row.Error(null, "the record has no key", "Name the authors' test_ground_truth.json, an object of labels by PMID"));
        }

        return new PubMedQaTestList(pmids);
    }

    public bool Contains(string pmid) => pmids?.Contains(pmid) ?? OfficialPubMedQaTest.Contains(pmid);

    /// <summary>Refuses a file that holds only some of the questions, or one of them twice.</summary>
    public async ValueTask RequireAllAsync(DatasetFile file, DatasetReadOptions options, CancellationToken cancellationToken)
    {
        var found = 0;
        await foreach (var row in DatasetReader.ReadAsync(file, options, cancellationToken).ConfigureAwait(false))
        {
            found += Contains(PubMedQaFormat.PmidOf(row)) ? 1 : 0;
        }

        if (found != Count)
        {
            throw new DatasetException(
                string.Create(CultureInfo.InvariantCulture, $"the file holds {found} of the {Count} questions of the test list"),
                "Name the authors' ori_pqal.json or test_set.json, or pqa_labeled from Hugging Face",
                options.Benchmark,
                file.Name);
        }
    }
}
