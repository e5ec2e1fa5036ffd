namespace MedBench;

/// <summary>Compares a text with a reference by a measure that is not shipped: BLEURT, BERTScore over a model of yours, concepts of a licensed terminology.</summary>
/// <remarks>Scorers that publish an average of several measures take any number of these and say in their metric's name which went in.</remarks>
public interface ITextSimilarity
{
    /// <summary>Gets the name of the measure in kebab-case, for instance <c>bert-score</c>: the name of the part in a score.</summary>
    string Name { get; }

    /// <summary>Gets the model, its version and whatever else changes the numbers, for reports.</summary>
    string Description { get; }

    /// <summary>Compares two texts, neither of them empty.</summary>
    /// <param name="prediction">The predicted text.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The likeness, 1 for texts that are alike.</returns>
    ValueTask<double> CompareAsync(string prediction, string reference, CancellationToken cancellationToken = default);
}
