namespace MedBench;

/// <summary>Ends the reading of a reply that breaks the protocol; the transport turns it into a <see cref="ModelException"/>.</summary>
/// <param name="message">What is wrong, to follow "a reply that"; holds nothing of the reply itself.</param>
internal sealed class ReplyFormatException(string message) : Exception(message);
