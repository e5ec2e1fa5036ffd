namespace MedBench.PublicApi;

/// <summary>The Dice coefficient of two masks: 2 |A and B| / (|A| + |B|); 1 where both are empty.</summary>
internal sealed class DiceScorer : IScorer
{
    public ScorerInfo Info { get; } = new() { Id = "dice", Version = "1", Metric = "Dice", DenominatorPolicy = "all scans with a mask" };

    public async ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
    {
        if (prediction is not MaskPrediction mask)
        {
            return Score.None(((Unanswered)prediction).Outcome);
        }

        var predicted = await File.ReadAllBytesAsync(mask.Path, cancellationToken);
        var reference = await File.ReadAllBytesAsync(((MaskTarget)sample.Target).Path, cancellationToken);
        if (predicted.Length != reference.Length)
        {
            return Score.None(Outcome.Unparsed, "The predicted mask has another size than the scan.");
        }

        var inside = predicted.Count(pixel => pixel == '#') + reference.Count(pixel => pixel == '#');
        return Score.Graded(inside == 0 ? 1 : 2.0 * predicted.Zip(reference).Count(pair => pair is ((byte)'#', (byte)'#')) / inside);
    }
}
