using System.Runtime.CompilerServices;

namespace MedBench.PublicApi;

/// <summary>Segmentation: a scan on disk, a reference mask on disk, a predicted mask left on disk.</summary>
/// <remarks>Scans and masks are text of equal lines, one character a pixel; <c>#</c> is inside.</remarks>
internal sealed class LungOutline : IBenchmark
{
    public BenchmarkCard Card { get; } = Cards.Create("outside-lung-outline", "Dice", "scan") with
    {
        Modality = "image",
        Splits = [new SplitInfo { Name = "test", Files = ["cases.txt"] }],
    };

    public IPromptStrategy DefaultStrategy { get; } = new OutlineAndReview();

    public IReadOnlyList<IScorer> Scorers { get; } = [new DiceScorer()];

    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var file = source.Find(split, Card.EvaluationSplit.Files) ?? throw new DatasetException("cases.txt is missing", "Name the folder that holds it", Card.Id);
        var folder = Path.GetDirectoryName(file.Path) ?? throw new DatasetException("the scans are files on disk, and this list is not", "Name a folder", Card.Id, file.Name);
        using var reader = new StreamReader(file.OpenRead());
        while (await reader.ReadLineAsync(cancellationToken) is { } id)
        {
            yield return new Sample
            {
                Input = new SampleInput { Id = id, Stem = "Outline the lung.", Attachments = [Path.Combine(folder, id + ".scan.txt")] },
                Target = new MaskTarget(Path.Combine(folder, id + ".mask.txt")),
            };
        }
    }
}
