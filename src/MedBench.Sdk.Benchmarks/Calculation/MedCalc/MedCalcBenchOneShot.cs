namespace MedBench.Benchmarks;

/// <summary>Shows the published example of the question's own calculator, then asks as MedCalc-Bench does with one shot.</summary>
/// <remarks>A question whose calculator has no example, or whose note is the example's, ends <see cref="Outcome.Unsupported"/> before any call.</remarks>
internal sealed class MedCalcBenchOneShot : IPromptStrategy
{
    private readonly TextPrompting parts;

    public MedCalcBenchOneShot(MedCalcBenchReading reading)
    {
        parts = MedCalcBenchPrompting.Create("medcalc-bench-one-shot", "Shows one example of the same calculator, then reasons and answers as a JSON object (MedCalc-Bench).", reading);
        Info = new TextStrategy(parts).Info with { UsesExemplars = true };
    }

    /// <inheritdoc />
    public StrategyInfo Info { get; }

    /// <inheritdoc />
    public Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
    {
        var example = models.Exemplars.Exemplars.FirstOrDefault(exemplar => exemplar.Input.Subject == input.Subject && input.Context.All(section => section.Text != exemplar.Input.Stem));
        return example is null
            ? Task.FromResult<Prediction>(new Unanswered(Outcome.Unsupported) { Notes = new Dictionary<string, string>(StringComparer.Ordinal) { ["unsupported"] = $"no example of '{input.Subject}'" } })
            : new TextStrategy(parts with { Compose = asked => MedCalcBenchPrompting.ComposeOneShot(asked, example) }).PredictAsync(input, models, cancellationToken);
    }
}
