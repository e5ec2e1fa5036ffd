using System.Runtime.CompilerServices;

namespace MedBench.Benchmarks;

/// <summary>MediConfusion (Sepehri et al. 2024): 176 pairs of radiological images that models mistake for each other, one question and two options a pair, answered oppositely.</summary>
/// <remarks>
/// Reads the authors' <c>dataset.json</c> or <c>dataset.csv</c>; each image of a pair is a sample, and the pair its cluster. The images are the
/// user's to fetch: as the authors' script leaves them (<c>images/20192.jpg</c>), or as ROCO has them (<c>roco-dataset/data/train/radiology/images/ROCO_28778.jpg</c>).
/// </remarks>
public sealed class MediConfusion : IBenchmark
{
    private const string Repository = "MShahabSepehri/MediConfusion";
    private const string Commit = "40a8b41970e9d858deb09a2ee00a9caddfd6635b";

    /// <inheritdoc />
    public BenchmarkCard Card { get; } = new()
    {
        Id = "mediconfusion",
        Version = "1",
        Title = "MediConfusion",
        Citation = "Sepehri MS, Fabian Z, Soltanolkotabi M, Soltanolkotabi M. MediConfusion: Can You Trust Your AI Radiologist? Probing the reliability of multimodal medical foundation models. 2024. arXiv:2409.15477",
        Status = BenchmarkStatus.Loaded,
        License = "MIT by a badge of the repository, which has no licence file; the images keep their own licences (ROCO, PubMed Central)",
        Modality = "text, image",
        Splits = [new SplitInfo { Name = "test", Count = 352, Files = ["data/dataset.json", "dataset.json", "dataset.csv", "mediconfusion*.json"] }],
        Downloads = [DataDownload.GitHub(Repository, "data/dataset.json", Commit) with { Sha256 = "36e5052ebe370aac7446f29cb1425fa47b1795b40e2e7a72462c93b5472c0d5f" }],
        PrimaryMetric = "cluster accuracy",
        PromptFields = ["question", "option_A", "option_B", "im_1", "im_2"],
        Remarks =
        [
            "Cluster accuracy is the paper's set accuracy: both images of a pair answered rightly, chance 25 %. MediConfusionResult gives its other figures, confusion among them, by category too.",
            "One option is right for each image of a pair, so that always giving one answer has an individual accuracy of 50 % and a set accuracy of 0.",
            "The questions were read and counted; the images were not at hand. They come from data/image_dict.json of the repository (scripts/download.py), or from ROCO.",
            "The published reader looks for the letter as a word of its own, so that the article 'A' is an answer: by default the reply is read, and the compat rule letter-word reads as published.",
        ],
    };

    /// <inheritdoc />
    public IPromptStrategy DefaultStrategy => MediConfusionPrompting.MultipleChoice();

    /// <inheritdoc />
    public IReadOnlyList<IScorer> Scorers { get; } = [new ClusterChoiceScorer(), new ChoiceScorer()];

    /// <inheritdoc />
    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var file = split != Card.EvaluationSplit.Name ? throw new DatasetException($"there is no split '{split}'", $"Choose {Card.EvaluationSplit.Name}", Card.Id)
            : source.Find(split, Card.EvaluationSplit.Files) ?? throw new DatasetException($"no file of the split '{split}' was found in {source.Location}", "Put dataset.json there, or name a file with test=FILE", Card.Id);
        await foreach (var row in DatasetReader.ReadAsync(file, new DatasetReadOptions { Benchmark = Card.Id }, cancellationToken).ConfigureAwait(false))
        {
            yield return MediConfusionFormat.Map(row, 1);
            yield return MediConfusionFormat.Map(row, 2);
        }
    }
}
