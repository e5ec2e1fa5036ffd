using System.Globalization;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks;

/// <summary>What was said and noted in one dialogue of a doctor.</summary>
internal sealed class MediQRecord
{
    private readonly List<string> choices = [];
    private readonly List<string> confidences = [];
    private string? letter;
    private double? confidence;

    public List<(string Question, string Answer)> History { get; } = [];

    public List<ChatMessage> Transcript { get; } = [];

    /// <summary>Gets the reply with this turn's letter; null where none was asked for.</summary>
    public ChatResponse? LatestAnswer { get; private set; }

    public void Note(string? chosen, double? stated, ChatResponse? response)
    {
        (letter, confidence, LatestAnswer) = (chosen, stated, response);
        choices.Add(chosen ?? "-");
        confidences.Add(stated?.ToString("0.####", CultureInfo.InvariantCulture) ?? "-");
    }

    public Prediction Conclude(ChatResponse response, bool timeout)
    {
        Transcript.AddRange(response.Messages);
        var notes = CreateNotes(timeout);
        return letter is not null
            ? new ChoicePrediction { Labels = [letter], Confidence = confidence, Reply = response.Text, Transcript = Transcript, Notes = notes }
            : new Unanswered(response.FinishReason == ChatFinishReason.ContentFilter ? Outcome.Refused : response.FinishReason == ChatFinishReason.Length ? Outcome.Truncated : Outcome.Unparsed)
            {
                Reply = response.Text,
                Transcript = Transcript,
                Notes = notes,
            };
    }

    /// <summary>Ends a dialogue that the environment broke off before an answer.</summary>
    public Prediction Leave() => new Unanswered(Outcome.Truncated) { Reply = Transcript[^1].Text, Transcript = Transcript, Notes = CreateNotes(timeout: false) };

    private Dictionary<string, string> CreateNotes(bool timeout)
    {
        var notes = new Dictionary<string, string>(StringComparer.Ordinal) { ["choices"] = string.Join(' ', choices) };
        if (confidences.Exists(stated => stated != "-"))
        {
            notes["confidences"] = string.Join(' ', confidences);
        }

        if (timeout)
        {
            notes["timeout"] = "the questions were used up";
        }

        return notes;
    }
}
