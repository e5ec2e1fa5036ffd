using System.Runtime.CompilerServices;

namespace MedBench.Benchmarks;

/// <summary>MedCalc-Bench (Khandekar et al. 2024): a clinical value to work out from a patient's note, by one of 55 calculators.</summary>
/// <remarks>
/// A split is a version of the test set. All have the authors' columns; the corrected labels (Ye et al. 2025) keep the numbers of version 1.0, so
/// that the two can be compared sample by sample, and mark questions that their note does not answer, where abstaining is right
/// (<see cref="AbstentionTarget"/>). Samples of one note form a cluster.
/// </remarks>
public sealed class MedCalcBench : IBenchmark
{
    private const string Corrected = "corrected";
    private const string Pool = "pool";

    private static readonly string[] PoolFiles = ["one_shot_finalized_explanation.json", "verified_one_shot_data.csv", "one_shot_data.csv", "one_shot*.parquet"];

    /// <inheritdoc />
    public BenchmarkCard Card { get; } = new()
    {
        Id = "medcalc-bench",
        Version = "1",
        Title = "MedCalc-Bench",
        Citation = "Khandekar N, Jin Q, Xiong G, Dunn S, Applebaum SS, Anwar Z, et al. MedCalc-Bench: Evaluating Large Language Models for Medical Calculations. NeurIPS 2024 Datasets and Benchmarks. arXiv:2406.12036. Corrected labels: Ye J, Tawfik D, Goodell AJ, Kotha NV, Buyyounouski MK, Bayati M. 2025. arXiv:2512.19691",
        Kind = BenchmarkKind.Calculation,
        Status = BenchmarkStatus.Loaded,
        License = "CC-BY-SA-4.0",
        Splits =
        [
            new SplitInfo { Name = "v1.0", Count = 1_047, Files = ["v1.0/test_data.csv", "medcalc_v1.0_test*.csv", "original_test_labels.csv", "v1.0/test*.parquet"] },
            new SplitInfo { Name = "v1.1", Files = ["v1.1/test_data.csv", "v1.1/test*.parquet"] },
            new SplitInfo { Name = "v1.2", Count = 1_100, Files = ["v1.2/test_data.csv", "test_data_11_18_final.csv", "v1.2/test*.parquet"] },
            new SplitInfo { Name = "verified", Count = 1_100, Files = ["verified/test_data.csv", "verified/test*.parquet"] },
            new SplitInfo { Name = Corrected, Count = 887, Files = ["medcalc_v1_corrected*.csv"] },
        ],
        Downloads =
        [
            DataDownload.GitHub("ncbi-nlp/MedCalc-Bench", "dataset/test_data.csv", "fdb7eb8112bc76d1c7a120b0b8b62ed547cb4458") with { FileName = "v1.0/test_data.csv", Splits = ["v1.0"], Sha256 = "c2d23097f8bdb7ae4a77dbf4a5a767335df7303998d7c7664a73a29fd8e2b31a" },
            DataDownload.GitHub("ncbi-nlp/MedCalc-Bench", "datasets/test_data.csv", "20b10f9d66a8c3b0356ae3138533f5ec91666b6a") with { FileName = "v1.2/test_data.csv", Splits = ["v1.2"] },
            DataDownload.GitHub("nikhilk7153/MedCalc-Bench-Verified", "datasets/test_data.csv", "0eb59609f413e08a0980aec0103b7e63c275bca8") with { FileName = "verified/test_data.csv", Splits = ["verified"] },
            DataDownload.GitHub("junzeye/validate-medcalc-labels", "data/medcalc_v1_corrected.csv", "b6f0416858f0b1cbb6dcb2ff93214275d0276c49") with { Splits = [Corrected], Sha256 = "f6db9ab8b7bba365f7a0c30127aea0284446fe0269e8f72a7f34e8c52506ce97" },
            DataDownload.GitHub("ncbi-nlp/MedCalc-Bench", "evaluation/one_shot_finalized_explanation.json", "20b10f9d66a8c3b0356ae3138533f5ec91666b6a") with { Splits = [Pool], Sha256 = "9ae0909b2b056ad0b846250c078835b036ef17430256374271e22cc2bc20dfbc" },
        ],
        PrimaryMetric = "accuracy",
        PromptFields = ["Patient Note", "Question", "Calculator Name"],
        Remarks =
        [
            "Say which version a number is of: they differ in questions and in labels. Version 1.1 exists; its count was not at hand, and no address is given for it.",
            "More than a quarter of the labels of version 1.0 differ from the judgment of physicians (Ye et al.); for decisions use the split corrected with the strategy medcalc-bench-abstention, for the other prompts never say that a question may lack an answer.",
            "69 of the 887 corrected labels are N/A: abstaining is right there and not right elsewhere. The corrected limits are the label plus or minus 5 % for scores too, so that a Pneumonia Severity Index of 100 may be 95 to 105; gestational ages are in days.",
            "In version 1.0, 11 of the 16 answers of the Framingham risk are 0, so that only an exact 0 is right; Wells' criteria for pulmonary embolism, a score, is graded within 5 %.",
            "The authors' reader divides every percentage by 100, although the answers to FENa and the Framingham risk are percentages, and takes the last of several numbers: medcalc-bench-reading reproduces it.",
            "The authors print the standard error of the overall accuracy with 1,047 samples whatever the version (evaluation/table_stats.py); categories are groups here, with intervals of their own.",
        ],
    };

    /// <inheritdoc />
    public IPromptStrategy DefaultStrategy { get; } = MedCalcBenchPrompting.ZeroShot();

    /// <inheritdoc />
    public IReadOnlyList<IScorer> Scorers { get; } = [new CalculationScorer()];

    /// <inheritdoc />
    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in SplitFile.ReadAsync(Card, split, source, cancellationToken).ConfigureAwait(false))
        {
            var sample = MedCalcRecord.Map(row, split == Corrected);
            yield return ids.Add(sample.Input.Id) ? sample : throw row.Error("Row Number", $"the number {sample.Input.Id} occurs twice", "Name the file of one version");
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<Exemplar> LoadExemplarsAsync(IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var file = source.Find(Pool, PoolFiles) ?? throw new DatasetException($"no worked examples were found in {source.Location}", $"Put {PoolFiles[0]} there, or name a file with pool=FILE", Card.Id);
        var examples = await DatasetReader.ReadAsync(file, new DatasetReadOptions { Benchmark = Card.Id }, cancellationToken).CountAsync(cancellationToken).ConfigureAwait(false);
        var numbers = examples == 0 ? new Dictionary<string, string>() : await MedCalcRecord.ReadNumbersAsync(file, cancellationToken).ConfigureAwait(false);
        await foreach (var row in DatasetReader.ReadAsync(file, new DatasetReadOptions { Benchmark = Card.Id }, cancellationToken).ConfigureAwait(false))
        {
            yield return MedCalcRecord.MapExemplar(row, numbers);
        }
    }
}
