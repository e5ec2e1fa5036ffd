using System.Text;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks;

/// <summary>What the doctor said and what came back; runs of white space are single blanks, as the published code leaves them.</summary>
/// <param name="Doctor">The doctor's words.</param>
/// <param name="Answer">The patient's words or the examiner's.</param>
internal sealed record AgentClinicExchange(string Doctor, string Answer)
{
    public bool IsTest => Doctor.Contains(AgentClinicPrompts.RequestTest, StringComparison.Ordinal);

    /// <summary>Reads the exchanges off a transcript; what the doctor said last, without an answer yet, is none.</summary>
    public static IReadOnlyList<AgentClinicExchange> Read(IReadOnlyList<ChatMessage> transcript)
    {
        var exchanges = new List<AgentClinicExchange>();
        var doctor = "";
        foreach (var message in transcript)
        {
            if (message.Role == ChatRole.Assistant)
            {
                doctor += Collapse(message.Text);
            }
            else
            {
                exchanges.Add(new AgentClinicExchange(doctor, Collapse(message.Text)));
                doctor = "";
            }
        }

        return exchanges;
    }

    /// <summary>Writes a history: each text and two line ends.</summary>
    public static string Write(IEnumerable<string> texts) => string.Concat(texts.Select(text => text + "\n\n"));

    /// <summary>Does <c>re.sub("\s+", " ", text)</c>.</summary>
    public static string Collapse(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        var isBlank = false;
        foreach (var character in text)
        {
            var wasBlank = isBlank;
            isBlank = char.IsWhiteSpace(character) || character is >= '\u001C' and <= '\u001F';
            if (!isBlank || !wasBlank)
            {
                collapsed.Append(isBlank ? ' ' : character);
            }
        }

        return collapsed.ToString();
    }
}
