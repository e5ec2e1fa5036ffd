using System.Globalization;
using MedBench.Metrics;
using MedBench.Scoring;

namespace MedBench;

/// <summary>Scores segmentations in NIfTI-1 by the Dice coefficient, the mean over labels; overlap and surface measures stand beside it.</summary>
/// <remarks>
/// Parts, each a mean over labels: <c>dice</c>, <c>iou</c>, <c>nsd</c> (normalised surface Dice), <c>hd95</c> in mm where every label is in
/// both masks; and <c>dice-3</c> for label 3 of the reference. A label that only one mask has counts 0. Where no label is defined the sample
/// ends as <see cref="Outcome.Failed"/>, which leaves the denominator. A prediction that is missing, damaged or of another size is unparsed.
/// The voxel extent is taken from the reference.
/// </remarks>
/// <param name="options">How it measures; null for the default.</param>
public sealed class SegmentationScorer(SegmentationOptions? options) : IScorer
{
    private readonly SegmentationOptions options = options ?? new SegmentationOptions();

    /// <summary>Initializes a scorer of every label, with surfels and a tolerance of 1 mm.</summary>
    public SegmentationScorer()
        : this(null)
    {
    }

    /// <inheritdoc />
    public ScorerInfo Info { get; } = new()
    {
        Id = "segmentation",
        Version = "1",
        Metric = "Dice",
        Range = ScoreRange.ZeroToOne,
        DenominatorPolicy = "sum of Dice / (all samples - failed - unsupported); samples without a label in either mask count as failed; abstained, unparsed, refused and truncated count as 0",
        Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["labels"] = options?.Labels is { } labels ? string.Join(',', labels.Select(label => label.ToString(CultureInfo.InvariantCulture))) : "all",
            ["tolerance-mm"] = (options ?? new SegmentationOptions()).ToleranceMillimetres.ToString("R", CultureInfo.InvariantCulture),
            ["surface"] = options?.Surface is SurfaceDefinition.BoundaryVoxels ? "boundary-voxels" : "surfels",
            ["empty-masks"] = options?.EmptyMasks is EmptyMaskRule.One ? "one" : "undefined",
        },
    };

    /// <inheritdoc />
    public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
    {
        var target = sample.Target as MaskTarget ?? throw WrongKind.Target(sample, Info.Id, nameof(MaskTarget));
        return ValueTask.FromResult(prediction switch
        {
            MaskPrediction mask => Grade(target.Path, mask.Path, cancellationToken),
            Unanswered unanswered => Score.None(unanswered.Outcome),
            _ => throw WrongKind.Prediction(sample, prediction, Info.Id, nameof(MaskPrediction)),
        });
    }

    private Score Grade(string referencePath, string predictedPath, CancellationToken cancellationToken)
    {
        var reference = NiftiMask.Read(referencePath, options.MaximumVoxels);
        MaskVolume predicted;
        try
        {
            predicted = NiftiMask.Read(predictedPath, options.MaximumVoxels);
        }
        catch (Exception error) when (error is InvalidDataException or FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return Score.None(Outcome.Unparsed, error is InvalidDataException ? error.Message : "The prediction left no mask file that can be opened.");
        }

        return reference.Grid.HasSizeOf(predicted.Grid) ? Grade(reference, predicted, cancellationToken)
            : Score.None(Outcome.Unparsed, $"The predicted mask has {Size(predicted.Grid)} voxels, the reference {Size(reference.Grid)}.");
    }

    private Score Grade(MaskVolume reference, MaskVolume predicted, CancellationToken cancellationToken)
    {
        var overlaps = MaskOverlap.Count(reference, predicted);
        var results = new List<LabelResult>();
        foreach (var label in options.Labels ?? [.. overlaps.Keys])
        {
            cancellationToken.ThrowIfCancellationRequested();
            results.Add(LabelResult.Measure(reference, predicted, label, overlaps.GetValueOrDefault(label), options));
        }

        var defined = results.Where(result => result.Dice is not null).ToList();
        if (defined.Count == 0)
        {
            return options.EmptyMasks is EmptyMaskRule.One ? Score.Graded(1)
                : Score.None(Outcome.Failed, "Reference and prediction are both empty: the Dice coefficient is undefined.");
        }

        var parts = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["dice"] = defined.Average(result => result.Dice!.Value),
            ["iou"] = defined.Average(result => result.IntersectionOverUnion!.Value),
            ["nsd"] = defined.Average(result => result.SurfaceDice!.Value),
        };
        if (defined.All(result => result.Hausdorff95 is not null))
        {
            parts.Add("hd95", defined.Average(result => result.Hausdorff95!.Value));
        }

        foreach (var result in defined.Where(result => result.IsInReference))
        {
            parts[string.Create(CultureInfo.InvariantCulture, $"dice-{result.Label}")] = result.Dice!.Value;
        }

        return Score.Graded(parts["dice"]) with { Parts = parts };
    }

    private static string Size(VolumeGrid grid) => string.Create(CultureInfo.InvariantCulture, $"{grid.Width} x {grid.Height} x {grid.Depth}");
}
