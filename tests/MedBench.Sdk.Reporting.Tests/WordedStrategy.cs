using System.Globalization;

namespace MedBench.Reporting.Tests;

/// <summary>Asks once and answers A, save for every n-th sample, where it answers B.</summary>
internal sealed class WordedStrategy(Wording words, int wrongEvery) : IPromptStrategy
{
    public StrategyInfo Info => new()
    {
        Id = words.Strategy + wrongEvery.ToString(CultureInfo.InvariantCulture),
        Version = "1",
        Parameters = new Dictionary<string, string> { ["template"] = words.Text },
    };

    public async Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
    {
        var reply = await models.Subject.CompleteAsync(ModelRequest.FromText($"{input.Id} {input.Stem}"), cancellationToken);
        var number = int.Parse(input.Id.AsSpan(input.Id.Length - 3), CultureInfo.InvariantCulture);
        return new ChoicePrediction { Labels = [number % wrongEvery == 0 ? "B" : "A"], Reply = reply.Text };
    }
}
