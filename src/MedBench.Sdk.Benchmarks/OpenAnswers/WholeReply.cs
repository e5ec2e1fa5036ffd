namespace MedBench.Benchmarks;

/// <summary>Takes a reply as it is for the answer; an empty one is none.</summary>
internal static class WholeReply
{
    public static Prediction Read(SampleInput input, string reply) => string.IsNullOrWhiteSpace(reply) ? new Unanswered(Outcome.Unparsed) : new TextPrediction(reply);
}
