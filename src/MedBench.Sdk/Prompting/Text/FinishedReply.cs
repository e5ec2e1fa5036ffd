using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>Joins what was read off a reply with how the reply ended.</summary>
internal static class FinishedReply
{
    public static Prediction Conclude(Prediction read, ChatResponse response)
    {
        var reply = read.Reply.Length > 0 ? read.Reply : response.Text;
        if (read is Unanswered { Outcome: Outcome.Unparsed })
        {
            return response.FinishReason == ChatFinishReason.ContentFilter ? new Unanswered(Outcome.Refused) { Reply = reply, Notes = read.Notes, Transcript = read.Transcript }
                : response.FinishReason == ChatFinishReason.Length ? new Unanswered(Outcome.Truncated) { Reply = reply, Notes = read.Notes, Transcript = read.Transcript }
                : read with { Reply = reply };
        }

        return response.FinishReason == ChatFinishReason.Length
            ? read with { Reply = reply, Notes = new Dictionary<string, string>(read.Notes, StringComparer.Ordinal) { ["finish"] = "length" } }
            : read with { Reply = reply };
    }
}
