namespace MedBench;

/// <summary>Turns a sample's input into a prediction by talking to models.</summary>
/// <remarks>Plain asynchronous code without state between samples: a strategy is run again after a crash and its finished calls answer at once.</remarks>
public interface IPromptStrategy
{
    /// <summary>Gets the id, the version and every parameter: part of each fingerprint.</summary>
    StrategyInfo Info { get; }

    /// <summary>Predicts the answer to one input.</summary>
    /// <param name="input">What may be shown; the target is out of reach by construction.</param>
    /// <param name="models">The only way to models, exemplars and randomness.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default);
}
