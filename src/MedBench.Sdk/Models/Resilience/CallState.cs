using Polly;

namespace MedBench;

/// <summary>What one call has been through.</summary>
/// <param name="began">When the call began, as a timestamp.</param>
/// <param name="firstFailure">How the first attempt ended where it was made outside the pipeline; null where it is still to be made.</param>
internal sealed class CallState(long began, Exception? firstFailure)
{
    private static readonly ResiliencePropertyKey<CallState> Key = new("medbench.call");

    public long Began => began;

    public int Attempts { get; set; } = firstFailure is null ? 0 : 1;

    public int UnusableReplies { get; set; }

    public ModelException? LastFailure { get; set; }

    public static CallState Of(ResilienceContext context) => context.Properties.GetValue(Key, null!);

    public void AttachTo(ResilienceContext context) => context.Properties.Set(Key, this);

    /// <summary>Hands out the failure of the first attempt, once.</summary>
    public Exception? TakeFirstFailure()
    {
        var failure = firstFailure;
        firstFailure = null;
        return failure;
    }
}
