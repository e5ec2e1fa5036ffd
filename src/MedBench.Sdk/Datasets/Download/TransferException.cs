namespace MedBench;

/// <summary>Reports a transfer that broke, or a server that is busy: another attempt may succeed.</summary>
/// <param name="message">What happened.</param>
/// <param name="retryAfter">How long the server asks to wait; null where it does not say.</param>
/// <param name="innerException">The cause.</param>
internal sealed class TransferException(string message, TimeSpan? retryAfter = null, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Gets how long the server asks to wait.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
