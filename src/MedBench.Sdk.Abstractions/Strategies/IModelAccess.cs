using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>Everything beyond the sample that a strategy, scorer or environment may reach.</summary>
/// <remarks>
/// The engine journals, budgets and retries what passes through here and derives all randomness from the run's seed,
/// which is why nothing else may do I/O or draw numbers.
/// </remarks>
public interface IModelAccess
{
    /// <summary>Returns the model that plays a role.</summary>
    /// <param name="role">One of <see cref="ModelRole"/> or a role of your own.</param>
    /// <exception cref="InvalidOperationException">No model is registered for the role.</exception>
    IModelClient GetModel(string role);

    /// <summary>Returns whether a model plays the role.</summary>
    /// <param name="role">One of <see cref="ModelRole"/> or a role of your own.</param>
    bool HasModel(string role);

    /// <summary>Gets the generator that turns questions into vectors; the embedded lexical one unless another is registered.</summary>
    IEmbeddingGenerator<string, Embedding<float>> Embeddings { get; }

    /// <summary>Gets the benchmark's worked examples.</summary>
    /// <exception cref="InvalidOperationException">The strategy did not declare <see cref="StrategyInfo.UsesExemplars"/>.</exception>
    IExemplarPool Exemplars { get; }

    /// <summary>Gets the benchmark's documents.</summary>
    /// <exception cref="InvalidOperationException">The strategy did not declare <see cref="StrategyInfo.UsesDocuments"/>.</exception>
    ICorpus Documents => throw new InvalidOperationException("There are no documents here. Set UsesDocuments in the strategy's StrategyInfo, and run it on a benchmark that has a collection.");

    /// <summary>Gets the store of rationales written for exemplars.</summary>
    IExemplarBank Bank { get; }

    /// <summary>Gets which repetition of the sample this is, from 0; what samples share has none and says 0.</summary>
    /// <remarks>For strategies that give recorded answers again. One that asks a model has no use for it: calls of different epochs are kept apart without it.</remarks>
    int Epoch => 0;

    /// <summary>Creates the random numbers of one purpose, which follow from (run seed, benchmark, sample, epoch, purpose) alone.</summary>
    /// <param name="purpose">What the numbers are for, for instance <c>option-order/2</c>.</param>
    SeededRandom CreateRandom(string purpose);

    /// <summary>Returns where a file of this sample belongs, for predictions that are left on disk such as <see cref="MaskPrediction"/>.</summary>
    /// <param name="name">A plain file name; the same name gives the same path whenever the sample is run again.</param>
    /// <returns>An absolute path in the run folder; its directory exists, the file need not.</returns>
    /// <exception cref="ArgumentException">The name is empty or more than a file name.</exception>
    /// <exception cref="NotSupportedException">There is no run folder.</exception>
    string GetFilePath(string name) => throw new NotSupportedException("This access has no run folder to keep files in. Run the strategy with an EvaluationRunner.");

    /// <summary>Returns access on behalf of something that many samples share, so that its calls and random numbers do not depend on which sample asks first.</summary>
    /// <param name="key">Identity of the shared thing within the benchmark, for instance <c>exemplar/train-17</c>.</param>
    IModelAccess Share(string key);
}
