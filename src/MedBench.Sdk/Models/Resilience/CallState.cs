using Polly;

namespace MedBench;

/// <summary>What one call has been through.</summary>
internal sealed class CallState
{
    private static readonly ResiliencePropertyKey<CallState> Key = new("medbench.call");

    public int Attempts { get; set; }

    public int UnusableReplies { get; set; }

    public ModelException? LastFailure { get; set; }

    public static CallState Of(ResilienceContext context) => context.Properties.GetValue(Key, null!);

    public static CallState Begin(ResilienceContext context)
    {
        var state = new CallState();
        context.Properties.Set(Key, state);
        return state;
    }
}
